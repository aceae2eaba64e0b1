import type { StandIn } from './stand-in.ts'

const SLUG = 'rehearsal-app'
const PERMISSION = /^permission-(.+)$/
// What the GitHub on this machine knows of (actions/create-github-app-token declares one input for each permission).
const SCOPES = [
  'actions',
  'checks',
  'contents',
  'deployments',
  'issues',
  'metadata',
  'pull-requests',
  'statuses',
]

/** actions/create-github-app-token: a token of the GitHub on this machine, with what the step asks for and no more. */
export const createGithubAppToken: StandIn = {
  inputs: [
    'app-id',
    'client-id',
    'private-key',
    'owner',
    'repositories',
    'skip-token-revoke',
    'github-api-url',
    ...SCOPES.map(scope => `permission-${scope}`),
  ],
  required: ['private-key'],
  async play({ with: given, world, scope }) {
    const id = given['app-id'] || given['client-id']
    if (!id) throw new Error("Either the 'client-id' or 'app-id' input must be set.")
    if (!given['private-key']) throw new Error('The private-key input must be set to a non-empty string.')
    const github = scope.contexts.github as { repository: string; repository_owner: string }
    const owner = given.owner || github.repository_owner
    const names = (given.repositories ?? '').split(/[\s,]+/).filter(name => name !== '')
    const here = given.owner ? undefined : [github.repository]
    const repositories = names.length > 0 ? names.map(name => `${owner}/${name.replace(/^.*\//, '')}`) : here
    const asked = Object.entries(given).flatMap(([name, level]) => {
      const permission = PERMISSION.exec(name.toLowerCase())?.[1]
      return permission ? [[permission.replaceAll('-', '_'), level as 'read' | 'write'] as const] : []
    })
    const nothing = SCOPES.map(name => [name.replaceAll('-', '_'), 'none'] as const)
    const token = world.host.token({
      user: `${SLUG}[bot]`,
      ...(repositories && { repositories }),
      ...(asked.length > 0 && {
        permissions: Object.fromEntries([...nothing, ['metadata', 'read'], ...asked]),
      }),
    })
    world.masks.add(token)
    return {
      outputs: { token, 'installation-id': '1', 'app-slug': SLUG },
      standIn: `made a token of the app '${SLUG}' for ${repositories?.join(', ') ?? `all repositories of ${owner}`}; the key was not checked`,
    }
  },
}
