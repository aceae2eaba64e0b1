output "hosts" {
  description = "What Ansible needs to know of each server; nothing else passes from Terraform to Ansible."
  value = {
    for name, server in var.servers : name => {
      address = var.ssh_by == "ssm" ? module.server[name].instance_id : module.server[name].public_address
      user    = "ubuntu"
      port    = 22
      groups  = server.groups
      vars    = { private_address = module.server[name].private_address }
    }
  }
}

output "names" {
  description = "The DNS names, by server."
  value = {
    for name in keys(var.servers) : name => sort([
      for label, record in aws_route53_record.server : record.fqdn if local.names[label] == name
    ])
  }
}

output "instances" {
  description = "The EC2 instances by server, for `aws ssm start-session --target`."
  value       = { for name, server in module.server : name => server.instance_id }
}
