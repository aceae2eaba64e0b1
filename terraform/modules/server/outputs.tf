output "public_address" {
  description = "The Elastic IP."
  value       = aws_eip.this.public_ip

  # Before, nobody is reached there.
  depends_on = [aws_eip_association.this]
}

output "private_address" {
  description = "Where other servers of the VPC reach it."
  value       = aws_instance.this.private_ip
}

output "instance_id" {
  description = "The EC2 instance, as AWS SSM wants it."
  value       = aws_instance.this.id
}
