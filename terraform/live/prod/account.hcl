locals {
  environment = "prod"
  account_id  = read_terragrunt_config(find_in_parent_folders("project.hcl")).locals.accounts.prod

  # Who may do everything in the cluster: the role that people of yours log in with.
  # EKS wants one that is there, its path included: of IAM Identity Center, role/aws-reserved/sso.amazonaws.com/…
  administrator = "arn:aws:iam::${local.account_id}:role/Administrator"

  # GitHub's OIDC provider, where the account has one already; AWS allows one per account.
  github_provider_arn = null
}
