# EKS says cluster, namespace and service account in the tags of a session.
resource "aws_iam_role" "this" {
  name        = var.name
  description = "Pods of ${join(", ", sort(var.service_accounts))} in ${var.namespace} of the cluster ${var.cluster_name}"

  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Principal = { Service = "pods.eks.amazonaws.com" }
      Action    = ["sts:AssumeRole", "sts:TagSession"]
      Condition = {
        StringEquals = {
          "aws:RequestTag/eks-cluster-name"           = var.cluster_name
          "aws:RequestTag/kubernetes-namespace"       = var.namespace
          "aws:RequestTag/kubernetes-service-account" = sort(var.service_accounts)
        }
      }
    }]
  })
}

resource "aws_iam_role_policy" "own" {
  count = length(var.statements) == 0 ? 0 : 1

  name   = "own"
  role   = aws_iam_role.this.name
  policy = jsonencode({ Version = "2012-10-17", Statement = var.statements })
}

resource "aws_iam_role_policy_attachment" "aws" {
  count = var.policy_arn == null ? 0 : 1

  role       = aws_iam_role.this.name
  policy_arn = var.policy_arn
}
