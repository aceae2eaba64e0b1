include "root" {
  path = find_in_parent_folders("root.hcl")
}

include "unit" {
  path = "${dirname(find_in_parent_folders("root.hcl"))}/units/cluster.hcl"
}

inputs = {
  kubernetes_version = "1.35"
  nodes              = { count = 3, instance_types = ["m7i.large"] }
}
