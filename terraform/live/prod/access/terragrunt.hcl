include "root" {
  path = find_in_parent_folders("root.hcl")
}

include "unit" {
  path = "${dirname(find_in_parent_folders("root.hcl"))}/units/access.hcl"
}

locals {
  project  = read_terragrunt_config(find_in_parent_folders("project.hcl")).locals
  registry = "arn:aws:ecr:${local.project.region}:${local.project.registry.account_id}:repository"
}

# Argo CD runs here.
inputs = {
  argocd = {
    repository_arns = [for name in local.project.registry.repositories : "${local.registry}/${name}"]
    target_roles = [
      for environment, account in local.project.accounts :
      "arn:aws:iam::${account}:role/${local.project.project}-${environment}-argocd-target" if environment != "prod"
    ]
  }
}
