resource "aws_security_group" "this" {
  name        = var.name
  description = "What may reach ${var.name} from outside"
  vpc_id      = var.vpc_id
  tags        = { Name = var.name }
}

resource "aws_vpc_security_group_ingress_rule" "public" {
  for_each = { for port in var.ports : tostring(port) => port }

  security_group_id = aws_security_group.this.id
  description       = "Port ${each.key} for everybody"
  cidr_ipv4         = "0.0.0.0/0"
  ip_protocol       = "tcp"
  from_port         = each.value
  to_port           = each.value
}

resource "aws_vpc_security_group_ingress_rule" "ssh" {
  for_each = var.ssh_networks

  security_group_id = aws_security_group.this.id
  description       = "SSH from ${each.key}"
  cidr_ipv4         = each.key
  ip_protocol       = "tcp"
  from_port         = 22
  to_port           = 22
}

resource "aws_vpc_security_group_egress_rule" "all" {
  security_group_id = aws_security_group.this.id
  description       = "Everywhere: images, packages, certificates"
  cidr_ipv4         = "0.0.0.0/0"
  ip_protocol       = "-1"
}

resource "aws_instance" "this" {
  ami                    = var.ami
  instance_type          = var.instance_type
  subnet_id              = var.subnet_id
  vpc_security_group_ids = concat([aws_security_group.this.id], var.security_group_ids)
  key_name               = var.key_name
  iam_instance_profile   = var.instance_profile
  tags                   = { Name = var.name }

  metadata_options {
    http_endpoint = "enabled"
    http_tokens   = "required"
    # Answers end at the server itself: what breaks into a container cannot fetch the server's AWS credentials.
    # No container here needs them. (A container in the host's network still could.)
    http_put_response_hop_limit = 1
  }

  root_block_device {
    volume_type = "gp3"
    volume_size = var.disk_size
    encrypted   = true
  }

  lifecycle {
    # A newer image is for new servers; it must not replace those that run.
    ignore_changes = [ami]
  }
}

resource "aws_eip" "this" {
  domain = "vpc"
  tags   = { Name = var.name }
}

# Apart from the address, so that a server that is replaced keeps it.
resource "aws_eip_association" "this" {
  instance_id   = aws_instance.this.id
  allocation_id = aws_eip.this.id
}
