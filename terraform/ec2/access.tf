# Who and what may log in, and what the servers themselves may do in AWS.
resource "aws_key_pair" "ansible" {
  key_name   = "${var.project}-ansible"
  public_key = var.ssh_public_key
}

resource "aws_iam_role" "server" {
  name        = "${var.project}-server"
  description = "The servers of ${var.project}"

  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Action    = "sts:AssumeRole"
      Principal = { Service = "ec2.amazonaws.com" }
    }]
  })
}

# Sessions by AWS SSM, which need no open port. Nothing else: no other AWS service is used from a server.
resource "aws_iam_role_policy_attachment" "ssm" {
  role       = aws_iam_role.server.name
  policy_arn = "arn:aws:iam::aws:policy/AmazonSSMManagedInstanceCore"
}

resource "aws_iam_instance_profile" "server" {
  name = "${var.project}-server"
  role = aws_iam_role.server.name
}
