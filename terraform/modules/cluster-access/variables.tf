variable "project" {
  description = "Names and tags everything."
  type        = string

  validation {
    condition     = can(regex("^[a-z][a-z0-9-]{0,20}$", var.project))
    error_message = "project must be at most 21 lower-case letters, digits and hyphens, a letter first."
  }
}

variable "environment" {
  description = "The environment, such as staging; the cluster is PROJECT-ENVIRONMENT."
  type        = string

  validation {
    condition     = can(regex("^[a-z][a-z0-9-]{1,15}$", var.environment))
    error_message = "environment must be 2 to 16 lower-case letters, digits and hyphens, a letter first."
  }
}

variable "region" {
  description = "The region of the environment's units."
  type        = string
}

variable "state_bucket" {
  description = "The bucket of the account's states."
  type        = string
}

variable "repository" {
  description = "The repository on GitHub with the infrastructure, as github-oidc takes it."
  type        = object({ owner = string, name = string, owner_id = optional(string), id = optional(string) })
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

variable "argocd" {
  description = "Where Argo CD runs: the roles in other clusters that it may become, and the repositories whose tags Image Updater reads."
  type        = object({ target_roles = set(string), repository_arns = set(string) })
  default     = null
}

variable "argocd_role_arn" {
  description = "Where Argo CD comes from another cluster: its role there."
  type        = string
  default     = null

  validation {
    condition     = var.argocd_role_arn == null || can(regex("^arn:aws[a-z-]*:iam::[0-9]{12}:role/[A-Za-z0-9+=,.@_-]+$", var.argocd_role_arn))
    error_message = "argocd_role_arn must be the ARN of one role, without wildcards."
  }
}
