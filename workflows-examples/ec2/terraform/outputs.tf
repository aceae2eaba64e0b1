output "hosts" {
  description = "What Ansible needs to know of each server."
  value = {
    for name, server in var.servers : name => {
      address = aws_eip.server[name].public_ip
      user    = "ubuntu"
      port    = 22
      groups  = server.groups
      vars    = {}
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
