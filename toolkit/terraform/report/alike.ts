import type { ResourceChange, Value } from '../plan/model.ts'
import { isHidden } from './value.ts'

// More would be a long list again.
const MOST = 40
// Changes of the same size are compared with so many others, so that no plan is slow.
const MOST_COMPARED = 8

/**
 * Groups changes that do the very same to several objects: the same tag on forty resources, three instances of one
 * `count`. What is destroyed or replaced always stands alone. Groups stand where their first change stood.
 */
export function alike(changes: readonly ResourceChange[]): ResourceChange[][] {
  const groups: ResourceChange[][] = []
  const open = new Map<string, ResourceChange[][]>()
  for (const change of changes) {
    const size = mayBeAlike(change) ? sizeOf(change) : undefined
    const candidates = size === undefined ? [] : (open.get(size) ?? [])
    const group = candidates.find(([first]) => isAlike(first!, change))
    if (group && group.length < MOST) {
      group.push(change)
      continue
    }
    const fresh = [change]
    groups.push(fresh)
    if (size === undefined) continue
    const others = candidates.filter(one => one !== group)
    open.set(size, [fresh, ...others].slice(0, MOST_COMPARED))
  }
  return groups
}

function mayBeAlike({ kind, attributes, previousAddress, importing, deposed }: ResourceChange): boolean {
  if ((kind !== 'update' && kind !== 'create') || !attributes || attributes.length === 0) return false
  if (previousAddress !== undefined || importing !== undefined || deposed !== undefined) return false
  // What is hidden may differ from one object to the next.
  return !attributes.some(
    one => isHidden(one) || one.before.kind === 'sensitive' || one.after.kind === 'sensitive',
  )
}

/** The same for all that are alike, and quickly told. */
function sizeOf({ kind, type, attributes }: ResourceChange): string {
  const lengths = attributes!.map(
    ({ path, before, after }) => path.length + lengthOf(before) * 3 + lengthOf(after) * 7,
  )
  return `${kind} ${kind === 'create' ? type : ''} ${lengths.length} ${lengths.reduce((sum, one) => sum + one, 0)}`
}

function lengthOf(value: Value): number {
  return value.kind === 'known' ? value.text.length : 0
}

function isAlike(one: ResourceChange, other: ResourceChange): boolean {
  return (
    one.reason === other.reason &&
    one.attributes!.length === other.attributes!.length &&
    one.attributes!.every((attribute, at) => {
      const { path, before, after } = other.attributes![at]!
      return attribute.path === path && same(attribute.before, before) && same(attribute.after, after)
    })
  )
}

function same(one: Value, other: Value): boolean {
  if (one.kind !== 'known' || other.kind !== 'known') return one.kind === other.kind
  return one.text === other.text
}
