locals {
  issuer       = "token.actions.githubusercontent.com"
  provider_arn = var.provider_arn == null ? one(aws_iam_openid_connect_provider.github[*].arn) : var.provider_arn

  # Repositories that were made or renamed since July 2026 (or opted in) say the second form. It cannot be forged by
  # taking over a name that became free; the first can, which is why GitHub gives it to no new repository.
  repositories = compact([
    "${var.repository.owner}/${var.repository.name}",
    var.repository.id == null ? "" : "${var.repository.owner}@${var.repository.owner_id}/${var.repository.name}@${var.repository.id}",
  ])

  subjects = {
    for role, ends in var.roles : role => [for pair in setproduct(local.repositories, sort(ends)) : "repo:${pair[0]}:${pair[1]}"]
  }
}

# Without a thumbprint: AWS checks GitHub's certificate by its own trusted authorities.
resource "aws_iam_openid_connect_provider" "github" {
  count = var.provider_arn == null ? 1 : 0

  url            = "https://${local.issuer}"
  client_id_list = ["sts.amazonaws.com"]
}

resource "aws_iam_role" "this" {
  for_each = var.roles

  name                 = "${var.name}-${each.key}"
  description          = "GitHub Actions of ${var.repository.owner}/${var.repository.name}: ${each.key}"
  max_session_duration = 3600

  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Action    = "sts:AssumeRoleWithWebIdentity"
      Principal = { Federated = local.provider_arn }
      Condition = {
        StringEquals = {
          "${local.issuer}:aud" = "sts.amazonaws.com"
          "${local.issuer}:sub" = local.subjects[each.key]
        }
      }
    }]
  })
}
