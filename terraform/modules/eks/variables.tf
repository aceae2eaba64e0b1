variable "name" {
  description = "The cluster's name."
  type        = string

  validation {
    condition     = can(regex("^[a-z][a-z0-9-]{1,39}$", var.name))
    error_message = "name must be 2 to 40 lower-case letters, digits and hyphens, a letter first."
  }
}

variable "kubernetes_version" {
  description = "The version of Kubernetes, such as 1.35. EKS goes up one minor version at a time, and never back."
  type        = string

  validation {
    condition     = can(regex("^1\\.[0-9]{2}$", var.kubernetes_version))
    error_message = "kubernetes_version must be a minor version such as 1.35."
  }
}

variable "roles" {
  description = "The roles of cluster-roles: of the control plane, the nodes, the network's pods and the volumes' pods."
  type        = object({ cluster = string, nodes = string, cni = string, ebs_csi = string })
}

variable "secrets_key_arn" {
  description = "The key of KMS that secrets are encrypted by, in the cluster's region. A cluster without its key is lost."
  type        = string

  validation {
    condition     = can(regex("^arn:aws[a-z-]*:kms:[a-z0-9-]+:[0-9]{12}:key/[A-Za-z0-9-]+$", var.secrets_key_arn))
    error_message = "secrets_key_arn must be the ARN of one key, not of an alias."
  }
}

variable "subnet_ids" {
  description = "Private subnets in at least two zones, for nodes, pods and the endpoint."
  type        = list(string)

  validation {
    condition     = length(distinct(var.subnet_ids)) >= 2
    error_message = "subnet_ids must name subnets in at least two zones: EKS takes no fewer."
  }
}

variable "nodes" {
  description = "The nodes: how many, of what type, with how large a disk in GiB. `ami_type` must fit the processor."
  type = object({
    count          = number
    instance_types = list(string)
    disk_size      = optional(number, 50)
    ami_type       = optional(string, "AL2023_x86_64_STANDARD")
  })

  validation {
    condition     = var.nodes.count >= 2 && var.nodes.count <= 100
    error_message = "nodes.count must be between 2 and 100: with one node, its update stops everything."
  }

  validation {
    condition     = length(var.nodes.instance_types) > 0 && var.nodes.disk_size >= 20
    error_message = "nodes needs an instance type, and a disk of at least 20 GiB."
  }
}

variable "access" {
  description = "Who may do what in Kubernetes: a role's ARN and one of EKS's policies, in all namespaces or in those named. Nobody else may do anything, the cluster's maker included."
  type = map(object({
    principal_arn = string
    policy        = string
    namespaces    = optional(set(string))
  }))

  validation {
    condition     = alltrue([for one in values(var.access) : contains(["ClusterAdmin", "Admin", "Edit", "View", "AdminView"], one.policy)])
    error_message = "access.policy must be ClusterAdmin, Admin, Edit, View or AdminView."
  }

  validation {
    condition     = alltrue([for one in values(var.access) : can(regex("^arn:aws[a-z-]*:iam::[0-9]{12}:(role|user)/[A-Za-z0-9+=,.@_/-]+$", one.principal_arn))])
    error_message = "access.principal_arn must be one role or user of IAM, exact and without wildcards."
  }
}

variable "pod_identities" {
  description = "Which service account's pods get which role."
  type        = map(object({ namespace = string, service_account = string, role_arn = string }))
  default     = {}
}

variable "api_networks" {
  description = "Who reaches Kubernetes' API from outside the VPC, as IPv4 networks of a few addresses. Empty: nobody, the endpoint is private."
  type        = set(string)
  default     = []

  validation {
    condition = alltrue([for network in var.api_networks :
      can(cidrnetmask(network)) && try(tonumber(split("/", network)[1]) >= 24 && cidrhost(network, 0) == split("/", network)[0], false)
    ])
    error_message = "api_networks must be IPv4 networks such as 203.0.113.7/32, from their first address, /24 or smaller: the API is never open to the world."
  }
}

variable "addon_versions" {
  description = "The versions of addons, by name. Without one, EKS takes its default when the addon is made, and it stays."
  type        = map(string)
  default     = {}
}

variable "log_days" {
  description = "How long the control plane's log is kept, audit log included: one of the numbers that CloudWatch knows."
  type        = number
  default     = 90
}
