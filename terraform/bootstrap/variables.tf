variable "project" {
  description = "The same as in terraform/ec2: names and tags everything. The roles may touch what is named after it."
  type        = string
  default     = "shop"

  validation {
    condition     = can(regex("^[a-z][a-z0-9-]{1,20}$", var.project))
    error_message = "project must be 2 to 21 lower-case letters, digits and hyphens, a letter first."
  }
}

variable "region" {
  description = "The AWS region, for example eu-central-1."
  type        = string
}

variable "domain" {
  description = "A public hosted zone of Route 53 that exists; its A records are the only ones that an apply may change."
  type        = string
}

variable "repository" {
  description = "OWNER/NAME of the one repository on GitHub whose workflows may take the roles."
  type        = string

  validation {
    condition     = can(regex("^[A-Za-z0-9-]+/[A-Za-z0-9._-]+$", var.repository))
    error_message = "repository must be OWNER/NAME of one repository, without wildcards."
  }
}

variable "owner_id" {
  description = "The owner's number: gh api repos/OWNER/NAME --jq .owner.id. Wanted together with repository_id by repositories made or renamed since 15 July 2026."
  type        = string
  default     = null
}

variable "repository_id" {
  description = "The repository's number: gh api repos/OWNER/NAME --jq .id"
  type        = string
  default     = null
}

variable "default_branch" {
  description = "The repository's default branch: GitHub starts the nightly drift workflow there."
  type        = string
  default     = "integration"

  validation {
    condition     = can(regex("^[A-Za-z0-9._/-]+$", var.default_branch))
    error_message = "default_branch must name one branch, without wildcards."
  }
}

variable "github_provider_arn" {
  description = "GitHub's OIDC provider, where the account has one already; AWS allows one per account."
  type        = string
  default     = null
}
