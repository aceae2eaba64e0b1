data "aws_ami" "server" {
  owners      = [var.image.owner]
  most_recent = true

  filter {
    name   = "name"
    values = [var.image.name]
  }
}

resource "aws_key_pair" "ansible" {
  key_name   = "${var.project}-ansible"
  public_key = var.ssh_public_key
}

resource "aws_instance" "server" {
  for_each = var.servers

  ami                    = data.aws_ami.server.id
  instance_type          = each.value.instance_type
  subnet_id              = aws_subnet.public.id
  vpc_security_group_ids = [aws_security_group.server[each.key].id]
  key_name               = aws_key_pair.ansible.key_name
  tags                   = { Name = "${var.project}-${each.key}" }

  metadata_options {
    http_tokens = "required"
  }

  root_block_device {
    volume_type = "gp3"
    volume_size = each.value.disk_size
    encrypted   = true
  }

  lifecycle {
    # A newer image is for new servers; it must not replace those that run.
    ignore_changes = [ami]
  }
}

resource "aws_eip" "server" {
  for_each = var.servers

  domain = "vpc"
  tags   = { Name = "${var.project}-${each.key}" }
}

resource "aws_eip_association" "server" {
  for_each = var.servers

  instance_id   = aws_instance.server[each.key].id
  allocation_id = aws_eip.server[each.key].id
}
