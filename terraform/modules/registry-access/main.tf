data "aws_caller_identity" "current" {}

locals {
  registry     = "arn:aws:ecr:${var.region}:${data.aws_caller_identity.current.account_id}:repository"
  repositories = [for name in sort(var.repositories) : "${local.registry}/${name}"]
  bucket       = "arn:aws:s3:::${var.state_bucket}"
  units        = "${local.bucket}/shared/${var.region}/*/terraform.tfstate"

  read = [
    { Effect = "Allow", Action = "s3:ListBucket", Resource = local.bucket },
    { Effect = "Allow", Action = "s3:GetObject", Resource = local.units },
    { Effect = "Allow", Action = ["s3:GetObject", "s3:PutObject", "s3:DeleteObject"], Resource = "${local.units}.tflock" },
    {
      Effect   = "Allow"
      Action   = ["ecr:DescribeRepositories", "ecr:GetLifecyclePolicy", "ecr:GetRepositoryPolicy", "ecr:ListTagsForResource"]
      Resource = "${local.registry}/*"
    },
  ]

  permissions = {
    plan = local.read
    apply = concat(local.read, [
      { Effect = "Allow", Action = "s3:PutObject", Resource = local.units },
      # Not ecr:DeleteRepository, which by force takes the images, too.
      {
        Effect = "Allow"
        Action = [
          "ecr:CreateRepository", "ecr:DeleteLifecyclePolicy", "ecr:DeleteRepositoryPolicy", "ecr:PutImageScanningConfiguration",
          "ecr:PutImageTagMutability", "ecr:PutLifecyclePolicy", "ecr:SetRepositoryPolicy", "ecr:TagResource", "ecr:UntagResource",
        ]
        Resource = "${local.registry}/*"
      },
    ])
    push = [
      { Effect = "Allow", Action = "ecr:GetAuthorizationToken", Resource = "*" },
      {
        Effect = "Allow"
        Action = [
          "ecr:BatchCheckLayerAvailability", "ecr:BatchGetImage", "ecr:CompleteLayerUpload", "ecr:DescribeImageScanFindings",
          "ecr:DescribeImages", "ecr:DescribeRepositories", "ecr:GetDownloadUrlForLayer", "ecr:InitiateLayerUpload",
          "ecr:ListImages", "ecr:PutImage", "ecr:UploadLayerPart",
        ]
        Resource = local.repositories
      },
    ]
  }
}

module "github" {
  source = "../github-oidc"

  name         = "${var.project}-registry-github"
  repository   = var.repository
  provider_arn = var.github_provider_arn

  roles = {
    plan  = ["pull_request", "ref:refs/heads/${var.default_branch}"]
    apply = ["environment:infrastructure-shared"]
    push  = ["ref:refs/heads/${var.push_branch}"]
  }
}

resource "aws_iam_role_policy" "github" {
  for_each = module.github.roles

  name   = each.key
  role   = each.value.name
  policy = jsonencode({ Version = "2012-10-17", Statement = local.permissions[each.key] })
}
