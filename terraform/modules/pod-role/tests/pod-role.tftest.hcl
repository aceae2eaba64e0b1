mock_provider "aws" {}

variables {
  name             = "kv-prod-image-updater"
  cluster_name     = "kv-prod"
  namespace        = "argocd"
  service_accounts = ["argocd-image-updater"]
  statements       = [{ Effect = "Allow", Action = "ecr:GetAuthorizationToken", Resource = "*" }]
}

run "for_one_service_account_of_one_cluster" {
  assert {
    condition = jsondecode(aws_iam_role.this.assume_role_policy).Statement == [{
      Effect    = "Allow"
      Principal = { Service = "pods.eks.amazonaws.com" }
      Action    = ["sts:AssumeRole", "sts:TagSession"]
      Condition = {
        StringEquals = {
          "aws:RequestTag/eks-cluster-name"           = "kv-prod"
          "aws:RequestTag/kubernetes-namespace"       = "argocd"
          "aws:RequestTag/kubernetes-service-account" = ["argocd-image-updater"]
        }
      }
    }]
    error_message = "The role should trust this service account's pods and no others."
  }
}

run "its_statements_and_no_policy_of_aws" {
  assert {
    condition     = jsondecode(aws_iam_role_policy.own[0].policy).Statement == [{ Effect = "Allow", Action = "ecr:GetAuthorizationToken", Resource = "*" }] && length(aws_iam_role_policy_attachment.aws) == 0
    error_message = "The role should have its statements alone."
  }
}

run "a_policy_of_aws_alone" {
  variables {
    statements = []
    policy_arn = "arn:aws:iam::aws:policy/AmazonEKS_CNI_Policy"
  }

  assert {
    condition     = aws_iam_role_policy_attachment.aws[0].policy_arn == "arn:aws:iam::aws:policy/AmazonEKS_CNI_Policy" && length(aws_iam_role_policy.own) == 0
    error_message = "The role should have AWS's policy alone."
  }
}

run "any_service_account_is_refused" {
  command = plan
  variables {
    service_accounts = ["*"]
  }
  expect_failures = [var.service_accounts]
}

run "no_service_account_is_refused" {
  command = plan
  variables {
    service_accounts = []
  }
  expect_failures = [var.service_accounts]
}
