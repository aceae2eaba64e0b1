mock_provider "aws" {
  mock_resource "aws_ecr_repository" {
    defaults = { repository_url = "444444444444.dkr.ecr.eu-central-1.amazonaws.com/kv" }
  }
}

variables {
  repositories = ["kv"]
}

run "a_tag_stays_what_it_is" {
  assert {
    condition     = aws_ecr_repository.this["kv"].image_tag_mutability == "IMMUTABLE"
    error_message = "Tags should be immutable."
  }
}

run "scanned_and_encrypted" {
  assert {
    condition     = aws_ecr_repository.this["kv"].image_scanning_configuration[0].scan_on_push
    error_message = "Every push should be scanned."
  }

  assert {
    condition     = aws_ecr_repository.this["kv"].encryption_configuration[0].encryption_type == "AES256"
    error_message = "Images should be encrypted."
  }
}

run "only_untagged_images_go" {
  assert {
    condition = [for rule in jsondecode(aws_ecr_lifecycle_policy.this["kv"].policy).rules : rule.selection] == [{
      tagStatus   = "untagged"
      countType   = "sinceImagePushed"
      countUnit   = "days"
      countNumber = 14
    }]
    error_message = "No rule should take a tagged image away."
  }
}

run "for_its_own_account_alone_by_default" {
  assert {
    condition     = length(aws_ecr_repository_policy.pull) == 0
    error_message = "No other account should pull without being named."
  }

  assert {
    condition     = output.registry == "444444444444.dkr.ecr.eu-central-1.amazonaws.com" && keys(output.repositories) == ["kv"]
    error_message = "The registry's host should be told."
  }
}

run "named_accounts_pull_and_do_no_more" {
  variables {
    pull_accounts = ["333333333333", "222222222222"]
  }

  assert {
    condition = jsondecode(aws_ecr_repository_policy.pull["kv"].policy).Statement[0].Principal == {
      AWS = ["arn:aws:iam::222222222222:root", "arn:aws:iam::333333333333:root"]
    }
    error_message = "The policy should be for these accounts."
  }

  assert {
    condition     = !can(regex("Put|Upload|Delete|Set|ecr:\\*", jsonencode(jsondecode(aws_ecr_repository_policy.pull["kv"].policy).Statement[*].Action)))
    error_message = "Other accounts should change nothing."
  }
}

run "the_world_is_refused" {
  command = plan
  variables {
    pull_accounts = ["*"]
  }
  expect_failures = [var.pull_accounts]
}

run "a_name_with_the_host_is_refused" {
  command = plan
  variables {
    repositories = ["444444444444.dkr.ecr.eu-central-1.amazonaws.com/KV"]
  }
  expect_failures = [var.repositories]
}

run "no_repository_is_refused" {
  command = plan
  variables {
    repositories = []
  }
  expect_failures = [var.repositories]
}
