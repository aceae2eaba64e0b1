locals {
  zone = { for letter in var.zones : letter => "${var.region}${letter}" }
}

data "aws_ami" "server" {
  owners      = [var.image.owner]
  most_recent = true

  filter {
    name   = "name"
    values = [var.image.name]
  }
}

module "network" {
  source = "../modules/network"

  name               = var.project
  cidr_block         = var.network
  availability_zones = [for letter in var.zones : local.zone[letter]]
}

module "server" {
  source   = "../modules/server"
  for_each = var.servers

  name               = "${var.project}-${each.key}"
  ami                = data.aws_ami.server.id
  instance_type      = each.value.instance_type
  disk_size          = each.value.disk_size
  vpc_id             = module.network.vpc_id
  subnet_id          = module.network.public_subnet_ids[local.zone[coalesce(each.value.zone, var.zones[0])]]
  security_group_ids = local.private_groups[each.key]
  ports              = each.value.ports
  ssh_networks       = var.ssh_networks
  key_name           = aws_key_pair.ansible.key_name
  instance_profile   = aws_iam_instance_profile.server.name
}
