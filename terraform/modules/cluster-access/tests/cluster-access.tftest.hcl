mock_provider "aws" {
  override_during = plan

  mock_data "aws_caller_identity" {
    defaults = { account_id = "222222222222" }
  }
  mock_resource "aws_iam_role" {
    defaults = { arn = "arn:aws:iam::222222222222:role/made" }
  }
  mock_resource "aws_kms_key" {
    defaults = { arn = "arn:aws:kms:eu-central-1:222222222222:key/secrets", key_id = "secrets" }
  }
}

variables {
  project         = "kv"
  environment     = "staging"
  region          = "eu-central-1"
  state_bucket    = "states"
  repository      = { owner = "maestrops", name = "kv-source" }
  argocd_role_arn = "arn:aws:iam::333333333333:role/kv-prod-argocd"
}

run "each_role_for_its_workflows" {
  command = plan

  assert {
    condition = module.github.subjects == {
      plan  = ["repo:maestrops/kv-source:pull_request", "repo:maestrops/kv-source:ref:refs/heads/main"]
      apply = ["repo:maestrops/kv-source:environment:infrastructure-staging"]
    }
    error_message = "Each role should be for the workflows that need it."
  }
}

run "a_plan_changes_nothing_but_locks" {
  command = plan

  assert {
    condition = toset(flatten([
      for s in local.permissions.plan : [for action in flatten([s.Action]) : "${action} ${join(" ", flatten([s.Resource]))}"]
      if !alltrue([for action in flatten([s.Action]) : can(regex("^(ec2:Describe\\*|eks:(Describe|List)\\*|logs:(List|Describe)[A-Za-z]+)$", action))])
      ])) == toset([
      "s3:ListBucket arn:aws:s3:::states",
      "s3:GetObject arn:aws:s3:::states/staging/eu-central-1/*/terraform.tfstate arn:aws:s3:::states/staging/access/terraform.tfstate",
      "s3:GetObject arn:aws:s3:::states/staging/eu-central-1/*/terraform.tfstate.tflock",
      "s3:PutObject arn:aws:s3:::states/staging/eu-central-1/*/terraform.tfstate.tflock",
      "s3:DeleteObject arn:aws:s3:::states/staging/eu-central-1/*/terraform.tfstate.tflock",
    ])
    error_message = "Beside reading AWS, a plan should read states and lock them."
  }
}

run "an_apply_makes_no_role_and_gives_none_permissions" {
  command = plan

  assert {
    condition     = toset([for action in flatten([for s in local.permissions.apply : s.Action]) : action if startswith(action, "iam:")]) == toset(["iam:GetRole", "iam:ListAttachedRolePolicies", "iam:PassRole", "iam:CreateServiceLinkedRole"])
    error_message = "Roles should be a person's."
  }

  assert {
    condition = toset(flatten([for s in local.permissions.apply : s.Resource if contains(flatten([s.Action]), "iam:PassRole")])) == toset([
      for role in ["cluster", "nodes", "cni", "ebs-csi", "load-balancer"] : "arn:aws:iam::222222222222:role/kv-staging-${role}"
    ])
    error_message = "It should hand this cluster's roles to EKS, and no others."
  }
}

run "an_apply_writes_no_state_of_the_roles" {
  command = plan

  assert {
    condition     = length([for s in local.permissions.apply : s if contains(flatten([s.Action]), "s3:PutObject") && can(regex("access", jsonencode(s.Resource)))]) == 0
    error_message = "What is in the state of the roles should be a person's, too."
  }
}

run "an_apply_touches_this_cluster_alone" {
  command = plan

  assert {
    condition = alltrue(flatten([
      for s in local.permissions.apply : [for arn in flatten([s.Resource]) : can(regex("^arn:aws:eks:eu-central-1:222222222222:[a-z-]+/kv-staging(/\\*)?$", arn))]
      if contains(flatten([s.Action]), "eks:CreateCluster")
    ]))
    error_message = "Other clusters should be out of reach."
  }
}

run "an_apply_uses_the_clusters_key_and_changes_none" {
  command = plan

  assert {
    condition = [for s in local.permissions.apply : "${join(" ", flatten([s.Action]))} ${s.Resource}" if strcontains(jsonencode(s.Action), "kms:")] == [
      "kms:DescribeKey kms:CreateGrant arn:aws:kms:eu-central-1:222222222222:key/secrets",
    ]
    error_message = "Keys should be a person's. Right after a key is made, KMS does not heed its tags yet."
  }

  assert {
    condition     = aws_kms_key.secrets.enable_key_rotation && aws_kms_key.secrets.deletion_window_in_days == 30 && output.secrets_key_arn == aws_kms_key.secrets.arn
    error_message = "The key should rotate, and take a month to go."
  }
}

# EKS refuses a node group otherwise: "Failed to validate if SLR: AWSServiceRoleForAmazonEKSNodegroup already exists".
run "an_apply_sees_whether_awss_own_roles_are_there" {
  command = plan

  assert {
    condition     = contains(flatten([for s in local.permissions.apply : s.Resource if contains(flatten([s.Action]), "iam:GetRole")]), "arn:aws:iam::222222222222:role/aws-service-role/eks*.amazonaws.com/*")
    error_message = "EKS asks for its service-linked roles as the one who makes clusters and node groups."
  }
}

run "all_volumes_are_encrypted" {
  command = plan

  assert {
    condition     = aws_ebs_encryption_by_default.this.enabled
    error_message = "Volumes of pods should be encrypted without being told so."
  }
}

run "argocd_comes_by_a_role_that_trusts_its_role" {
  command = plan

  assert {
    condition = jsondecode(aws_iam_role.argocd_target[0].assume_role_policy).Statement == [{
      Effect    = "Allow"
      Principal = { AWS = "arn:aws:iam::333333333333:root" }
      Action    = ["sts:AssumeRole", "sts:TagSession"]
      Condition = { ArnEquals = { "aws:PrincipalArn" = "arn:aws:iam::333333333333:role/kv-prod-argocd" } }
    }]
    error_message = "Of the other account, Argo CD's role should be trusted, and no other."
  }

  assert {
    condition     = aws_iam_role.argocd_target[0].name == "kv-staging-argocd-target" && keys(output.pod_identities) == ["load-balancer"]
    error_message = "Argo CD's own roles should be where it runs."
  }
}

run "where_argocd_runs" {
  command = plan
  variables {
    environment     = "prod"
    argocd_role_arn = null
    argocd = {
      target_roles    = ["arn:aws:iam::222222222222:role/kv-staging-argocd-target"]
      repository_arns = ["arn:aws:ecr:eu-central-1:444444444444:repository/kv"]
    }
  }

  assert {
    condition     = contains(keys(output.pod_identities), "argocd-application-controller") && output.argocd_target_role == null
    error_message = "Argo CD should have its roles here."
  }

  assert {
    condition     = length(setsubtract(["arn:aws:iam::222222222222:role/kv-prod-argocd", "arn:aws:iam::222222222222:role/kv-prod-image-updater"], local.handed)) == 0
    error_message = "An apply should hand them to EKS."
  }
}

run "any_argocd_is_refused" {
  command = plan
  variables {
    argocd_role_arn = "arn:aws:iam::333333333333:role/*"
  }
  expect_failures = [var.argocd_role_arn]
}
