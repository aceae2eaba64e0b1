import { standIns } from './stand-ins/index.ts'

/** What a `uses:` names, and how it is played. */
export type Uses =
  | { readonly kind: 'suite'; readonly action: string }
  | { readonly kind: 'local'; readonly action: string }
  | { readonly kind: 'checkout'; readonly action: 'actions/checkout' }
  | { readonly kind: 'stand-in'; readonly action: string }
  | { readonly kind: 'unknown'; readonly action: string }

/**
 * Decides by name: an action of this suite (any owner and ref: a fork's workflows are played with this suite), an action
 * in the repository itself, checkout, or an action that something here stands in for.
 */
export function parseUses(uses: string): Uses {
  if (uses.startsWith('./')) return { kind: 'local', action: uses }
  const name = uses.replace(/@.*$/, '')
  const suite = /^[^/]+\/[^/]+\/actions\/([a-z0-9-]+)$/.exec(name)?.[1]
  if (suite !== undefined) return { kind: 'suite', action: suite }
  const action = name.toLowerCase()
  if (action === 'actions/checkout') return { kind: 'checkout', action }
  return { kind: Object.hasOwn(standIns, action) ? 'stand-in' : 'unknown', action }
}
