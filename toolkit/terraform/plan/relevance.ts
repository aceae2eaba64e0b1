import { isArray, type Json, member, text } from './json.ts'
import type { ResourceChange } from './model.ts'
import { covers, pathOf } from './values.ts'

/**
 * Drift with its verdict: what drifted is relevant where `relevant_attributes` names it, or a part or the whole of it.
 * @see https://developer.hashicorp.com/terraform/internals/json-format#plan-representation
 */
export function relevant(change: ResourceChange, relevantAttributes: Json | undefined): ResourceChange {
  if (!isArray(relevantAttributes)) return change
  const named = relevantAttributes
    .filter(item => isOf(text(member(item, 'resource')) ?? '', change.address))
    .map(item => pathOf(member(item, 'attribute') ?? []))
  const drifted = change.attributes?.map(({ path }) => path)
  const touches = (path: string) =>
    path === '' || drifted === undefined || drifted.some(one => covers(path, one) || covers(one, path))
  return { ...change, relevant: named.some(touches) || (named.length > 0 && change.kind === 'delete') }
}

/** The plan names instances, or the resource for all of them. */
function isOf(named: string, address: string): boolean {
  return named === address || (address.startsWith(`${named}[`) && address.endsWith(']'))
}
