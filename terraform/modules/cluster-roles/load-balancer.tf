# What the AWS Load Balancer Controller needs for Ingresses and Services. It tags what it makes with its cluster's name,
# and may change and delete only what has this cluster's tag; where AWS knows no tags, this region is the limit.
# Left out: AWS Shield and WAF, which its values switch off (enableShield, enableWaf, enableWafv2).
locals {
  tag       = "elbv2.k8s.aws/cluster"
  in_region = { "aws:RequestedRegion" = var.region }
  made_here = { StringEquals = merge(local.in_region, { "aws:RequestTag/${local.tag}" = var.cluster_name }) }
  own       = { StringEquals = merge(local.in_region, { "aws:ResourceTag/${local.tag}" = var.cluster_name }) }

  load_balancer = [
    {
      Effect = "Allow"
      Action = [
        "acm:DescribeCertificate", "acm:ListCertificates", "cognito-idp:DescribeUserPoolClient",
        "ec2:DescribeAccountAttributes", "ec2:DescribeAddresses", "ec2:DescribeAvailabilityZones",
        "ec2:DescribeCoipPools", "ec2:DescribeInstances", "ec2:DescribeInternetGateways", "ec2:DescribeIpamPools",
        "ec2:DescribeNetworkInterfaces", "ec2:DescribeRouteTables", "ec2:DescribeSecurityGroups", "ec2:DescribeSubnets",
        "ec2:DescribeTags", "ec2:DescribeVpcPeeringConnections", "ec2:DescribeVpcs", "ec2:GetCoipPoolUsage",
        "ec2:GetSecurityGroupsForVpc", "elasticloadbalancing:Describe*",
        "iam:GetServerCertificate", "iam:ListServerCertificates",
      ]
      Resource = "*"
    },
    {
      Effect    = "Allow"
      Action    = "iam:CreateServiceLinkedRole"
      Resource  = "*"
      Condition = { StringEquals = { "iam:AWSServiceName" = "elasticloadbalancing.amazonaws.com" } }
    },
    # The nodes' group is not the controller's, and yet has to let load balancers in.
    {
      Effect    = "Allow"
      Action    = ["ec2:AuthorizeSecurityGroupIngress", "ec2:RevokeSecurityGroupIngress", "ec2:CreateSecurityGroup"]
      Resource  = "*"
      Condition = { StringEquals = local.in_region }
    },
    {
      Effect    = "Allow"
      Action    = "ec2:CreateTags"
      Resource  = "arn:aws:ec2:*:*:security-group/*"
      Condition = { StringEquals = merge(local.made_here.StringEquals, { "ec2:CreateAction" = "CreateSecurityGroup" }) }
    },
    {
      Effect    = "Allow"
      Action    = ["ec2:CreateTags", "ec2:DeleteTags"]
      Resource  = "arn:aws:ec2:*:*:security-group/*"
      Condition = merge(local.own, { Null = { "aws:RequestTag/${local.tag}" = "true" } })
    },
    { Effect = "Allow", Action = "ec2:DeleteSecurityGroup", Resource = "*", Condition = local.own },
    {
      Effect    = "Allow"
      Action    = ["elasticloadbalancing:CreateLoadBalancer", "elasticloadbalancing:CreateTargetGroup"]
      Resource  = "*"
      Condition = local.made_here
    },
    {
      Effect   = "Allow"
      Action   = "elasticloadbalancing:AddTags"
      Resource = "*"
      Condition = {
        StringEquals = merge(local.made_here.StringEquals, {
          "elasticloadbalancing:CreateAction" = ["CreateLoadBalancer", "CreateTargetGroup"]
        })
      }
    },
    {
      Effect    = "Allow"
      Action    = ["elasticloadbalancing:AddTags", "elasticloadbalancing:RemoveTags"]
      Resource  = ["arn:aws:elasticloadbalancing:*:*:targetgroup/*/*", "arn:aws:elasticloadbalancing:*:*:loadbalancer/*/*/*"]
      Condition = merge(local.own, { Null = { "aws:RequestTag/${local.tag}" = "true" } })
    },
    {
      Effect = "Allow"
      Action = [
        "elasticloadbalancing:AddTags", "elasticloadbalancing:RemoveTags",
        "elasticloadbalancing:CreateListener", "elasticloadbalancing:DeleteListener", "elasticloadbalancing:ModifyListener",
        "elasticloadbalancing:ModifyListenerAttributes",
        "elasticloadbalancing:CreateRule", "elasticloadbalancing:DeleteRule", "elasticloadbalancing:ModifyRule",
        "elasticloadbalancing:SetRulePriorities",
        "elasticloadbalancing:AddListenerCertificates", "elasticloadbalancing:RemoveListenerCertificates",
      ]
      # Of the AWS account's load balancers, those of applications and networks; a listener is tagged after it is made.
      Resource = [
        "arn:aws:elasticloadbalancing:*:*:loadbalancer/app/*/*", "arn:aws:elasticloadbalancing:*:*:loadbalancer/net/*/*",
        "arn:aws:elasticloadbalancing:*:*:listener/*", "arn:aws:elasticloadbalancing:*:*:listener-rule/*",
      ]
      Condition = { StringEquals = local.in_region }
    },
    {
      Effect = "Allow"
      Action = [
        "elasticloadbalancing:DeleteLoadBalancer", "elasticloadbalancing:DeleteTargetGroup",
        "elasticloadbalancing:DeregisterTargets", "elasticloadbalancing:ModifyCapacityReservation",
        "elasticloadbalancing:ModifyIpPools", "elasticloadbalancing:ModifyLoadBalancerAttributes",
        "elasticloadbalancing:ModifyTargetGroup", "elasticloadbalancing:ModifyTargetGroupAttributes",
        "elasticloadbalancing:RegisterTargets", "elasticloadbalancing:SetIpAddressType",
        "elasticloadbalancing:SetSecurityGroups", "elasticloadbalancing:SetSubnets",
      ]
      Resource  = "*"
      Condition = local.own
    },
  ]
}
