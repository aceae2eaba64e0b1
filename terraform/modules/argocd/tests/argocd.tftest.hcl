mock_provider "aws" {
  override_during = plan
  mock_resource "aws_iam_role" {
    defaults = { arn = "arn:aws:iam::333333333333:role/made" }
  }
}

variables {
  cluster_name    = "kv-prod"
  target_roles    = ["arn:aws:iam::222222222222:role/kv-staging-argocd-target"]
  repository_arns = ["arn:aws:ecr:eu-central-1:444444444444:repository/kv"]
}

run "argocd_may_become_the_named_roles_and_no_others" {
  command = plan

  assert {
    condition     = [for s in local.argocd : "${join(" ", s.Action)} on ${join(" ", s.Resource)}"] == ["sts:AssumeRole sts:TagSession on arn:aws:iam::222222222222:role/kv-staging-argocd-target"]
    error_message = "Argo CD should become this role and do nothing else in AWS."
  }
}

run "image_updater_reads_the_named_repositories" {
  command = plan

  assert {
    condition     = jsonencode([for s in local.image_updater : s.Resource if s.Action != "ecr:GetAuthorizationToken"]) == jsonencode([["arn:aws:ecr:eu-central-1:444444444444:repository/kv"]])
    error_message = "Image Updater should read these repositories alone."
  }

  assert {
    condition     = alltrue([for action in flatten([for s in local.image_updater : s.Action]) : can(regex("^ecr:(BatchGet|Describe|Get|List)", action))])
    error_message = "Image Updater should change nothing."
  }
}

run "each_service_account_has_its_role" {
  command = plan

  assert {
    condition     = keys(output.pod_identities) == ["argocd-application-controller", "argocd-applicationset-controller", "argocd-image-updater", "argocd-server"] && alltrue([for name, one in output.pod_identities : one.namespace == "argocd" && one.service_account == name])
    error_message = "Argo CD's and Image Updater's service accounts should have roles."
  }
}

run "an_argocd_for_its_own_cluster_alone" {
  command = plan
  variables {
    target_roles = []
  }

  assert {
    condition     = length(local.argocd) == 0
    error_message = "Without other clusters, Argo CD should do nothing in AWS."
  }
}

run "any_role_is_refused" {
  command = plan
  variables {
    target_roles = ["arn:aws:iam::222222222222:role/*"]
  }
  expect_failures = [var.target_roles]
}

run "any_repository_is_refused" {
  command = plan
  variables {
    repository_arns = ["*"]
  }
  expect_failures = [var.repository_arns]
}
