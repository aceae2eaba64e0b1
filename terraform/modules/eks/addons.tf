locals {
  # Before the nodes: a node that finds no network is not ready.
  first = {
    vpc-cni = {
      # Or the charts' network policies would be words.
      configuration = { enableNetworkPolicy = "true" }
      identity      = { service_account = "aws-node", role_arn = var.roles.cni }
    }
    eks-pod-identity-agent = { configuration = null, identity = null }
    kube-proxy             = { configuration = null, identity = null }
  }

  # These run on nodes, so they are ready only after them.
  then = {
    coredns = { configuration = null, identity = null }
    # Autoscalers count by it.
    metrics-server = { configuration = null, identity = null }
    aws-ebs-csi-driver = {
      # A class of gp3 volumes for claims that name none: EKS has no default of its own. cluster-access has them encrypted.
      configuration = { defaultStorageClass = { enabled = true } }
      identity      = { service_account = "ebs-csi-controller-sa", role_arn = var.roles.ebs_csi }
    }
  }
}

resource "aws_eks_addon" "first" {
  for_each = local.first

  cluster_name                = aws_eks_cluster.this.name
  addon_name                  = each.key
  addon_version               = lookup(var.addon_versions, each.key, null)
  configuration_values        = each.value.configuration == null ? null : jsonencode(each.value.configuration)
  resolve_conflicts_on_create = "OVERWRITE"
  resolve_conflicts_on_update = "OVERWRITE"

  dynamic "pod_identity_association" {
    for_each = each.value.identity[*]

    content {
      service_account = pod_identity_association.value.service_account
      role_arn        = pod_identity_association.value.role_arn
    }
  }
}

resource "aws_eks_addon" "then" {
  for_each = local.then

  cluster_name                = aws_eks_cluster.this.name
  addon_name                  = each.key
  addon_version               = lookup(var.addon_versions, each.key, null)
  configuration_values        = each.value.configuration == null ? null : jsonencode(each.value.configuration)
  resolve_conflicts_on_create = "OVERWRITE"
  resolve_conflicts_on_update = "OVERWRITE"

  dynamic "pod_identity_association" {
    for_each = each.value.identity[*]

    content {
      service_account = pod_identity_association.value.service_account
      role_arn        = pod_identity_association.value.role_arn
    }
  }

  depends_on = [aws_eks_node_group.this]
}
