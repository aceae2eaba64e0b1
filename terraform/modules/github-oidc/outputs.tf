output "roles" {
  description = "The roles by name: `arn` for GitHub, `name` to attach permissions to."
  value       = { for key, role in aws_iam_role.this : key => { arn = role.arn, name = role.name } }
}

output "provider_arn" {
  description = "GitHub's OIDC provider, for another repository's roles."
  value       = local.provider_arn
}

output "subjects" {
  description = "What GitHub's `sub` claim may be, by role."
  value       = local.subjects
}
