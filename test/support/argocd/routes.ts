/** The operations of Argo CD's API that the fake serves, as its description spells them. */
export const OPERATIONS = {
  get: 'GET /api/v1/applications/{name}',
  tree: 'GET /api/v1/applications/{applicationName}/resource-tree',
  events: 'GET /api/v1/applications/{name}/events',
} as const

/** Every operation that is served. */
export const servedOperations = (): string[] => Object.values(OPERATIONS)
