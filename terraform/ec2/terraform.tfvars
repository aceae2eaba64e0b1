# What is reviewed here. Region, domain and key come from the repository's variables (see README.md).
project = "shop"

servers = {
  app = {
    instance_type = "t3.small"
    disk_size     = 20
    ports         = [80, 443]
    names         = ["", "www"]
    groups        = ["app"]
  }
}
