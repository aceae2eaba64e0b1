include "root" {
  path = find_in_parent_folders("root.hcl")
}

locals {
  project = read_terragrunt_config(find_in_parent_folders("project.hcl")).locals
}

terraform {
  source = "${dirname(find_in_parent_folders("root.hcl"))}/../modules//ecr"
}

inputs = {
  repositories  = local.project.registry.repositories
  pull_accounts = [for account in distinct(values(local.project.accounts)) : account if account != local.project.registry.account_id]
}
