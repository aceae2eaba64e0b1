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
