mock_provider "aws" {
  mock_resource "aws_iam_openid_connect_provider" {
    defaults = { arn = "arn:aws:iam::123456789012:oidc-provider/made" }
  }
}

variables {
  name       = "shop-github"
  repository = { owner = "maestrops", name = "shop" }
  roles = {
    plan  = ["pull_request", "ref:refs/heads/main"]
    apply = ["environment:infrastructure"]
  }
}

run "exact_subjects_and_nothing_else" {
  assert {
    condition = jsondecode(aws_iam_role.this["plan"].assume_role_policy).Statement == [{
      Effect    = "Allow"
      Action    = "sts:AssumeRoleWithWebIdentity"
      Principal = { Federated = "arn:aws:iam::123456789012:oidc-provider/made" }
      Condition = {
        StringEquals = {
          "token.actions.githubusercontent.com:aud" = "sts.amazonaws.com"
          "token.actions.githubusercontent.com:sub" = [
            "repo:maestrops/shop:pull_request",
            "repo:maestrops/shop:ref:refs/heads/main",
          ]
        }
      }
    }]
    error_message = "The role should trust these subjects by StringEquals, and no others."
  }

  assert {
    condition     = jsondecode(aws_iam_role.this["apply"].assume_role_policy).Statement[0].Condition.StringEquals["token.actions.githubusercontent.com:sub"] == ["repo:maestrops/shop:environment:infrastructure"]
    error_message = "Another role should trust its own subjects alone."
  }

  assert {
    condition     = alltrue([for role in aws_iam_role.this : !can(regex("[*?]|ForAllValues|StringLike", role.assume_role_policy))])
    error_message = "No trust should hold a wildcard or ForAllValues."
  }
}

run "the_provider_is_for_sts_and_has_no_thumbprint" {
  assert {
    condition     = aws_iam_openid_connect_provider.github[0].url == "https://token.actions.githubusercontent.com" && aws_iam_openid_connect_provider.github[0].client_id_list == toset(["sts.amazonaws.com"])
    error_message = "The provider should be GitHub's, for AWS STS."
  }
}

run "both_forms_where_the_numbers_are_known" {
  variables {
    repository = { owner = "maestrops", name = "shop", owner_id = "123", id = "456" }
  }

  assert {
    condition = jsondecode(aws_iam_role.this["plan"].assume_role_policy).Statement[0].Condition.StringEquals["token.actions.githubusercontent.com:sub"] == [
      "repo:maestrops/shop:pull_request",
      "repo:maestrops/shop:ref:refs/heads/main",
      "repo:maestrops@123/shop@456:pull_request",
      "repo:maestrops@123/shop@456:ref:refs/heads/main",
    ]
    error_message = "The older and the newer form of GitHub's subjects should both be trusted."
  }
}

run "a_provider_that_is_there_is_used" {
  variables {
    provider_arn = "arn:aws:iam::123456789012:oidc-provider/given"
  }

  assert {
    condition     = length(aws_iam_openid_connect_provider.github) == 0 && jsondecode(aws_iam_role.this["plan"].assume_role_policy).Statement[0].Principal.Federated == "arn:aws:iam::123456789012:oidc-provider/given"
    error_message = "The provider that is given should be trusted, and none made."
  }
}

run "any_repository_is_refused" {
  command = plan
  variables {
    repository = { owner = "maestrops", name = "*" }
  }
  expect_failures = [var.repository]
}

run "any_owner_is_refused" {
  command = plan
  variables {
    repository = { owner = "*", name = "shop" }
  }
  expect_failures = [var.repository]
}

run "an_owner_that_hides_a_wildcard_is_refused" {
  command = plan
  variables {
    repository = { owner = "maestrops/*:x", name = "shop" }
  }
  expect_failures = [var.repository]
}

run "one_number_without_the_other_is_refused" {
  command = plan
  variables {
    repository = { owner = "maestrops", name = "shop", id = "456" }
  }
  expect_failures = [var.repository]
}

run "a_number_that_is_none_is_refused" {
  command = plan
  variables {
    repository = { owner = "maestrops", name = "shop", owner_id = "123", id = "*" }
  }
  expect_failures = [var.repository]
}

run "any_subject_is_refused" {
  command = plan
  variables {
    roles = { plan = ["*"] }
  }
  expect_failures = [var.roles]
}

run "any_branch_is_refused" {
  command = plan
  variables {
    roles = { plan = ["pull_request", "ref:refs/heads/*"] }
  }
  expect_failures = [var.roles]
}

run "any_environment_is_refused" {
  command = plan
  variables {
    roles = { plan = ["environment:?"] }
  }
  expect_failures = [var.roles]
}

run "a_role_for_nobody_is_refused" {
  command = plan
  variables {
    roles = { plan = [] }
  }
  expect_failures = [var.roles]
}
