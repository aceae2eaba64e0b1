# Argo CD itself: three of its programs talk to clusters. It may become a role in each of the other clusters, and that is
# all; the cluster it runs in it reaches by Kubernetes' own account.
module "argocd" {
  source = "../pod-role"

  name             = "${var.cluster_name}-argocd"
  cluster_name     = var.cluster_name
  namespace        = "argocd"
  service_accounts = local.service_accounts
  statements       = local.argocd
}

# Argo CD Image Updater reads which tags there are.
module "image_updater" {
  source = "../pod-role"

  name             = "${var.cluster_name}-image-updater"
  cluster_name     = var.cluster_name
  namespace        = "argocd"
  service_accounts = ["argocd-image-updater"]
  statements       = local.image_updater
}

locals {
  service_accounts = ["argocd-application-controller", "argocd-applicationset-controller", "argocd-server"]

  argocd = length(var.target_roles) == 0 ? [] : [
    { Effect = "Allow", Action = ["sts:AssumeRole", "sts:TagSession"], Resource = sort(var.target_roles) },
  ]

  image_updater = [
    { Effect = "Allow", Action = "ecr:GetAuthorizationToken", Resource = "*" },
    {
      Effect   = "Allow"
      Action   = ["ecr:BatchGetImage", "ecr:DescribeImages", "ecr:GetDownloadUrlForLayer", "ecr:ListImages"]
      Resource = sort(var.repository_arns)
    },
  ]
}
