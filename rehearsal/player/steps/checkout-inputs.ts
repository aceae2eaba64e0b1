/** The inputs of actions/checkout that are played; any other is refused before the run. */
export const checkoutInputs: readonly string[] = [
  'repository',
  'ref',
  'token',
  'path',
  'fetch-depth',
  'fetch-tags',
  'persist-credentials',
  'show-progress',
  'clean',
]
