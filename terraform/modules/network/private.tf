locals {
  zones   = var.nat == "none" ? [] : var.availability_zones
  private = { for index, zone in local.zones : zone => cidrsubnet(var.cidr_block, 4, index + 1) }
  # The zone whose gateway a private subnet goes out by.
  gateway = { for zone in local.zones : zone => var.nat == "one" ? local.zones[0] : zone }
}

resource "aws_subnet" "private" {
  for_each = local.private

  vpc_id            = aws_vpc.this.id
  availability_zone = each.key
  cidr_block        = each.value
  tags              = { Name = "${var.name}-private-${each.key}", "kubernetes.io/role/internal-elb" = "1" }
}

resource "aws_eip" "nat" {
  for_each = toset(values(local.gateway))

  domain = "vpc"
  tags   = { Name = "${var.name}-nat-${each.key}" }
}

resource "aws_nat_gateway" "this" {
  for_each = aws_eip.nat

  allocation_id = each.value.id
  subnet_id     = aws_subnet.public[each.key].id
  tags          = { Name = "${var.name}-${each.key}" }

  depends_on = [aws_route.internet]
}

resource "aws_route_table" "private" {
  for_each = local.private

  vpc_id = aws_vpc.this.id
  tags   = { Name = "${var.name}-private-${each.key}" }
}

resource "aws_route" "nat" {
  for_each = local.gateway

  route_table_id         = aws_route_table.private[each.key].id
  destination_cidr_block = "0.0.0.0/0"
  nat_gateway_id         = aws_nat_gateway.this[each.value].id
}

resource "aws_route_table_association" "private" {
  for_each = aws_subnet.private

  subnet_id      = each.value.id
  route_table_id = aws_route_table.private[each.key].id
}

# Layers of images in ECR come from S3: this way costs nothing, the gateway's bytes do.
resource "aws_vpc_endpoint" "s3" {
  count = var.nat == "none" ? 0 : 1

  vpc_id            = aws_vpc.this.id
  service_name      = "com.amazonaws.${replace(var.availability_zones[0], "/[a-z]$/", "")}.s3"
  vpc_endpoint_type = "Gateway"
  route_table_ids   = [for table in aws_route_table.private : table.id]
  tags              = { Name = "${var.name}-s3" }
}
