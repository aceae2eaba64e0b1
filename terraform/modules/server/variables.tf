variable "name" {
  description = "Names the server and what belongs to it."
  type        = string
}

variable "ami" {
  description = "The machine image. A running server keeps its own when this changes."
  type        = string
}

variable "instance_type" {
  description = "For example t3.small."
  type        = string
}

variable "disk_size" {
  description = "The size of the encrypted disk, in GiB."
  type        = number

  validation {
    condition     = var.disk_size >= 8 && var.disk_size <= 16384
    error_message = "disk_size must be between 8 and 16384 GiB."
  }
}

variable "vpc_id" {
  description = "The VPC of the subnet."
  type        = string
}

variable "subnet_id" {
  description = "A public subnet."
  type        = string
}

variable "security_group_ids" {
  description = "Groups besides its own: which servers may talk to which."
  type        = list(string)
  default     = []
}

variable "ports" {
  description = "What everybody reaches: 80, 443 or both."
  type        = set(number)
  default     = []

  validation {
    condition     = alltrue([for port in var.ports : contains([80, 443], port)])
    error_message = "ports may hold 80 and 443 and no others; ssh_networks opens port 22 to single networks."
  }
}

variable "ssh_networks" {
  description = "Who may reach port 22, as IPv4 networks. Empty: nobody."
  type        = set(string)
  default     = []

  # Two halves of the world would pass a rule against /0 alone.
  validation {
    condition = alltrue([for network in var.ssh_networks :
      can(cidrnetmask(network)) && try(tonumber(split("/", network)[1]) >= 8 && cidrhost(network, 0) == split("/", network)[0], false)
    ])
    error_message = "ssh_networks must be IPv4 networks such as 203.0.113.7/32, from their first address, /8 or smaller: port 22 is never open to the world."
  }
}

variable "key_name" {
  description = "The EC2 key pair that may log in first."
  type        = string
}

variable "instance_profile" {
  description = "The instance profile: what the server itself may do in AWS."
  type        = string
}
