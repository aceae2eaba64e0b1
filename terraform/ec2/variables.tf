variable "project" {
  description = "Names and tags everything."
  type        = string
  default     = "shop"
}

variable "region" {
  description = "The AWS region."
  type        = string
}

variable "domain" {
  description = "A hosted zone of Route 53; every server gets the names it lists below it."
  type        = string
}

variable "network" {
  description = "The addresses of the VPC; a subnet takes a 256th of them."
  type        = string
  default     = "10.20.0.0/16"
}

variable "zones" {
  description = "The letters of the availability zones with a subnet. Put new ones at the end: the position decides a subnet's addresses."
  type        = list(string)
  default     = ["a", "b"]

  validation {
    condition     = length(var.zones) > 0 && alltrue([for zone in var.zones : can(regex("^[a-z]$", zone))])
    error_message = "zones must be letters, such as [\"a\", \"b\"] for eu-central-1a and eu-central-1b."
  }
}

variable "servers" {
  description = "The servers, by name. Everybody reaches `ports`; `names` are DNS names below `domain`, \"\" the domain itself; `zone` is a letter of `zones`, the first by default."
  type = map(object({
    instance_type = string
    disk_size     = number
    ports         = set(number)
    names         = list(string)
    groups        = list(string)
    zone          = optional(string)
  }))

  validation {
    condition     = alltrue([for name in keys(var.servers) : can(regex("^[a-z][a-z0-9-]{0,30}$", name))])
    error_message = "A server's name must be lower-case letters, digits and hyphens, a letter first: it becomes a name in AWS and in Ansible's inventory."
  }

  validation {
    condition     = alltrue([for server in var.servers : server.zone == null ? true : contains(var.zones, server.zone)])
    error_message = "A server's zone must be one of `zones`."
  }

  validation {
    condition     = length(flatten([for server in var.servers : server.names])) == length(distinct(flatten([for server in var.servers : server.names])))
    error_message = "A DNS name can belong to one server only."
  }
}

variable "ssh_public_key" {
  description = "The public key that Ansible logs in with."
  type        = string
}

variable "ssh_by" {
  description = "How Ansible reaches the servers: `ssm`, by their instance ids through AWS SSM, so that no port has to be open; or `address`, by their addresses, from `ssh_networks`."
  type        = string
  default     = "ssm"

  validation {
    condition     = contains(["ssm", "address"], var.ssh_by)
    error_message = "ssh_by must be ssm or address."
  }
}

variable "ssh_networks" {
  description = "Who may reach port 22, as IPv4 networks. Empty: nobody."
  type        = set(string)
  default     = []

  # The module refuses the same; here the message names the variable that is set.
  validation {
    condition = alltrue([for network in var.ssh_networks :
      can(cidrnetmask(network)) && try(tonumber(split("/", network)[1]) >= 8 && cidrhost(network, 0) == split("/", network)[0], false)
    ])
    error_message = "ssh_networks must be IPv4 networks such as 203.0.113.7/32, from their first address, /8 or smaller: port 22 is never open to the world."
  }
}

variable "image" {
  description = "The machine image: its owner's account and its name. The newest is taken for new servers; running ones keep theirs."
  type = object({
    owner = string
    name  = string
  })
  default = {
    owner = "099720109477" # Canonical
    name  = "ubuntu/images/hvm-ssd-gp3/ubuntu-noble-24.04-amd64-server-*"
  }
}
