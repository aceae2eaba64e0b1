variable "name" {
  description = "The roles are named after it: NAME-plan for the role `plan`."
  type        = string
}

variable "repository" {
  description = "The one repository whose workflows may take the roles, its owner's and its own number included: `gh api repos/OWNER/NAME --jq '.owner.id, .id'`. Without the numbers, only the older form of GitHub's tokens is accepted."
  type = object({
    owner    = string
    name     = string
    owner_id = optional(string)
    id       = optional(string)
  })

  validation {
    condition     = can(regex("^[A-Za-z0-9-]+$", var.repository.owner)) && can(regex("^[A-Za-z0-9._-]+$", var.repository.name))
    error_message = "repository must name one owner and one repository, without wildcards."
  }

  validation {
    condition = (var.repository.id == null) == (var.repository.owner_id == null) && alltrue([
      for id in [var.repository.id, var.repository.owner_id] : id == null || can(regex("^[0-9]+$", id))
    ])
    error_message = "repository.owner_id and repository.id are GitHub's numbers; give both or none."
  }
}

variable "roles" {
  description = "Who may take a role, by the role's name: the ends of GitHub's `sub` claim, such as `pull_request`, `ref:refs/heads/main` or `environment:production`. A job with an environment has that form alone."
  type        = map(set(string))

  validation {
    condition = alltrue(flatten([
      for subjects in values(var.roles) : [
        for subject in subjects : can(regex("^(pull_request|ref:refs/(heads|tags)/[A-Za-z0-9._/-]+|environment:[A-Za-z0-9._%-]+)$", subject))
      ]
    ]))
    error_message = "A subject is `pull_request`, `ref:refs/heads/BRANCH`, `ref:refs/tags/TAG` or `environment:NAME`, exact and without wildcards."
  }

  validation {
    condition     = alltrue([for subjects in values(var.roles) : length(subjects) > 0])
    error_message = "A role that nobody may take is of no use: name at least one subject."
  }
}

variable "provider_arn" {
  description = "GitHub's OIDC provider, where the account has one already; AWS allows one per account. Without it, it is made."
  type        = string
  default     = null
}
