variable "cluster_name" {
  description = "The cluster that Argo CD runs in."
  type        = string
}

variable "target_roles" {
  description = "The roles in other clusters that Argo CD may become: one for each cluster, by ARN."
  type        = set(string)
  default     = []

  validation {
    condition     = alltrue([for arn in var.target_roles : can(regex("^arn:aws[a-z-]*:iam::[0-9]{12}:role/[A-Za-z0-9+=,.@_/-]+$", arn))])
    error_message = "target_roles must be ARNs of single roles, without wildcards."
  }
}

variable "repository_arns" {
  description = "The repositories of ECR whose tags Image Updater reads, by ARN."
  type        = set(string)

  validation {
    condition     = length(var.repository_arns) > 0 && alltrue([for arn in var.repository_arns : can(regex("^arn:aws[a-z-]*:ecr:[a-z0-9-]+:[0-9]{12}:repository/[a-z0-9._/-]+$", arn))])
    error_message = "repository_arns must be ARNs of single repositories of ECR, without wildcards."
  }
}
