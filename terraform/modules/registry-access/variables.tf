variable "project" {
  description = "Names everything."
  type        = string
}

variable "region" {
  description = "The registry's region."
  type        = string
}

variable "repositories" {
  description = "The repositories that may be pushed to."
  type        = set(string)

  validation {
    condition     = length(var.repositories) > 0 && alltrue([for name in var.repositories : can(regex("^[a-z0-9._/-]+$", name))])
    error_message = "repositories must name at least one repository, each exactly and without wildcards."
  }
}

variable "state_bucket" {
  description = "The bucket of the account's states."
  type        = string
}

variable "repository" {
  description = "The repository on GitHub with sources and infrastructure, as github-oidc takes it."
  type        = object({ owner = string, name = string, owner_id = optional(string), id = optional(string) })
}

variable "push_branch" {
  description = "The branch whose runs build and push images."
  type        = string
  default     = "staging"
}

variable "default_branch" {
  description = "Where GitHub starts nightly runs, which plan."
  type        = string
  default     = "main"
}

variable "github_provider_arn" {
  description = "GitHub's OIDC provider, where the account has one already; AWS allows one per account."
  type        = string
  default     = null
}
