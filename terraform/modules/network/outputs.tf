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
