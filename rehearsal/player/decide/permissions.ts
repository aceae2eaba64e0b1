/** What a job's token may do, by the names under `permissions:`. */
export type Permissions = Readonly<Record<string, 'read' | 'write' | 'none'>>

// What a repository gives where the workflow says nothing, since 2023: read contents and packages.
const RESTRICTED: Permissions = { contents: 'read', packages: 'read', metadata: 'read' }

const ALL = [
  'actions',
  'checks',
  'contents',
  'deployments',
  'issues',
  'packages',
  'pull-requests',
  'security-events',
  'statuses',
]

/** The job's `permissions`, else the workflow's, else the restricted default. What is not named is not allowed. */
export function effectivePermissions(workflow: unknown, job: unknown): Permissions {
  const declared = job ?? workflow
  if (declared === undefined || declared === null) return RESTRICTED
  if (declared === 'read-all' || declared === 'write-all') {
    const level = declared === 'read-all' ? 'read' : 'write'
    return Object.fromEntries([...ALL.map(name => [name, level]), ['metadata', 'read']])
  }
  return { ...(declared as Permissions), metadata: 'read' }
}

/** What is left of permissions in a pull request from a fork: reading. */
export function readOnly(permissions: Permissions): Permissions {
  return Object.fromEntries(
    Object.entries(permissions)
      .filter(([name]) => name !== 'id-token')
      .map(([name, level]) => [name, level === 'write' ? 'read' : level]),
  )
}

/** The same for the GitHub on this machine: names with `_`, and every scope spelled out. */
export function tokenPermissions(permissions: Permissions): Record<string, 'read' | 'write' | 'none'> {
  return Object.fromEntries(
    [...ALL, 'metadata'].map(name => [name.replaceAll('-', '_'), permissions[name] ?? 'none']),
  )
}
