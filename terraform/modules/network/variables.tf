variable "name" {
  description = "Names everything in the console."
  type        = string
}

variable "cidr_block" {
  description = "The addresses of the VPC, for example 10.20.0.0/16. Each subnet takes a 256th of them."
  type        = string

  validation {
    condition     = can(cidrnetmask(var.cidr_block)) && try(tonumber(split("/", var.cidr_block)[1]), 0) >= 16 && try(tonumber(split("/", var.cidr_block)[1]), 32) <= 20
    error_message = "cidr_block must be an IPv4 network between /16 and /20: AWS has no larger VPC, and a 256th of a smaller one is no subnet."
  }
}

variable "availability_zones" {
  description = "Where there is a public subnet, for example eu-central-1a. Put new ones at the end: the position decides a subnet's addresses."
  type        = list(string)

  validation {
    condition     = length(var.availability_zones) > 0 && length(distinct(var.availability_zones)) == length(var.availability_zones)
    error_message = "availability_zones must name at least one zone, and none twice."
  }
}

variable "nat" {
  description = "Whether there is a private subnet in each zone beside the public one, and how it goes out: `one` gateway for all (cheap; the zone it is in takes the others with it), or one in `each` zone. `none`: no private subnets."
  type        = string
  default     = "none"

  validation {
    condition     = contains(["none", "one", "each"], var.nat)
    error_message = "nat must be none, one or each."
  }
}
