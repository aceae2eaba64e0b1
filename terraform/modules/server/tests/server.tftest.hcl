mock_provider "aws" {}

variables {
  name               = "shop-app"
  ami                = "ami-1"
  instance_type      = "t3.small"
  disk_size          = 20
  vpc_id             = "vpc-1"
  subnet_id          = "subnet-1"
  security_group_ids = ["sg-servers"]
  key_name           = "shop-ansible"
  instance_profile   = "shop-server"
}

run "closed_without_being_told_otherwise" {
  assert {
    condition     = length(aws_vpc_security_group_ingress_rule.public) + length(aws_vpc_security_group_ingress_rule.ssh) == 0
    error_message = "A server should be open to nobody by default."
  }
}

run "metadata_only_with_a_token_and_not_for_containers" {
  assert {
    condition     = aws_instance.this.metadata_options[0].http_tokens == "required"
    error_message = "IMDSv2 should be required."
  }

  assert {
    condition     = aws_instance.this.metadata_options[0].http_put_response_hop_limit == 1
    error_message = "Containers should not reach the metadata."
  }
}

run "an_encrypted_gp3_disk" {
  assert {
    condition     = aws_instance.this.root_block_device[0].encrypted && aws_instance.this.root_block_device[0].volume_type == "gp3"
    error_message = "The disk should be encrypted, and gp3."
  }
}

run "its_own_group_its_profile_and_its_address" {
  assert {
    condition     = aws_instance.this.vpc_security_group_ids == toset([aws_security_group.this.id, "sg-servers"])
    error_message = "The server should be in its own group and in those it is given."
  }

  assert {
    condition     = aws_instance.this.iam_instance_profile == "shop-server"
    error_message = "The server should have the profile it is given."
  }

  assert {
    condition     = aws_eip_association.this.allocation_id == aws_eip.this.id && aws_eip_association.this.instance_id == aws_instance.this.id
    error_message = "The Elastic IP should be the server's."
  }

  assert {
    condition     = output.public_address == aws_eip.this.public_ip && output.private_address == aws_instance.this.private_ip
    error_message = "The addresses told should be the server's."
  }
}

run "ports_for_everybody_and_ssh_for_the_networks_named" {
  variables {
    ports        = [80, 443]
    ssh_networks = ["203.0.113.7/32", "10.0.0.0/8"]
  }

  assert {
    condition     = sort([for rule in aws_vpc_security_group_ingress_rule.public : "${rule.cidr_ipv4} ${rule.ip_protocol} ${rule.from_port}-${rule.to_port}"]) == tolist(["0.0.0.0/0 tcp 443-443", "0.0.0.0/0 tcp 80-80"])
    error_message = "Everybody should reach 80 and 443, each alone."
  }

  assert {
    condition     = sort([for rule in aws_vpc_security_group_ingress_rule.ssh : "${rule.cidr_ipv4} ${rule.ip_protocol} ${rule.from_port}-${rule.to_port}"]) == tolist(["10.0.0.0/8 tcp 22-22", "203.0.113.7/32 tcp 22-22"])
    error_message = "The named networks should reach port 22, and it alone."
  }

  assert {
    condition     = alltrue([for rule in concat(values(aws_vpc_security_group_ingress_rule.public), values(aws_vpc_security_group_ingress_rule.ssh)) : rule.security_group_id == aws_security_group.this.id])
    error_message = "All rules should be of the server's own group."
  }
}

run "port_22_for_everybody_is_refused" {
  command = plan
  variables {
    ports = [22, 443]
  }
  expect_failures = [var.ports]
}

run "another_port_for_everybody_is_refused" {
  command = plan
  variables {
    ports = [8080]
  }
  expect_failures = [var.ports]
}

run "ssh_from_the_world_is_refused" {
  command = plan
  variables {
    ssh_networks = ["203.0.113.7/32", "0.0.0.0/0"]
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

run "ssh_from_both_halves_of_the_world_is_refused" {
  command = plan
  variables {
    ssh_networks = ["0.0.0.0/1", "128.0.0.0/1"]
  }
  expect_failures = [var.ssh_networks]
}

run "an_address_without_a_length_is_refused" {
  command = plan
  variables {
    ssh_networks = ["203.0.113.7"]
  }
  expect_failures = [var.ssh_networks]
}

run "a_network_from_its_middle_is_refused" {
  command = plan
  variables {
    ssh_networks = ["203.0.113.7/24"]
  }
  expect_failures = [var.ssh_networks]
}

run "a_disk_too_small_for_the_image_is_refused" {
  command = plan
  variables {
    disk_size = 4
  }
  expect_failures = [var.disk_size]
}
