locals {
  aws = "arn:aws:iam::aws:policy"

  # AmazonEKSWorkerNodePolicy: join the cluster. PullOnly: images of ECR. SSM: a person's way to the private endpoint.
  # No policy of the network's: that is the pods' which make it.
  node_policies = ["AmazonEKSWorkerNodePolicy", "AmazonEC2ContainerRegistryPullOnly", "AmazonSSMManagedInstanceCore"]

  # Volumes of this cluster alone, which Pod Identity tells by the session's tags (driver 1.58 or newer, EKS's addon). The
  # older AmazonEBSCSIDriverPolicy reaches every volume of the account.
  volume_policy = "AmazonEBSCSIDriverEKSClusterScopedPolicy"
}

resource "aws_iam_role" "cluster" {
  name               = "${var.cluster_name}-cluster"
  description        = "The control plane of the cluster ${var.cluster_name}"
  assume_role_policy = jsonencode(local.trust["eks"])
}

resource "aws_iam_role_policy_attachment" "cluster" {
  role       = aws_iam_role.cluster.name
  policy_arn = "${local.aws}/AmazonEKSClusterPolicy"
}

resource "aws_iam_role" "nodes" {
  name               = "${var.cluster_name}-nodes"
  description        = "The nodes of the cluster ${var.cluster_name}"
  assume_role_policy = jsonencode(local.trust["ec2"])
}

resource "aws_iam_role_policy_attachment" "nodes" {
  for_each = toset(local.node_policies)

  role       = aws_iam_role.nodes.name
  policy_arn = "${local.aws}/${each.key}"
}

module "cni" {
  source = "../pod-role"

  name             = "${var.cluster_name}-cni"
  cluster_name     = var.cluster_name
  namespace        = "kube-system"
  service_accounts = ["aws-node"]
  policy_arn       = "${local.aws}/AmazonEKS_CNI_Policy"
}

module "ebs_csi" {
  source = "../pod-role"

  name             = "${var.cluster_name}-ebs-csi"
  cluster_name     = var.cluster_name
  namespace        = "kube-system"
  service_accounts = ["ebs-csi-controller-sa"]
  policy_arn       = "${local.aws}/${local.volume_policy}"
}

module "load_balancer" {
  source = "../pod-role"

  name             = "${var.cluster_name}-load-balancer"
  cluster_name     = var.cluster_name
  namespace        = "kube-system"
  service_accounts = ["aws-load-balancer-controller"]
  statements       = local.load_balancer
}

locals {
  trust = {
    for service in ["eks", "ec2"] : service => {
      Version = "2012-10-17"
      Statement = [{
        Effect    = "Allow"
        Principal = { Service = "${service}.amazonaws.com" }
        Action    = service == "eks" ? ["sts:AssumeRole", "sts:TagSession"] : ["sts:AssumeRole"]
      }]
    }
  }
}
