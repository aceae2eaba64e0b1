# moto knows neither access entries nor addons nor Pod Identity, so that all of this is against a mock.
mock_provider "aws" {
  mock_resource "aws_launch_template" {
    defaults = { id = "lt-1", latest_version = 3 }
  }
  mock_resource "aws_eks_cluster" {
    defaults = { arn = "arn:aws:eks:eu-central-1:123456789012:cluster/kv-dev", certificate_authority = [{ data = "Q0E=" }] }
  }
}

variables {
  name               = "kv-dev"
  kubernetes_version = "1.35"
  secrets_key_arn    = "arn:aws:kms:eu-central-1:123456789012:key/secrets"
  subnet_ids         = ["subnet-a", "subnet-b"]
  nodes              = { count = 2, instance_types = ["t3.large"] }
  roles = {
    cluster = "arn:aws:iam::123456789012:role/kv-dev-cluster"
    nodes   = "arn:aws:iam::123456789012:role/kv-dev-nodes"
    cni     = "arn:aws:iam::123456789012:role/kv-dev-cni"
    ebs_csi = "arn:aws:iam::123456789012:role/kv-dev-ebs-csi"
  }
  access = {
    people = { principal_arn = "arn:aws:iam::123456789012:role/admins", policy = "ClusterAdmin" }
    team   = { principal_arn = "arn:aws:iam::123456789012:role/team", policy = "View", namespaces = ["kv"] }
  }
  pod_identities = {
    load_balancer = { namespace = "kube-system", service_account = "aws-load-balancer-controller", role_arn = "arn:aws:iam::123456789012:role/kv-dev-load-balancer" }
  }
}

run "the_api_is_private" {
  assert {
    condition     = aws_eks_cluster.this.vpc_config[0].endpoint_private_access && !aws_eks_cluster.this.vpc_config[0].endpoint_public_access
    error_message = "Nobody outside the network should reach the API."
  }

  assert {
    condition     = aws_eks_cluster.this.vpc_config[0].subnet_ids == toset(["subnet-a", "subnet-b"])
    error_message = "The endpoint should be in the subnets that are given."
  }
}

run "access_by_entries_alone" {
  assert {
    condition     = aws_eks_cluster.this.access_config[0].authentication_mode == "API" && aws_eks_cluster.this.access_config[0].bootstrap_cluster_creator_admin_permissions == false
    error_message = "Neither a ConfigMap nor having made the cluster should give access."
  }

  assert {
    condition = { for name, one in aws_eks_access_policy_association.this : name => "${one.principal_arn} ${one.policy_arn} ${one.access_scope[0].type} ${join(",", coalesce(one.access_scope[0].namespaces, []))}" } == {
      people = "arn:aws:iam::123456789012:role/admins arn:aws:eks::aws:cluster-access-policy/AmazonEKSClusterAdminPolicy cluster "
      team   = "arn:aws:iam::123456789012:role/team arn:aws:eks::aws:cluster-access-policy/AmazonEKSViewPolicy namespace kv"
    }
    error_message = "Each entry should have its policy, where it was given and nowhere else."
  }

  assert {
    condition     = toset([for one in aws_eks_access_entry.this : one.principal_arn]) == toset(["arn:aws:iam::123456789012:role/admins", "arn:aws:iam::123456789012:role/team"])
    error_message = "There should be an entry for each principal, and none besides."
  }
}

run "secrets_are_encrypted_by_the_key_that_is_given" {
  assert {
    condition     = aws_eks_cluster.this.encryption_config[0].resources == toset(["secrets"]) && aws_eks_cluster.this.encryption_config[0].provider[0].key_arn == var.secrets_key_arn
    error_message = "Secrets should be encrypted by the key made for them."
  }
}

run "the_longest_name_leaves_room_for_what_is_named_after_it" {
  command = plan
  variables {
    name = "k234567890123456789012345678901234567890"
  }

  assert {
    condition     = length(aws_eks_node_group.this.node_group_name_prefix) <= 63 - 26
    error_message = "The provider refuses a longer prefix of a node group's name."
  }
}

run "a_key_by_its_alias_is_refused" {
  command = plan
  variables {
    secrets_key_arn = "arn:aws:kms:eu-central-1:123456789012:alias/kv-dev-secrets"
  }
  expect_failures = [var.secrets_key_arn]
}

run "who_did_what_is_logged_and_kept" {
  assert {
    condition     = length(setintersection(aws_eks_cluster.this.enabled_cluster_log_types, ["api", "audit", "authenticator"])) == 3
    error_message = "The API, the audit and the authenticator should be logged."
  }

  assert {
    condition     = aws_cloudwatch_log_group.cluster.name == "/aws/eks/kv-dev/cluster" && aws_cloudwatch_log_group.cluster.retention_in_days == 90
    error_message = "The log should be kept for 90 days."
  }
}

run "the_version_that_is_asked_for_with_support_that_costs_nothing" {
  assert {
    condition     = aws_eks_cluster.this.version == "1.35" && aws_eks_node_group.this.version == "1.35"
    error_message = "Control plane and nodes should have the version."
  }

  assert {
    condition     = aws_eks_cluster.this.upgrade_policy[0].support_type == "STANDARD"
    error_message = "Extended support should not come by itself."
  }
}

