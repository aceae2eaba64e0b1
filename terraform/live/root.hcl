# What every unit has: the place of its state, and its provider.
locals {
  project = read_terragrunt_config(find_in_parent_folders("project.hcl")).locals
  account = read_terragrunt_config(find_in_parent_folders("account.hcl")).locals
  # A unit in no region's folder is in the project's.
  region = read_terragrunt_config(find_in_parent_folders("region.hcl", find_in_parent_folders("project.hcl"))).locals.region
}

remote_state {
  backend = "s3"

  generate = {
    path      = "backend.tf"
    if_exists = "overwrite_terragrunt"
  }

  config = {
    bucket               = "${local.project.project}-terraform-state-${local.account.account_id}"
    key                  = "${path_relative_to_include()}/terraform.tfstate"
    region               = local.project.region
    encrypt              = true
    use_lockfile         = true
    bucket_sse_algorithm = "AES256"
  }
}

generate "provider" {
  path      = "provider.tf"
  if_exists = "overwrite_terragrunt"
  contents  = <<-HCL
    provider "aws" {
      region              = "${local.region}"
      allowed_account_ids = ["${local.account.account_id}"]

      default_tags {
        tags = {
          Project     = "${local.project.project}"
          Environment = "${local.account.environment}"
          ManagedBy   = "terraform"
        }
      }
    }
  HCL
}
