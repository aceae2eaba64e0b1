mock_provider "aws" {}

variables {
  cluster_name = "kv-dev"
  region       = "eu-central-1"
}

run "the_control_plane" {
  assert {
    condition     = jsondecode(aws_iam_role.cluster.assume_role_policy).Statement[*].Principal == [{ Service = "eks.amazonaws.com" }] && aws_iam_role_policy_attachment.cluster.policy_arn == "arn:aws:iam::aws:policy/AmazonEKSClusterPolicy"
    error_message = "EKS should take the role, with its own policy."
  }
}

run "nodes_make_no_network_and_push_no_image" {
  assert {
    condition = toset([for one in aws_iam_role_policy_attachment.nodes : one.policy_arn]) == toset([
      "arn:aws:iam::aws:policy/AmazonEKSWorkerNodePolicy",
      "arn:aws:iam::aws:policy/AmazonEC2ContainerRegistryPullOnly",
      "arn:aws:iam::aws:policy/AmazonSSMManagedInstanceCore",
    ])
    error_message = "What a node may do, everything may that breaks out of a pod."
  }

  assert {
    condition     = jsondecode(aws_iam_role.nodes.assume_role_policy).Statement[*].Principal == [{ Service = "ec2.amazonaws.com" }]
    error_message = "EC2 should take the nodes' role."
  }
}

run "the_volumes_of_another_cluster_are_out_of_reach" {
  assert {
    condition     = local.volume_policy == "AmazonEBSCSIDriverEKSClusterScopedPolicy"
    error_message = "Clusters of one account should not delete each other's volumes."
  }
}

run "the_load_balancer_controller_deletes_only_its_own" {
  assert {
    condition = alltrue([
      for s in local.load_balancer : s.Condition.StringEquals["aws:ResourceTag/elbv2.k8s.aws/cluster"] == "kv-dev"
      if length(regexall("Delete(LoadBalancer|TargetGroup|SecurityGroup)|ModifyLoadBalancer|SetSecurityGroups|RegisterTargets", jsonencode(s.Action))) > 0
    ])
    error_message = "What another cluster or a person made should be out of reach."
  }

  assert {
    condition = alltrue([
      for s in local.load_balancer : s.Condition.StringEquals["aws:RequestTag/elbv2.k8s.aws/cluster"] == "kv-dev"
      if length(regexall("CreateLoadBalancer|CreateTargetGroup", jsonencode(s.Action))) > 0
    ])
    error_message = "What it makes should have its cluster's tag."
  }

  assert {
    condition = alltrue([
      for s in local.load_balancer : s.Condition.StringEquals["aws:RequestedRegion"] == "eu-central-1"
      if length(regexall("Describe|iam:", jsonencode(s.Action))) == 0
    ])
    error_message = "It should change nothing in other regions."
  }

  assert {
    condition     = !can(regex("iam:[A-Z][A-Za-z]*Role[A-Za-z]*", replace(jsonencode(local.load_balancer), "iam:CreateServiceLinkedRole", "")))
    error_message = "It should make no role but that of AWS's own load balancers."
  }
}

run "a_name_that_roles_cannot_have_is_refused" {
  command = plan
  variables {
    cluster_name = "Kv Dev"
  }
  expect_failures = [var.cluster_name]
}
