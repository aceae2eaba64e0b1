mock_provider "aws" {
  override_during = plan

  mock_data "aws_caller_identity" {
    defaults = { account_id = "444444444444" }
  }
}

variables {
  project      = "kv"
  region       = "eu-central-1"
  repositories = ["kv"]
  state_bucket = "states"
  repository   = { owner = "maestrops", name = "kv-source" }
}

run "each_role_for_its_workflows" {
  command = plan

  assert {
    condition = module.github.subjects == {
      plan  = ["repo:maestrops/kv-source:pull_request", "repo:maestrops/kv-source:ref:refs/heads/main"]
      apply = ["repo:maestrops/kv-source:environment:infrastructure-shared"]
      push  = ["repo:maestrops/kv-source:ref:refs/heads/staging"]
    }
    error_message = "Each role should be for the workflows that need it."
  }
}

run "a_push_reaches_the_named_repositories_and_changes_no_setting" {
  command = plan

  assert {
    condition     = jsonencode([for s in local.permissions.push : s.Resource if s.Action != "ecr:GetAuthorizationToken"]) == jsonencode([["arn:aws:ecr:eu-central-1:444444444444:repository/kv"]])
    error_message = "Other repositories should be out of reach."
  }

  assert {
    condition     = !can(regex("Delete|Policy|PutImage[A-Z]|CreateRepository|\\*\"", jsonencode([for s in local.permissions.push : s.Action])))
    error_message = "A push should delete nothing and change no setting."
  }
}

run "an_apply_deletes_no_repository_and_no_image" {
  command = plan

  assert {
    condition     = !can(regex("DeleteRepository\"|BatchDelete|PutImage\"|iam:|\\*\"", jsonencode([for s in local.permissions.apply : s.Action])))
    error_message = "What production runs from should stay."
  }
}

run "a_plan_changes_nothing_but_locks" {
  command = plan

  assert {
    condition = alltrue(flatten([
      for s in local.permissions.plan : [for action in flatten([s.Action]) : can(regex("^(ecr:(Get|Describe|List)|s3:(Get|List))[A-Za-z]+$", action))]
      if !endswith(jsonencode(s.Resource), ".tflock\"")
    ]))
    error_message = "Beside locks, a plan should read."
  }
}

run "any_repository_is_refused" {
  command = plan
  variables {
    repositories = ["*"]
  }
  expect_failures = [var.repositories]
}
