locals {
  open_ports = merge([
    for name, server in var.servers : {
      for port in server.ports : "${name}-${port}" => { server = name, port = port }
    }
  ]...)

  ssh = merge([
    for name in keys(var.servers) : {
      for network in var.ssh_networks : "${name}-${network}" => { server = name, network = network }
    }
  ]...)
}

resource "aws_security_group" "server" {
  for_each = var.servers

  name        = "${var.project}-${each.key}"
  description = "What may reach ${each.key}"
  vpc_id      = aws_vpc.main.id
}

resource "aws_vpc_security_group_ingress_rule" "public" {
  for_each = local.open_ports

  security_group_id = aws_security_group.server[each.value.server].id
  description       = "Port ${each.value.port} for everybody"
  cidr_ipv4         = "0.0.0.0/0"
  ip_protocol       = "tcp"
  from_port         = each.value.port
  to_port           = each.value.port
}

resource "aws_vpc_security_group_ingress_rule" "ssh" {
  for_each = local.ssh

  security_group_id = aws_security_group.server[each.value.server].id
  description       = "SSH from ${each.value.network}"
  cidr_ipv4         = each.value.network
  ip_protocol       = "tcp"
  from_port         = 22
  to_port           = 22
}

resource "aws_vpc_security_group_egress_rule" "all" {
  for_each = var.servers

  security_group_id = aws_security_group.server[each.key].id
  description       = "Everywhere"
  cidr_ipv4         = "0.0.0.0/0"
  ip_protocol       = "-1"
}
