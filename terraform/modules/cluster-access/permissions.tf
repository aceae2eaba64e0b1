# What each role may do. A new kind of resource in the environment's units needs its actions here, in `read` and `change`.
locals {
  bucket    = "arn:aws:s3:::${var.state_bucket}"
  units     = "${local.bucket}/${var.environment}/${var.region}/*/terraform.tfstate"
  eks       = "arn:aws:eks:${var.region}:${local.account}"
  log_group = "arn:aws:logs:${var.region}:${local.account}:log-group:/aws/eks/${local.cluster_name}/cluster"
  in_region = { StringEquals = { "aws:RequestedRegion" = var.region } }

  read_state = [
    { Effect = "Allow", Action = "s3:ListBucket", Resource = local.bucket },
    # What a unit needs of this one is in its outputs.
    { Effect = "Allow", Action = "s3:GetObject", Resource = [local.units, "${local.bucket}/${var.environment}/access/terraform.tfstate"] },
  ]
  lock_state = [
    { Effect = "Allow", Action = ["s3:GetObject", "s3:PutObject", "s3:DeleteObject"], Resource = "${local.units}.tflock" },
  ]
  write_state = [
    { Effect = "Allow", Action = "s3:PutObject", Resource = local.units },
  ]

  read = [
    {
      Effect = "Allow"
      Action = [
        "ec2:Describe*", "eks:Describe*", "eks:List*", "logs:DescribeLogGroups", "logs:ListTagsForResource",
      ]
      Resource = "*"
    },
  ]

  change = [
    {
      Effect = "Allow"
      Action = [
        "ec2:CreateVpc", "ec2:DeleteVpc", "ec2:ModifyVpcAttribute",
        "ec2:CreateSubnet", "ec2:DeleteSubnet", "ec2:ModifySubnetAttribute",
        "ec2:CreateInternetGateway", "ec2:DeleteInternetGateway", "ec2:AttachInternetGateway", "ec2:DetachInternetGateway",
        "ec2:CreateRouteTable", "ec2:DeleteRouteTable", "ec2:AssociateRouteTable", "ec2:DisassociateRouteTable",
        "ec2:ReplaceRouteTableAssociation", "ec2:CreateRoute", "ec2:ReplaceRoute", "ec2:DeleteRoute",
        "ec2:RevokeSecurityGroupIngress", "ec2:RevokeSecurityGroupEgress",
        "ec2:AllocateAddress", "ec2:ReleaseAddress", "ec2:DisassociateAddress", "ec2:CreateNatGateway", "ec2:DeleteNatGateway",
        "ec2:CreateVpcEndpoint", "ec2:ModifyVpcEndpoint", "ec2:DeleteVpcEndpoints",
        "ec2:CreateLaunchTemplate", "ec2:CreateLaunchTemplateVersion", "ec2:ModifyLaunchTemplate", "ec2:DeleteLaunchTemplate",
        # EKS tries the launch template as the one who makes the node group.
        "ec2:RunInstances", "ec2:CreateTags", "ec2:DeleteTags",
      ]
      Resource  = "*"
      Condition = local.in_region
    },
    {
      Effect = "Allow"
      Action = [
        "eks:CreateCluster", "eks:DeleteCluster", "eks:UpdateClusterConfig", "eks:UpdateClusterVersion",
        "eks:CreateNodegroup", "eks:DeleteNodegroup", "eks:UpdateNodegroupConfig", "eks:UpdateNodegroupVersion",
        "eks:CreateAddon", "eks:DeleteAddon", "eks:UpdateAddon",
        "eks:CreateAccessEntry", "eks:DeleteAccessEntry", "eks:UpdateAccessEntry",
        "eks:AssociateAccessPolicy", "eks:DisassociateAccessPolicy",
        "eks:CreatePodIdentityAssociation", "eks:DeletePodIdentityAssociation", "eks:UpdatePodIdentityAssociation",
        "eks:TagResource", "eks:UntagResource",
      ]
      Resource = [
        "${local.eks}:cluster/${local.cluster_name}",
        "${local.eks}:nodegroup/${local.cluster_name}/*", "${local.eks}:addon/${local.cluster_name}/*",
        "${local.eks}:access-entry/${local.cluster_name}/*", "${local.eks}:podidentityassociation/${local.cluster_name}/*",
      ]
    },
    # EKS gives itself the use of the key as the one who makes the cluster. It knows no narrower condition for that.
    { Effect = "Allow", Action = ["kms:DescribeKey", "kms:CreateGrant"], Resource = aws_kms_key.secrets.arn },
    {
      Effect   = "Allow"
      Action   = ["logs:CreateLogGroup", "logs:DeleteLogGroup", "logs:PutRetentionPolicy", "logs:TagResource", "logs:UntagResource"]
      Resource = [local.log_group, "${local.log_group}:*"]
    },
    # No role can be made, changed or given permissions: they are made here, by a person. These can be handed to EKS.
    { Effect = "Allow", Action = ["iam:GetRole", "iam:ListAttachedRolePolicies"], Resource = local.handed },
    {
      Effect    = "Allow"
      Action    = "iam:PassRole"
      Resource  = local.handed
      Condition = { StringEquals = { "iam:PassedToService" = ["eks.amazonaws.com", "pods.eks.amazonaws.com"] } }
    },
    # AWS's own, which the first cluster of an account brings; before making one, EKS looks whether it is there.
    { Effect = "Allow", Action = "iam:GetRole", Resource = "arn:aws:iam::${local.account}:role/aws-service-role/eks*.amazonaws.com/*" },
    {
      Effect    = "Allow"
      Action    = "iam:CreateServiceLinkedRole"
      Resource  = "*"
      Condition = { StringEquals = { "iam:AWSServiceName" = ["eks.amazonaws.com", "eks-nodegroup.amazonaws.com"] } }
    },
  ]
  handed = [
    for role in concat(
      ["cluster", "nodes", "cni", "ebs-csi", "load-balancer"],
      var.argocd == null ? [] : ["argocd", "image-updater"],
    ) : "arn:aws:iam::${local.account}:role/${local.cluster_name}-${role}"
  ]

  permissions = {
    plan  = concat(local.read_state, local.lock_state, local.read)
    apply = concat(local.read_state, local.lock_state, local.write_state, local.read, local.change)
  }
}
