locals {
  project = read_terragrunt_config(find_in_parent_folders("project.hcl")).locals
  account = read_terragrunt_config(find_in_parent_folders("account.hcl")).locals
}

terraform {
  source = "${dirname(find_in_parent_folders("root.hcl"))}/../modules//eks"
}

# Mocks let a plan be made before there is anything. An apply never takes one. A validation asks for no state at all.
dependency "network" {
  config_path  = "../network"
  skip_outputs = get_terraform_command() == "validate"

  mock_outputs_allowed_terraform_commands = ["validate", "plan"]
  mock_outputs = {
    private_subnet_ids = { a = "subnet-0000000000000000a", b = "subnet-0000000000000000b" }
  }
}

# Made by a person, outside of the folder that workflows run.
dependency "access" {
  config_path  = "../../access"
  skip_outputs = get_terraform_command() == "validate"

  mock_outputs_allowed_terraform_commands = ["validate", "plan"]
  mock_outputs = {
    roles = {
      for name in ["cluster", "nodes", "cni", "ebs_csi"] : name => "arn:aws:iam::${local.account.account_id}:role/mock"
    }
    secrets_key_arn    = "arn:aws:kms:${local.project.region}:${local.account.account_id}:key/mock"
    pod_identities     = {}
    argocd_target_role = null
  }
}

inputs = {
  name            = "${local.project.project}-${local.account.environment}"
  subnet_ids      = values(dependency.network.outputs.private_subnet_ids)
  roles           = dependency.access.outputs.roles
  secrets_key_arn = dependency.access.outputs.secrets_key_arn
  pod_identities  = dependency.access.outputs.pod_identities

  access = merge(
    { administrator = { principal_arn = local.account.administrator, policy = "ClusterAdmin" } },
    dependency.access.outputs.argocd_target_role == null ? {} : {
      argocd = { principal_arn = dependency.access.outputs.argocd_target_role, policy = "ClusterAdmin" }
    },
  )
  api_networks = dependency.access.outputs.argocd_target_role == null ? [] : local.project.argocd_addresses
}
