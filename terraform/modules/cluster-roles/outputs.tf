output "cluster" {
  description = "The control plane's role."
  value       = aws_iam_role.cluster.arn
  depends_on  = [aws_iam_role_policy_attachment.cluster]
}

output "nodes" {
  description = "The nodes' role."
  value       = aws_iam_role.nodes.arn
  depends_on  = [aws_iam_role_policy_attachment.nodes]
}

output "cni" {
  description = "The role of the pods that make the network."
  value       = module.cni.arn
}

output "ebs_csi" {
  description = "The role of the pods that make volumes."
  value       = module.ebs_csi.arn
}

output "load_balancer" {
  description = "The role of the AWS Load Balancer Controller, service account aws-load-balancer-controller in kube-system."
  value       = module.load_balancer.arn
}
