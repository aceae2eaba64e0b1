include "root" {
  path = find_in_parent_folders("root.hcl")
}

locals {
  project = read_terragrunt_config(find_in_parent_folders("project.hcl")).locals
  account = read_terragrunt_config(find_in_parent_folders("account.hcl")).locals
}

terraform {
  source = "${dirname(find_in_parent_folders("root.hcl"))}/../modules//registry-access"
}

inputs = {
  project             = local.project.project
  region              = local.project.region
  repository          = local.project.repository
  default_branch      = local.project.default_branch
  repositories        = local.project.registry.repositories
  state_bucket        = "${local.project.project}-terraform-state-${local.account.account_id}"
  github_provider_arn = local.account.github_provider_arn
}