run "nodes_with_imdsv2_and_not_for_pods" {
  assert {
    condition     = aws_launch_template.nodes.metadata_options[0].http_tokens == "required" && aws_launch_template.nodes.metadata_options[0].http_put_response_hop_limit == 1
    error_message = "Metadata should want a token, and end at the node."
  }

  assert {
    condition     = tobool(aws_launch_template.nodes.block_device_mappings[0].ebs[0].encrypted) && aws_launch_template.nodes.block_device_mappings[0].ebs[0].volume_type == "gp3"
    error_message = "Disks should be encrypted, and gp3."
  }

  assert {
    condition     = aws_eks_node_group.this.launch_template[0].id == "lt-1" && aws_eks_node_group.this.launch_template[0].version == "3"
    error_message = "The nodes should be made by this template's newest version."
  }

  assert {
    condition     = length(aws_eks_node_group.this.remote_access) == 0 && aws_launch_template.nodes.key_name == null
    error_message = "No key should open a node."
  }
}

run "addons_with_roles_of_their_own" {
  assert {
    condition     = keys(aws_eks_addon.first) == ["eks-pod-identity-agent", "kube-proxy", "vpc-cni"] && keys(aws_eks_addon.then) == ["aws-ebs-csi-driver", "coredns", "metrics-server"]
    error_message = "These addons should be there."
  }

  assert {
    condition = { for name, one in merge(aws_eks_addon.first, aws_eks_addon.then) : name => [for p in one.pod_identity_association : "${p.service_account} ${p.role_arn}"] if length(one.pod_identity_association) > 0 } == {
      vpc-cni            = ["aws-node arn:aws:iam::123456789012:role/kv-dev-cni"]
      aws-ebs-csi-driver = ["ebs-csi-controller-sa arn:aws:iam::123456789012:role/kv-dev-ebs-csi"]
    }
    error_message = "Addons that call AWS should do so by their own roles."
  }

  assert {
    condition     = jsondecode(aws_eks_addon.first["vpc-cni"].configuration_values).enableNetworkPolicy == "true"
    error_message = "Network policies should be heeded."
  }

  assert {
    condition     = jsondecode(aws_eks_addon.then["aws-ebs-csi-driver"].configuration_values).defaultStorageClass.enabled
    error_message = "A claim that names no class should get a volume."
  }
}

run "pods_get_the_roles_they_are_given" {
  assert {
    condition = [for one in aws_eks_pod_identity_association.this : "${one.cluster_name} ${one.namespace}/${one.service_account} ${one.role_arn}"] == [
      "kv-dev kube-system/aws-load-balancer-controller arn:aws:iam::123456789012:role/kv-dev-load-balancer",
    ]
    error_message = "The service account should have its role."
  }
}

run "single_addresses_may_be_let_in" {
  variables {
    api_networks = ["203.0.113.7/32"]
  }

  assert {
    condition     = aws_eks_cluster.this.vpc_config[0].endpoint_public_access && aws_eks_cluster.this.vpc_config[0].public_access_cidrs == toset(["203.0.113.7/32"]) && aws_eks_cluster.this.vpc_config[0].endpoint_private_access
    error_message = "The endpoint should be open to this address and no other, and to nodes from inside."
  }
}

run "an_addon_of_a_version" {
  variables {
    addon_versions = { coredns = "v1.13.1-eksbuild.1" }
  }

  assert {
    condition     = aws_eks_addon.then["coredns"].addon_version == "v1.13.1-eksbuild.1"
    error_message = "The addon should have the version that is asked for."
  }
}

run "the_world_is_refused" {
  command = plan
  variables {
    api_networks = ["0.0.0.0/0"]
  }
  expect_failures = [var.api_networks]
}

run "a_large_network_is_refused" {
  command = plan
  variables {
    api_networks = ["203.0.0.0/16"]
  }
  expect_failures = [var.api_networks]
}

run "an_unknown_policy_is_refused" {
  command = plan
  variables {
    access = { people = { principal_arn = "arn:aws:iam::123456789012:role/admins", policy = "Root" } }
  }
  expect_failures = [var.access]
}

run "a_wildcard_is_refused" {
  command = plan
  variables {
    access = { people = { principal_arn = "arn:aws:iam::123456789012:role/*", policy = "View" } }
  }
  expect_failures = [var.access]
}

run "one_node_is_refused" {
  command = plan
  variables {
    nodes = { count = 1, instance_types = ["t3.large"] }
  }
  expect_failures = [var.nodes]
}

run "one_subnet_is_refused" {
  command = plan
  variables {
    subnet_ids = ["subnet-a", "subnet-a"]
  }
  expect_failures = [var.subnet_ids]
}

run "a_patch_version_is_refused" {
  command = plan
  variables {
    kubernetes_version = "1.35.2"
  }
  expect_failures = [var.kubernetes_version]
}
