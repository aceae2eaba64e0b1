data "aws_caller_identity" "current" {}

data "aws_route53_zone" "main" {
  name = var.domain
}

module "state_bucket" {
  source = "../modules/state-bucket"

  name = "${var.project}-terraform-state-${data.aws_caller_identity.current.account_id}"
}

module "github" {
  source = "../modules/github-oidc"

  name         = "${var.project}-github"
  provider_arn = var.github_provider_arn

  repository = {
    owner    = split("/", var.repository)[0]
    name     = split("/", var.repository)[1]
    owner_id = var.owner_id
    id       = var.repository_id
  }

  roles = {
    # terraform-plan.yml, terraform-drift.yml and terraform-plan-fork.yml, in this order.
    plan = ["pull_request", "ref:refs/heads/${var.default_branch}", "environment:fork-plans"]
    # terraform-apply.yml
    apply = ["environment:infrastructure"]
    # ansible-monitoring.yml and cd-application.yml
    deploy = ["environment:monitoring", "environment:production"]
  }
}
