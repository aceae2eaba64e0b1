# What servers say to each other, by their private addresses. A rule names a group, not addresses: it stays true when
# servers come and go.
locals {
  private_groups = {
    for name, server in var.servers : name => concat(
      [aws_security_group.servers.id],
      contains(server.groups, "monitoring") ? [aws_security_group.monitoring.id] : [],
    )
  }
}

resource "aws_security_group" "servers" {
  name        = "${var.project}-servers"
  description = "All servers"
  vpc_id      = module.network.vpc_id
  tags        = { Name = "${var.project}-servers" }
}

resource "aws_security_group" "monitoring" {
  name        = "${var.project}-to-monitoring"
  description = "The servers in the group monitoring"
  vpc_id      = module.network.vpc_id
  tags        = { Name = "${var.project}-to-monitoring" }
}

resource "aws_vpc_security_group_ingress_rule" "metrics" {
  security_group_id            = aws_security_group.servers.id
  referenced_security_group_id = aws_security_group.monitoring.id
  ip_protocol                  = "tcp"
  from_port                    = 8080
  to_port                      = 8080
  tags                         = { Name = "Prometheus reads cAdvisor" }
}

resource "aws_vpc_security_group_ingress_rule" "logs" {
  security_group_id            = aws_security_group.monitoring.id
  referenced_security_group_id = aws_security_group.servers.id
  ip_protocol                  = "tcp"
  from_port                    = 3100
  to_port                      = 3100
  tags                         = { Name = "Servers send logs to Loki" }
}
