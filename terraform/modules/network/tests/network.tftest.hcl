# Offline: `terraform init -backend=false && terraform test` in this module's folder.
mock_provider "aws" {
  mock_data "aws_availability_zones" {
    defaults = { names = ["eu-central-1a", "eu-central-1b", "eu-central-1c"] }
  }
}

variables {
  name               = "shop"
  cidr_block         = "10.20.0.0/16"
  availability_zones = ["eu-central-1a", "eu-central-1c"]
}

run "a_subnet_in_each_zone" {
  assert {
    condition = { for zone, subnet in aws_subnet.public : zone => subnet.cidr_block } == {
      eu-central-1a = "10.20.0.0/24"
      eu-central-1c = "10.20.1.0/24"
    }
    error_message = "Each zone should have the subnet of its position."
  }

  assert {
    condition     = keys(output.public_subnet_ids) == ["eu-central-1a", "eu-central-1c"]
    error_message = "The subnets should be told by zone."
  }

  assert {
    condition     = aws_route.internet.destination_cidr_block == "0.0.0.0/0" && aws_route.internet.gateway_id == aws_internet_gateway.this.id
    error_message = "Public subnets should reach the internet through the gateway."
  }
}

run "nobody_is_public_by_default" {
  assert {
    condition     = alltrue([for subnet in aws_subnet.public : subnet.map_public_ip_on_launch != true])
    error_message = "A machine should have a public address only where somebody gave it one."
  }
}

run "the_default_security_group_lets_nothing_through" {
  assert {
    condition     = aws_default_security_group.closed.vpc_id == aws_vpc.this.id
    error_message = "The VPC's own default group should be the one that is closed."
  }

  assert {
    condition     = length(aws_default_security_group.closed.ingress) == 0 && length(aws_default_security_group.closed.egress) == 0
    error_message = "The default group should have no rule."
  }
}

run "another_zone_leaves_the_others_where_they_are" {
  variables {
    availability_zones = ["eu-central-1a", "eu-central-1c", "eu-central-1b"]
  }

  assert {
    condition     = aws_subnet.public["eu-central-1c"].cidr_block == "10.20.1.0/24"
    error_message = "A new zone should not move a subnet."
  }
}

run "a_zone_that_the_account_lacks_is_refused" {
  command = plan
  variables {
    availability_zones = ["eu-central-1d"]
  }
  expect_failures = [aws_subnet.public]
}

run "no_zone_is_refused" {
  command = plan
  variables {
    availability_zones = []
  }
  expect_failures = [var.availability_zones]
}

run "too_small_a_network_is_refused" {
  command = plan
  variables {
    cidr_block = "10.20.0.0/24"
  }
  expect_failures = [var.cidr_block]
}

run "what_is_no_network_is_refused" {
  command = plan
  variables {
    cidr_block = "fd00::/16"
  }
  expect_failures = [var.cidr_block]
}

run "no_private_subnet_without_being_asked" {
  assert {
    condition     = length(aws_subnet.private) + length(aws_nat_gateway.this) + length(aws_eip.nat) + length(aws_vpc_endpoint.s3) == 0 && output.private_subnet_ids == {}
    error_message = "What costs money should be asked for."
  }

  assert {
    condition     = alltrue([for subnet in aws_subnet.public : jsonencode(keys(subnet.tags)) == jsonencode(["Name"])])
    error_message = "A network without Kubernetes should have no tags for it."
  }
}

run "one_gateway_for_all_private_subnets" {
  variables {
    nat = "one"
  }

  assert {
    condition = { for zone, subnet in aws_subnet.private : zone => subnet.cidr_block } == {
      eu-central-1a = "10.20.16.0/20"
      eu-central-1c = "10.20.32.0/20"
    }
    error_message = "Each zone should have a private subnet that is large enough for pods."
  }

  assert {
    condition     = keys(aws_nat_gateway.this) == ["eu-central-1a"] && aws_nat_gateway.this["eu-central-1a"].subnet_id == aws_subnet.public["eu-central-1a"].id
    error_message = "There should be one gateway, in the first zone's public subnet."
  }

  assert {
    condition     = alltrue([for route in aws_route.nat : route.nat_gateway_id == aws_nat_gateway.this["eu-central-1a"].id && route.destination_cidr_block == "0.0.0.0/0"]) && length(aws_route.nat) == 2
    error_message = "All private subnets should go out by it."
  }

  assert {
    condition     = alltrue([for zone, one in aws_route_table_association.private : one.subnet_id == aws_subnet.private[zone].id && one.route_table_id == aws_route_table.private[zone].id]) && length(aws_route_table_association.private) == 2
    error_message = "Each private subnet should have its own route table, not that with the internet gateway."
  }

  assert {
    condition     = aws_vpc_endpoint.s3[0].service_name == "com.amazonaws.eu-central-1.s3" && aws_vpc_endpoint.s3[0].route_table_ids == toset([for table in aws_route_table.private : table.id])
    error_message = "Private subnets should reach S3 without the gateway."
  }

  assert {
    condition     = alltrue([for subnet in aws_subnet.public : subnet.tags["kubernetes.io/role/elb"] == "1"]) && alltrue([for subnet in aws_subnet.private : subnet.tags["kubernetes.io/role/internal-elb"] == "1"])
    error_message = "Load balancers of Kubernetes should find the subnets."
  }
}

run "a_gateway_in_each_zone" {
  variables {
    nat = "each"
  }

  assert {
    condition     = { for zone, route in aws_route.nat : zone => route.nat_gateway_id } == { for zone, gateway in aws_nat_gateway.this : zone => gateway.id } && keys(aws_nat_gateway.this) == ["eu-central-1a", "eu-central-1c"]
    error_message = "Each zone should go out by its own gateway."
  }

  assert {
    condition     = output.nat_addresses == { for zone, address in aws_eip.nat : zone => address.public_ip }
    error_message = "The gateways' addresses should be told."
  }
}

run "another_number_of_gateways_is_refused" {
  command = plan
  variables {
    nat = "two"
  }
  expect_failures = [var.nat]
}
