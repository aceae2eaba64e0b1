mock_provider "aws" {
  mock_data "aws_availability_zones" {
    defaults = { names = ["eu-central-1a", "eu-central-1b", "eu-central-1c"] }
  }
}

variables {
  project        = "shop"
  region         = "eu-central-1"
  domain         = "shop.example"
  ssh_public_key = "ssh-ed25519 AAAA"
  servers = {
    app = {
      instance_type = "t3.small"
      disk_size     = 20
      ports         = [80, 443]
      names         = ["", "www"]
      groups        = ["app"]
    }
    monitoring = {
      instance_type = "t3.small"
      disk_size     = 30
      ports         = [443]
      names         = ["monitoring"]
      groups        = ["monitoring"]
      zone          = "b"
    }
  }
}

run "hosts_is_what_ansible_is_told" {
  assert {
    condition = output.hosts == {
      for name, group in { app = "app", monitoring = "monitoring" } : name => {
        address                = module.server[name].instance_id
        user                   = "ubuntu"
        port                   = 22
        groups                 = tolist([group])
        vars                   = { private_address = module.server[name].private_address }
      }
    }
    error_message = "hosts should have address, user, port, groups and the private address of each server, and nothing else."
  }

  assert {
    condition     = length(distinct([for host in output.hosts : host.address])) == 2
    error_message = "Each server should have an address of its own."
  }
}

run "hosts_by_address" {
  variables {
    ssh_by       = "address"
    ssh_networks = ["203.0.113.7/32"]
  }

  assert {
    condition     = alltrue([for name, host in output.hosts : host.address == module.server[name].public_address])
    error_message = "By address, hosts should have the Elastic IPs."
  }
}

run "names_point_at_their_server" {
  assert {
    condition = { for label, record in aws_route53_record.server : record.name => one(record.records) } == {
      "shop.example"            = module.server["app"].public_address
      "www.shop.example"        = module.server["app"].public_address
      "monitoring.shop.example" = module.server["monitoring"].public_address
    }
    error_message = "Each DNS name should be the address of its server."
  }

  assert {
    condition     = alltrue([for record in aws_route53_record.server : record.type == "A"])
    error_message = "The role that applies may change A records only."
  }
}

run "servers_talk_to_each_other_by_group_and_on_two_ports" {
  assert {
    condition = alltrue([
      aws_vpc_security_group_ingress_rule.metrics.security_group_id == aws_security_group.servers.id,
      aws_vpc_security_group_ingress_rule.metrics.referenced_security_group_id == aws_security_group.monitoring.id,
      aws_vpc_security_group_ingress_rule.metrics.from_port == 8080,
      aws_vpc_security_group_ingress_rule.metrics.to_port == 8080,
      aws_vpc_security_group_ingress_rule.metrics.cidr_ipv4 == null,
    ])
    error_message = "Monitoring alone should reach port 8080 of the servers."
  }

  assert {
    condition = alltrue([
      aws_vpc_security_group_ingress_rule.logs.security_group_id == aws_security_group.monitoring.id,
      aws_vpc_security_group_ingress_rule.logs.referenced_security_group_id == aws_security_group.servers.id,
      aws_vpc_security_group_ingress_rule.logs.from_port == 3100,
      aws_vpc_security_group_ingress_rule.logs.to_port == 3100,
      aws_vpc_security_group_ingress_rule.logs.cidr_ipv4 == null,
    ])
    error_message = "The servers alone should reach port 3100 of the monitoring."
  }

  assert {
    condition = local.private_groups == {
      app        = [aws_security_group.servers.id]
      monitoring = [aws_security_group.servers.id, aws_security_group.monitoring.id]
    }
    error_message = "Every server should be in the servers' group, the monitoring also in its own."
  }
}

run "servers_may_be_managed_by_ssm_and_nothing_more" {
  assert {
    condition     = aws_iam_role_policy_attachment.ssm.policy_arn == "arn:aws:iam::aws:policy/AmazonSSMManagedInstanceCore" && aws_iam_role_policy_attachment.ssm.role == aws_iam_role.server.name
    error_message = "The servers' role should have the policy of SSM."
  }

  assert {
    condition     = jsondecode(aws_iam_role.server.assume_role_policy).Statement[0].Principal == { Service = "ec2.amazonaws.com" }
    error_message = "The servers' role should be for servers."
  }
}

run "ssh_from_the_world_is_refused" {
  command = plan
  variables {
    ssh_networks = ["0.0.0.0/0"]
  }
  expect_failures = [var.ssh_networks]
}

run "ssh_from_the_ipv6_world_is_refused" {
  command = plan
  variables {
    ssh_networks = ["::/0"]
  }
  expect_failures = [var.ssh_networks]
}

run "a_name_for_two_servers_is_refused" {
  command = plan
  variables {
    servers = {
      one = { instance_type = "t3.small", disk_size = 20, ports = [], names = ["www"], groups = [] }
      two = { instance_type = "t3.small", disk_size = 20, ports = [], names = ["www"], groups = [] }
    }
  }
  expect_failures = [var.servers]
}

run "a_zone_without_a_subnet_is_refused" {
  command = plan
  variables {
    servers = {
      one = { instance_type = "t3.small", disk_size = 20, ports = [], names = [], groups = [], zone = "c" }
    }
  }
  expect_failures = [var.servers]
}

run "a_name_that_would_break_the_inventory_is_refused" {
  command = plan
  variables {
    servers = {
      "one ansible_user=root" = { instance_type = "t3.small", disk_size = 20, ports = [], names = [], groups = [] }
    }
  }
  expect_failures = [var.servers]
}
