output "name" {
  description = "The bucket, as `-backend-config=bucket=` wants it."
  value       = aws_s3_bucket.this.bucket

  # No state goes into a bucket that is not closed yet.
  depends_on = [aws_s3_bucket_policy.this, aws_s3_bucket_public_access_block.this, aws_s3_bucket_versioning.this]
}

output "arn" {
  description = "The bucket's ARN, for policies."
  value       = aws_s3_bucket.this.arn
}
