variable "name" {
  description = "The role's name."
  type        = string
}

variable "cluster_name" {
  description = "The one cluster whose pods may take the role."
  type        = string
}

variable "namespace" {
  description = "The namespace of the pods."
  type        = string
}

variable "service_accounts" {
  description = "The service accounts of the pods."
  type        = set(string)

  validation {
    condition     = length(var.service_accounts) > 0 && alltrue([for name in var.service_accounts : can(regex("^[a-z0-9-]+$", name))])
    error_message = "service_accounts must name at least one service account, each exactly."
  }
}

variable "statements" {
  description = "What the pods may do, as statements of an IAM policy."
  type        = any
  default     = []
}

variable "policy_arn" {
  description = "A policy of AWS's own, beside or instead of the statements."
  type        = string
  default     = null
}
