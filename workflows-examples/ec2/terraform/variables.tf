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
  description = "The addresses of the VPC; the servers' subnet takes a 256th of them."
  type        = string
  default     = "10.20.0.0/16"
}

variable "servers" {
  description = "The servers, by name. Everybody reaches `ports`; `names` are DNS names below `domain`, \"\" the domain itself."
  type = map(object({
    instance_type = string
    disk_size     = number
    ports         = list(number)
    names         = list(string)
    groups        = list(string)
  }))

  validation {
    condition     = alltrue([for server in var.servers : !contains(server.ports, 22)])
    error_message = "Port 22 is opened by ssh_networks, to these networks alone."
  }
}

variable "ssh_public_key" {
  description = "The public key that Ansible logs in with."
  type        = string
}

variable "ssh_networks" {
  description = "Who may reach port 22, as CIDR blocks. Empty: nobody."
  type        = list(string)
  default     = []
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
