data "aws_caller_identity" "current" {}

locals {
  cluster_name = "${var.project}-${var.environment}"
  account      = data.aws_caller_identity.current.account_id
}

module "github" {
  source = "../github-oidc"

  name         = "${local.cluster_name}-github"
  repository   = var.repository
  provider_arn = var.github_provider_arn

  roles = {
    plan  = ["pull_request", "ref:refs/heads/${var.default_branch}"]
    apply = ["environment:infrastructure-${var.environment}"]
  }
}

module "roles" {
  source = "../cluster-roles"

  cluster_name = local.cluster_name
  region       = var.region
}

# Where Argo CD runs.
module "argocd" {
  source = "../argocd"
  count  = var.argocd == null ? 0 : 1

  cluster_name    = local.cluster_name
  target_roles    = var.argocd.target_roles
  repository_arns = var.argocd.repository_arns
}

# Where it comes to from another cluster. The account is trusted and its role told by a condition: IAM would refuse to
# trust a role that is not there yet, and would forget one that is made anew.
resource "aws_iam_role" "argocd_target" {
  count = var.argocd_role_arn == null ? 0 : 1

  name        = "${local.cluster_name}-argocd-target"
  description = "Argo CD of another cluster, in the cluster ${local.cluster_name}"

  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Principal = { AWS = "arn:aws:iam::${split(":", var.argocd_role_arn)[4]}:root" }
      Action    = ["sts:AssumeRole", "sts:TagSession"]
      Condition = { ArnEquals = { "aws:PrincipalArn" = var.argocd_role_arn } }
    }]
  })
}

# A cluster whose key is gone is lost with all its secrets, so the key is a person's to make and to delete, too.
resource "aws_kms_key" "secrets" {
  description             = "Secrets of the cluster ${local.cluster_name}"
  enable_key_rotation     = true
  deletion_window_in_days = 30
}

resource "aws_kms_alias" "secrets" {
  name          = "alias/${local.cluster_name}-secrets"
  target_key_id = aws_kms_key.secrets.key_id
}

# Volumes of pods, too: the storage class that EKS brings says nothing of it.
resource "aws_ebs_encryption_by_default" "this" {
  enabled = true
}

resource "aws_iam_role_policy" "github" {
  for_each = module.github.roles

  name   = each.key
  role   = each.value.name
  policy = jsonencode({ Version = "2012-10-17", Statement = local.permissions[each.key] })
}
