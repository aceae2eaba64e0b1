output "github_roles" {
  description = "What GitHub's workflows take, by name: `plan`, `apply` and `push`."
  value       = { for name, role in module.github.roles : name => role.arn }
  depends_on  = [aws_iam_role_policy.github]
}

output "github_provider_arn" {
  description = "GitHub's OIDC provider, for environments in this account."
  value       = module.github.provider_arn
}
