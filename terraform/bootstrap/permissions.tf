# What each role may do. A new kind of resource in terraform/ec2 needs its actions here, in `read` and in `change`.
locals {
  state     = "${module.state_bucket.arn}/infrastructure/terraform.tfstate"
  iam       = "arn:aws:iam::${data.aws_caller_identity.current.account_id}"
  in_region = { StringEquals = { "aws:RequestedRegion" = var.region } }

  # Not this folder's own state, no older version of any state.
  read_state = [
    { Effect = "Allow", Action = "s3:ListBucket", Resource = module.state_bucket.arn },
    { Effect = "Allow", Action = "s3:GetObject", Resource = local.state },
  ]
  lock_state = [
    { Effect = "Allow", Action = ["s3:GetObject", "s3:PutObject", "s3:DeleteObject"], Resource = "${local.state}.tflock" },
  ]
  write_state = [
    { Effect = "Allow", Action = "s3:PutObject", Resource = local.state },
  ]

  # A list of its own: AWS's ReadOnlyAccess also reads what is in buckets, tables, queues, parameters and logs.
  read = [
    {
      Effect = "Allow"
      Action = [
        "ec2:Describe*", "ec2:GetInstanceUefiData",
        "route53:GetChange", "route53:GetHostedZone", "route53:ListHostedZones", "route53:ListHostedZonesByName",
        "route53:ListResourceRecordSets", "route53:ListTagsForResource",
      ]
      Resource = "*"
    },
    {
      Effect = "Allow"
      Action = [
        "iam:GetInstanceProfile", "iam:GetRole", "iam:ListAttachedRolePolicies", "iam:ListInstanceProfilesForRole",
        "iam:ListRolePolicies",
      ]
      Resource = ["${local.iam}:role/${var.project}-server", "${local.iam}:instance-profile/${var.project}-server"]
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
        "ec2:CreateSecurityGroup", "ec2:DeleteSecurityGroup", "ec2:ModifySecurityGroupRules",
        "ec2:AuthorizeSecurityGroupIngress", "ec2:AuthorizeSecurityGroupEgress",
        "ec2:RevokeSecurityGroupIngress", "ec2:RevokeSecurityGroupEgress",
        "ec2:UpdateSecurityGroupRuleDescriptionsIngress", "ec2:UpdateSecurityGroupRuleDescriptionsEgress",
        "ec2:RunInstances", "ec2:TerminateInstances", "ec2:StartInstances", "ec2:StopInstances",
        "ec2:ModifyInstanceAttribute", "ec2:ModifyInstanceMetadataOptions", "ec2:ModifyInstanceCreditSpecification",
        "ec2:ModifyVolume", "ec2:AssociateIamInstanceProfile", "ec2:DisassociateIamInstanceProfile",
        "ec2:ReplaceIamInstanceProfileAssociation",
        "ec2:AllocateAddress", "ec2:ReleaseAddress", "ec2:AssociateAddress", "ec2:DisassociateAddress",
        "ec2:ImportKeyPair", "ec2:DeleteKeyPair", "ec2:CreateTags", "ec2:DeleteTags",
      ]
      Resource  = "*"
      Condition = local.in_region
    },
    {
      Effect   = "Allow"
      Action   = "route53:ChangeResourceRecordSets"
      Resource = "arn:aws:route53:::hostedzone/${data.aws_route53_zone.main.zone_id}"
      # No MX, TXT or NS: mail and the proof of who owns the domain are not Terraform's here.
      Condition = {
        "ForAllValues:StringEquals" = { "route53:ChangeResourceRecordSetsRecordTypes" = ["A"] }
        Null                        = { "route53:ChangeResourceRecordSetsRecordTypes" = "false" }
      }
    },
    # The servers' role can be made, but no other permissions than SSM's can be given to it, nor any other role to a server.
    {
      Effect = "Allow"
      Action = [
        "iam:CreateRole", "iam:DeleteRole", "iam:UpdateRole", "iam:UpdateRoleDescription", "iam:UpdateAssumeRolePolicy",
        "iam:TagRole", "iam:UntagRole",
      ]
      Resource = "${local.iam}:role/${var.project}-server"
    },
    {
      Effect    = "Allow"
      Action    = ["iam:AttachRolePolicy", "iam:DetachRolePolicy"]
      Resource  = "${local.iam}:role/${var.project}-server"
      Condition = { ArnEquals = { "iam:PolicyARN" = "arn:aws:iam::aws:policy/AmazonSSMManagedInstanceCore" } }
    },
    {
      Effect    = "Allow"
      Action    = "iam:PassRole"
      Resource  = "${local.iam}:role/${var.project}-server"
      Condition = { StringEquals = { "iam:PassedToService" = "ec2.amazonaws.com" } }
    },
    {
      Effect = "Allow"
      Action = [
        "iam:CreateInstanceProfile", "iam:DeleteInstanceProfile", "iam:AddRoleToInstanceProfile",
        "iam:RemoveRoleFromInstanceProfile", "iam:TagInstanceProfile", "iam:UntagInstanceProfile",
      ]
      Resource = "${local.iam}:instance-profile/${var.project}-server"
    },
  ]

  # SSH through AWS SSM, as ansible/ssh_config says. The document forwards to the server's port 22, where the key is
  # still asked for; a shell of SSM's own, from which root is one step, is another document.
  ssh_by_ssm = [
    {
      Effect   = "Allow"
      Action   = "ssm:StartSession"
      Resource = "arn:aws:ec2:${var.region}:${data.aws_caller_identity.current.account_id}:instance/*"
      Condition = {
        StringEquals = { "ssm:resourceTag/Project" = var.project }
        BoolIfExists = { "ssm:SessionDocumentAccessCheck" = "true" }
      }
    },
    { Effect = "Allow", Action = "ssm:StartSession", Resource = "arn:aws:ssm:*:*:document/AWS-StartSSHSession" },
    # A session is talked to with the token that StartSession gave; its id begins with a name that runs share.
    {
      Effect   = "Allow"
      Action   = ["ssmmessages:OpenDataChannel", "ssm:TerminateSession"]
      Resource = "arn:aws:ssm:${var.region}:${data.aws_caller_identity.current.account_id}:session/*"
    },
  ]

  permissions = {
    plan   = concat(local.read_state, local.lock_state, local.read)
    apply  = concat(local.read_state, local.lock_state, local.write_state, local.read, local.change)
    deploy = concat(local.read_state, local.ssh_by_ssm)
  }
}

resource "aws_iam_role_policy" "github" {
  for_each = module.github.roles

  name   = each.key
  role   = each.value.name
  policy = jsonencode({ Version = "2012-10-17", Statement = local.permissions[each.key] })
}
