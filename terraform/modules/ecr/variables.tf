variable "repositories" {
  description = "The repositories, one for each image."
  type        = set(string)

  validation {
    condition     = length(var.repositories) > 0 && alltrue([for name in var.repositories : can(regex("^[a-z0-9]+([._/-][a-z0-9]+)*$", name)) && length(name) >= 2])
    error_message = "repositories must be lower-case names such as kv or team/kv, without the registry's host."
  }
}

variable "pull_accounts" {
  description = "Other AWS accounts whose roles may pull."
  type        = set(string)
  default     = []

  validation {
    condition     = alltrue([for account in var.pull_accounts : can(regex("^[0-9]{12}$", account))])
    error_message = "pull_accounts must be AWS account ids of twelve digits; a whole organisation or the world is not meant."
  }
}

variable "untagged_days" {
  description = "After how many days an image without a tag goes."
  type        = number
  default     = 14

  validation {
    condition     = var.untagged_days >= 1
    error_message = "untagged_days must be at least 1."
  }
}
