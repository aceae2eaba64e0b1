# Stands in for the example's own files where the AWS provider cannot be had: the same servers and names, of resources
# that Terraform brings along.
terraform {
  required_version = ">= 1.11"

  backend "s3" {
    key          = "infrastructure/terraform.tfstate"
    encrypt      = true
    use_lockfile = true
  }
}

resource "terraform_data" "server" {
  for_each = var.servers

  input = {
    name          = "${var.project}-${each.key}"
    instance_type = each.value.instance_type
    disk_size     = each.value.disk_size
    key           = var.ssh_public_key
  }
}

resource "terraform_data" "port" {
  for_each = merge([
    for name, server in var.servers : { for port in server.ports : "${name}-${port}" => port }
  ]...)

  input = each.value
}

resource "terraform_data" "record" {
  for_each = merge([
    for name, server in var.servers : { for label in server.names : label => name }
  ]...)

  input            = trimprefix("${each.key}.${var.domain}", ".")
  triggers_replace = each.value
}

output "hosts" {
  description = "What Ansible needs to know of each server."
  value = {
    for name, server in var.servers : name => {
      address = terraform_data.server[name].id
      user    = "ubuntu"
      port    = 22
      groups  = server.groups
      vars    = { private_address = cidrhost("10.20.0.0/24", 10 + index(keys(var.servers), name)) }
    }
  }
}
