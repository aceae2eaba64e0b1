# What all environments share. Yours to change.
locals {
  # Begins the names of all that is made. The workflows take roles by it: `kv-` in .github/workflows, and in argocd/ clusters.
  project = "kv"

  # Where states are, and everything that is in no other region's folder.
  region = "eu-central-1"

  # The repository on GitHub with this folder: gh api repos/OWNER/NAME --jq '.owner.id, .id'
  repository = { owner = "acme", name = "kv-source", owner_id = null, id = null }

  # Its default branch: where GitHub starts nightly runs, which compare all this with what is really there.
  default_branch = "staging"

  # One registry for all, so that production runs the very image that staging has proven.
  registry = { account_id = "444444444444", repositories = ["kv"] }

  # Whose clusters pull from it. Argo CD runs in `prod` and deploys to the others.
  accounts = { dev = "111111111111", staging = "222222222222", prod = "333333333333" }

  # Where Argo CD comes from: the addresses of production's NAT gateways, `terragrunt output nat_addresses` in
  # prod/eu-central-1/network, each with /32. The other clusters let these in to their API, and nobody else.
  argocd_addresses = []
}
