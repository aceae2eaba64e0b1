locals {
  environment = "shared"
  account_id  = read_terragrunt_config(find_in_parent_folders("project.hcl")).locals.registry.account_id

  # GitHub's OIDC provider, where the account has one already; AWS allows one per account.
  github_provider_arn = null
}
