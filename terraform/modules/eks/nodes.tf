resource "aws_launch_template" "nodes" {
  name_prefix            = "${var.name}-"
  update_default_version = true

  metadata_options {
    http_endpoint = "enabled"
    http_tokens   = "required"
    # Answers end at the node: a pod gets its credentials by Pod Identity, or none.
    # (One in the node's own network still reaches them, which the charts' pods are not.)
    http_put_response_hop_limit = 1
  }

  block_device_mappings {
    device_name = "/dev/xvda"

    ebs {
      volume_type           = "gp3"
      volume_size           = var.nodes.disk_size
      encrypted             = true
      delete_on_termination = true
    }
  }

  tag_specifications {
    resource_type = "instance"
    tags          = { Name = var.name }
  }

  lifecycle {
    create_before_destroy = true
  }
}

resource "aws_eks_node_group" "this" {
  # Terraform adds 26 characters, and 63 are the most: the cluster's name may not fit in.
  node_group_name_prefix = "nodes-"
  cluster_name           = aws_eks_cluster.this.name
  version                = var.kubernetes_version
  node_role_arn          = var.roles.nodes
  subnet_ids             = var.subnet_ids
  ami_type               = var.nodes.ami_type
  instance_types         = var.nodes.instance_types

  # No autoscaler of nodes is installed, so that there is one number.
  scaling_config {
    min_size     = var.nodes.count
    desired_size = var.nodes.count
    max_size     = var.nodes.count
  }

  update_config {
    max_unavailable = 1
  }

  # Replaces a node that has stopped to work.
  node_repair_config {
    enabled = true
  }

  launch_template {
    id      = aws_launch_template.nodes.id
    version = aws_launch_template.nodes.latest_version
  }

  lifecycle {
    # Another type of machine comes before the old ones go.
    create_before_destroy = true
  }

  depends_on = [aws_eks_addon.first]
}
