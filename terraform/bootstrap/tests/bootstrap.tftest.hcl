# Plans alone: the bucket could not be taken away again.
mock_provider "aws" {
  override_during = plan

  mock_data "aws_caller_identity" {
    defaults = { account_id = "123456789012" }
  }
  mock_data "aws_route53_zone" {
    defaults = { zone_id = "Z1" }
  }
  mock_resource "aws_s3_bucket" {
    defaults = { arn = "arn:aws:s3:::states" }
  }
}

variables {
  region     = "eu-central-1"
  domain     = "shop.example"
  repository = "maestrops/shop"
}

run "each_role_for_its_workflows" {
  command = plan

  assert {
    condition = module.github.subjects == {
      plan = [
        "repo:maestrops/shop:environment:fork-plans",
        "repo:maestrops/shop:pull_request",
        "repo:maestrops/shop:ref:refs/heads/integration",
      ]
      apply  = ["repo:maestrops/shop:environment:infrastructure"]
      deploy = ["repo:maestrops/shop:environment:monitoring", "repo:maestrops/shop:environment:production"]
    }
    error_message = "Each role should be for the workflows that need it."
  }
}

run "both_forms_where_the_numbers_are_known" {
  command = plan
  variables {
    owner_id      = "123"
    repository_id = "456"
  }

  assert {
    condition = module.github.subjects.apply == [
      "repo:maestrops/shop:environment:infrastructure",
      "repo:maestrops@123/shop@456:environment:infrastructure",
    ]
    error_message = "The numbers should be in the newer form."
  }
}

run "a_plan_changes_nothing_but_its_lock" {
  command = plan

  assert {
    condition = toset(flatten([
      for s in local.permissions.plan : [for action in flatten([s.Action]) : "${action} ${try(join(" ", s.Resource), s.Resource)}"]
      if !alltrue([for action in flatten([s.Action]) : can(regex("^(ec2:(Describe\\*|GetInstanceUefiData)|(iam|route53):(Get|List)[A-Za-z]+)$", action))])
      ])) == toset([
      "s3:ListBucket arn:aws:s3:::states",
      "s3:GetObject arn:aws:s3:::states/infrastructure/terraform.tfstate",
      "s3:GetObject arn:aws:s3:::states/infrastructure/terraform.tfstate.tflock",
      "s3:PutObject arn:aws:s3:::states/infrastructure/terraform.tfstate.tflock",
      "s3:DeleteObject arn:aws:s3:::states/infrastructure/terraform.tfstate.tflock",
    ])
    error_message = "Beside reading AWS, a plan should read the state and lock it."
  }
}

run "a_deployment_reads_the_state_and_opens_sessions_for_ssh" {
  command = plan

  assert {
    condition     = toset(flatten([for s in local.permissions.deploy : s.Action])) == toset(["s3:ListBucket", "s3:GetObject", "ssm:StartSession", "ssm:TerminateSession", "ssmmessages:OpenDataChannel"])
    error_message = "A deployment should read the state and open sessions."
  }

  assert {
    condition     = [for s in local.permissions.deploy : s.Resource if contains(flatten([s.Action]), "ssm:StartSession") && strcontains(s.Resource, "document")] == ["arn:aws:ssm:*:*:document/AWS-StartSSHSession"]
    error_message = "A session should be for SSH, not a shell of root's."
  }
}

run "an_apply_cannot_raise_itself" {
  command = plan

  assert {
    condition = alltrue([
      for s in local.permissions.apply : alltrue([
        for action in flatten([s.Action]) : !can(regex("[*]", action)) || action == "ec2:Describe*"
      ])
    ])
    error_message = "Every action should be named."
  }

  assert {
    condition = toset(flatten([
      for s in local.permissions.apply : s.Resource if anytrue([for action in flatten([s.Action]) : startswith(action, "iam:")])
      ])) == toset([
      "arn:aws:iam::123456789012:role/shop-server",
      "arn:aws:iam::123456789012:instance-profile/shop-server",
    ])
    error_message = "In IAM, only the servers' role and profile should be in reach: not its own role, nor the plan's."
  }

  assert {
    condition     = !contains(flatten([for s in local.permissions.apply : s.Action]), "iam:PutRolePolicy")
    error_message = "No permissions of its own making should be given to the servers."
  }

  assert {
    condition     = [for s in local.permissions.apply : s.Condition.ArnEquals["iam:PolicyARN"] if contains(flatten([s.Action]), "iam:AttachRolePolicy")] == ["arn:aws:iam::aws:policy/AmazonSSMManagedInstanceCore"]
    error_message = "The servers should be given SSM's policy and no other."
  }

  assert {
    condition     = [for s in local.permissions.apply : s.Condition.StringEquals["iam:PassedToService"] if contains(flatten([s.Action]), "iam:PassRole")] == ["ec2.amazonaws.com"]
    error_message = "The servers' role should be for servers alone."
  }
}

run "nobody_touches_the_bootstrap_s_own_state" {
  command = plan

  assert {
    condition = alltrue(flatten([
      for statements in values(local.permissions) : [
        for s in statements : [for resource in flatten([s.Resource]) : !can(regex("s3:::states/(bootstrap|.*[*])", resource))]
      ]
    ]))
    error_message = "No role should reach the state of this folder."
  }
}

run "all_is_told_that_github_must_know" {
  command = plan

  assert {
    condition     = keys(output.github_variables) == ["AWS_APPLY_ROLE", "AWS_DEPLOY_ROLE", "AWS_PLAN_ROLE", "AWS_REGION", "DOMAIN", "TF_STATE_BUCKET"]
    error_message = "The variables should be named as the workflows read them."
  }

  assert {
    condition     = output.github_variables.TF_STATE_BUCKET == "shop-terraform-state-123456789012"
    error_message = "The bucket's name should be unique by the account."
  }
}

run "any_repository_is_refused" {
  command = plan
  variables {
    repository = "maestrops/*"
  }
  expect_failures = [var.repository]
}

run "more_than_one_repository_is_refused" {
  command = plan
  variables {
    repository = "maestrops/shop:*"
  }
  expect_failures = [var.repository]
}

run "a_branch_with_a_wildcard_is_refused" {
  command = plan
  variables {
    default_branch = "*"
  }
  expect_failures = [var.default_branch]
}
