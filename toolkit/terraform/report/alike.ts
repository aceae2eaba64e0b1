import type { ResourceChange } from '../plan/model.ts'

// More would be a long list again.
const MOST = 40

/**
 * Groups changes that do the very same to several objects: the same tag on forty resources, three instances of one
 * `count`. What is destroyed or replaced always stands alone. Groups stand where their first change stood.
 */
export function alike(changes: readonly ResourceChange[]): ResourceChange[][] {
  const groups: ResourceChange[][] = []
  const open = new Map<string, ResourceChange[]>()
  for (const change of changes) {
    const key = signature(change)
    const group = key === undefined ? undefined : open.get(key)
    if (group && group.length < MOST) group.push(change)
    else {
      const fresh = [change]
      groups.push(fresh)
      if (key !== undefined) open.set(key, fresh)
    }
  }
  return groups
}

function signature(change: ResourceChange): string | undefined {
  const { kind, attributes, previousAddress, importing, deposed, reason, type } = change
  if (kind !== 'update' && kind !== 'create') return undefined
  if (!attributes || attributes.length === 0) return undefined
  if (previousAddress !== undefined || importing !== undefined || deposed !== undefined) return undefined
  let key = kind === 'create' ? `${kind} ${type}` : kind
  key += ` ${reason ?? ''}`
  for (const { path, before, after } of attributes) {
    // What is hidden may differ from one object to the next.
    if (before.kind === 'sensitive' || after.kind === 'sensitive') return undefined
    const one = before.kind === 'known' ? before.text : before.kind
    const other = after.kind === 'known' ? after.text : after.kind
    key += `\u0000${path}\u0001${before.kind}\u0001${one}\u0001${after.kind}\u0001${other}`
  }
  return key
}
