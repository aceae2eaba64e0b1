include "root" {
  path = find_in_parent_folders("root.hcl")
}

include "unit" {
  path = "${dirname(find_in_parent_folders("root.hcl"))}/units/access.hcl"
}

locals {
  project = read_terragrunt_config(find_in_parent_folders("project.hcl")).locals
}

inputs = {
  argocd_role_arn = "arn:aws:iam::${local.project.accounts.prod}:role/${local.project.project}-prod-argocd"
}
