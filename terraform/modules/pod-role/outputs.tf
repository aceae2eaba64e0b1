output "arn" {
  description = "The role, for an association of EKS Pod Identity."
  value       = aws_iam_role.this.arn

  # A pod that starts before it may do something fails.
  depends_on = [aws_iam_role_policy.own, aws_iam_role_policy_attachment.aws]
}
