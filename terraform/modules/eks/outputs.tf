output "name" {
  description = "The cluster's name, once nodes and addons are there."
  value       = aws_eks_cluster.this.name
  depends_on  = [aws_eks_addon.then, aws_eks_access_policy_association.this, aws_eks_pod_identity_association.this]
}

output "arn" {
  description = "The cluster's ARN."
  value       = aws_eks_cluster.this.arn
}

output "endpoint" {
  description = "Where Kubernetes' API is: `server` in Argo CD's list of clusters."
  value       = aws_eks_cluster.this.endpoint
}

output "certificate_authority" {
  description = "Who vouches for the API, in base64: `caData` in Argo CD's list of clusters."
  value       = aws_eks_cluster.this.certificate_authority[0].data
}

output "security_group_id" {
  description = "The group of control plane and nodes."
  value       = aws_eks_cluster.this.vpc_config[0].cluster_security_group_id
}
