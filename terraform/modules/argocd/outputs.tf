output "role_arn" {
  description = "The role that roles in other clusters trust."
  value       = module.argocd.arn
}

output "pod_identities" {
  description = "Which service account gets which role, as eks takes it."
  value = merge(
    { for name in local.service_accounts : name => { namespace = "argocd", service_account = name, role_arn = module.argocd.arn } },
    { argocd-image-updater = { namespace = "argocd", service_account = "argocd-image-updater", role_arn = module.image_updater.arn } },
  )
}
