output "vpc_id" {
  description = "The VPC."
  value       = aws_vpc.this.id
}

output "public_subnet_ids" {
  description = "The public subnets, by availability zone."
  value       = { for zone, subnet in aws_subnet.public : zone => subnet.id }

  # Without the route, a machine in them starts without the internet.
  depends_on = [aws_route.internet, aws_route_table_association.public]
}

output "private_subnet_ids" {
  description = "The private subnets, by availability zone; none without `nat`."
  value       = { for zone, subnet in aws_subnet.private : zone => subnet.id }

  depends_on = [aws_route.nat, aws_route_table_association.private]
}

output "nat_addresses" {
  description = "The public addresses that private subnets come from, by availability zone."
  value       = { for zone, address in aws_eip.nat : zone => address.public_ip }
}
