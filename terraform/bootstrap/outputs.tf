output "github_variables" {
  description = "The variables to set on GitHub; README.md has the command."
  value = {
    AWS_REGION      = var.region
    AWS_PLAN_ROLE   = module.github.roles["plan"].arn
    AWS_APPLY_ROLE  = module.github.roles["apply"].arn
    AWS_DEPLOY_ROLE = module.github.roles["deploy"].arn
    TF_STATE_BUCKET = module.state_bucket.name
    DOMAIN          = var.domain
  }

  # A role is of no use before it may do something.
  depends_on = [aws_iam_role_policy.github]
}

output "state_bucket" {
  description = "Where all states are, this folder's own included."
  value       = module.state_bucket.name
}

output "github_provider_arn" {
  description = "GitHub's OIDC provider, for the bootstrap of another repository in this account."
  value       = module.github.provider_arn
}
