/** The inputs of actions/checkout that are played, and those that are refused before the run. */
export const checkoutInputs: { readonly inputs: readonly string[]; readonly notPlayed: readonly string[] } = {
  inputs: [
    'repository',
    'ref',
    'token',
    'path',
    'fetch-depth',
    'fetch-tags',
    'persist-credentials',
    'show-progress',
    'clean',
  ],
  notPlayed: [
    'ssh-key',
    'ssh-known-hosts',
    'ssh-strict',
    'ssh-user',
    'filter',
    'sparse-checkout',
    'sparse-checkout-cone-mode',
    'lfs',
    'submodules',
    'set-safe-directory',
    'github-server-url',
  ],
}
