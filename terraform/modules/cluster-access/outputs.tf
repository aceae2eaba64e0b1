output "github_roles" {
  description = "What GitHub's workflows take, by name: `plan` and `apply`."
  value       = { for name, role in module.github.roles : name => role.arn }

  # A role is of no use before it may do something.
  depends_on = [aws_iam_role_policy.github]
}

output "github_provider_arn" {
  description = "GitHub's OIDC provider, for other environments in this account."
  value       = module.github.provider_arn
}

output "roles" {
  description = "The cluster's roles, as eks takes them."
  value       = { for name in ["cluster", "nodes", "cni", "ebs_csi"] : name => module.roles[name] }
}

output "secrets_key_arn" {
  description = "The key of KMS for the cluster's secrets."
  value       = aws_kms_key.secrets.arn
}

output "pod_identities" {
  description = "Which service account gets which role, as eks takes it."
  value = merge(
    { load-balancer = { namespace = "kube-system", service_account = "aws-load-balancer-controller", role_arn = module.roles.load_balancer } },
    one(module.argocd[*].pod_identities),
  )
}

output "argocd_target_role" {
  description = "The role by which Argo CD of another cluster comes, null where it does not."
  value       = one(aws_iam_role.argocd_target[*].arn)
}
