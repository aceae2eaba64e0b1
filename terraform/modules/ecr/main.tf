resource "aws_ecr_repository" "this" {
  for_each = var.repositories

  name                 = each.key
  image_tag_mutability = "IMMUTABLE"

  image_scanning_configuration {
    scan_on_push = true
  }

  # With ECR's own key: one of KMS would have to be opened to every account that pulls.
  encryption_configuration {
    encryption_type = "AES256"
  }
}

# Tagged images stay, for a rollback may name any of them. The parts of a multi-platform image have no tag either, but
# ECR keeps what an index names.
resource "aws_ecr_lifecycle_policy" "this" {
  for_each = aws_ecr_repository.this

  repository = each.value.name
  policy = jsonencode({
    rules = [{
      rulePriority = 1
      description  = "Untagged images go"
      selection = {
        tagStatus   = "untagged"
        countType   = "sinceImagePushed"
        countUnit   = "days"
        countNumber = var.untagged_days
      }
      action = { type = "expire" }
    }]
  })
}

# The clusters of other accounts pull; who there may do so, their own roles say.
resource "aws_ecr_repository_policy" "pull" {
  for_each = length(var.pull_accounts) == 0 ? {} : aws_ecr_repository.this

  repository = each.value.name
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Sid       = "Pull"
      Effect    = "Allow"
      Principal = { AWS = [for account in sort(var.pull_accounts) : "arn:aws:iam::${account}:root"] }
      Action = [
        "ecr:BatchCheckLayerAvailability", "ecr:BatchGetImage", "ecr:DescribeImages", "ecr:GetDownloadUrlForLayer",
        "ecr:ListImages",
      ]
    }]
  })
}
