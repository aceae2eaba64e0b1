locals {
  names = merge([
    for name, server in var.servers : { for label in server.names : label => name }
  ]...)
}

data "aws_route53_zone" "main" {
  name = var.domain
}

resource "aws_route53_record" "server" {
  for_each = local.names

  zone_id = data.aws_route53_zone.main.zone_id
  name    = each.key == "" ? var.domain : "${each.key}.${var.domain}"
  type    = "A"
  ttl     = 300
  records = [module.server[each.value].public_address]
}
