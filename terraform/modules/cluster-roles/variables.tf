variable "cluster_name" {
  description = "The cluster; the roles are named after it."
  type        = string

  validation {
    condition     = can(regex("^[a-z][a-z0-9-]{1,39}$", var.cluster_name))
    error_message = "cluster_name must be 2 to 40 lower-case letters, digits and hyphens, a letter first."
  }
}

variable "region" {
  description = "The cluster's region: where its load balancers may be."
  type        = string
}
