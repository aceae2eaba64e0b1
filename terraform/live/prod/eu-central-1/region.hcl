locals {
  region = "eu-central-1"
  zones  = ["a", "b", "c"]
}
