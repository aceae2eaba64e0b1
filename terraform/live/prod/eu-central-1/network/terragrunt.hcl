include "root" {
  path = find_in_parent_folders("root.hcl")
}

include "unit" {
  path = "${dirname(find_in_parent_folders("root.hcl"))}/units/network.hcl"
}

inputs = {
  cidr_block = "10.32.0.0/16"
  nat        = "each"
}
