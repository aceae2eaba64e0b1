output "registry" {
  description = "The registry's host, as build-push takes it."
  value       = split("/", values(aws_ecr_repository.this)[0].repository_url)[0]
}

output "repositories" {
  description = "The repositories' addresses, by name."
  value       = { for name, repository in aws_ecr_repository.this : name => repository.repository_url }
}
