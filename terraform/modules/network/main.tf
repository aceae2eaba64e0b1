locals {
  public = { for index, zone in var.availability_zones : zone => cidrsubnet(var.cidr_block, 8, index) }
}

data "aws_availability_zones" "here" {}

resource "aws_vpc" "this" {
  cidr_block           = var.cidr_block
  enable_dns_hostnames = true
  tags                 = { Name = var.name }
}

# What names no group of its own gets this one: nothing comes in, nothing goes out.
resource "aws_default_security_group" "closed" {
  vpc_id = aws_vpc.this.id
  tags   = { Name = "${var.name}-default-closed" }
}

resource "aws_internet_gateway" "this" {
  vpc_id = aws_vpc.this.id
  tags   = { Name = var.name }
}

resource "aws_subnet" "public" {
  for_each = local.public

  vpc_id            = aws_vpc.this.id
  availability_zone = each.key
  cidr_block        = each.value
  tags = merge(
    { Name = "${var.name}-public-${each.key}" },
    # Where a load balancer of Kubernetes' goes that the internet may reach.
    var.nat == "none" ? {} : { "kubernetes.io/role/elb" = "1" },
  )

  lifecycle {
    precondition {
      condition     = contains(data.aws_availability_zones.here.names, each.key)
      error_message = "This account has no availability zone '${each.key}' here; it has: ${join(", ", data.aws_availability_zones.here.names)}."
    }
  }
}

resource "aws_route_table" "public" {
  vpc_id = aws_vpc.this.id
  tags   = { Name = "${var.name}-public" }
}

resource "aws_route" "internet" {
  route_table_id         = aws_route_table.public.id
  destination_cidr_block = "0.0.0.0/0"
  gateway_id             = aws_internet_gateway.this.id
}

resource "aws_route_table_association" "public" {
  for_each = aws_subnet.public

  subnet_id      = each.value.id
  route_table_id = aws_route_table.public.id
}
