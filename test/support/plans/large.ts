import { closeSync, openSync, writeSync } from 'node:fs'
import type { Json, JsonObject } from '../../../toolkit/terraform/plan/json.ts'
import { type Random, seeded } from './random.ts'
import { resourceTypes } from './resources.ts'

/** How large a plan is, and what it does. */
export interface LargePlan {
  readonly resources: number
  readonly seed: number
  /** How often each kind comes up, relative to the others. */
  readonly kinds?: Readonly<Partial<Record<Kind, number>>>
}

type Kind = 'create' | 'update' | 'replace' | 'delete' | 'no-op'

const KINDS: Record<Kind, number> = { create: 3, update: 4, replace: 2, delete: 1, 'no-op': 0 }
const ACTIONS: Record<Kind, readonly string[]> = {
  create: ['create'],
  update: ['update'],
  replace: ['delete', 'create'],
  delete: ['delete'],
  'no-op': ['no-op'],
}

interface Resource {
  readonly identity: JsonObject
  readonly change: JsonObject
  readonly before: JsonObject | null
  readonly after: JsonObject | null
  readonly sensitive: JsonObject
}

/**
 * Writes a plan as Terraform would write it, about 10 KB for each resource: nested blocks, sets, policies in JSON,
 * unknown and sensitive values, modules, `for_each`. The same arguments write the same bytes.
 */
export function writeLargePlan(path: string, { resources, seed, kinds = KINDS }: LargePlan): void {
  const file = openSync(path, 'w')
  const write = (text: string) => writeSync(file, text)
  const each = (pick: (resource: Resource) => Json | undefined) => {
    const random = seeded(seed)
    let first = true
    for (let i = 0; i < resources; i++) {
      const picked = pick(resourceAt(i, random, kinds))
      if (picked === undefined) continue
      write(`${first ? '' : ','}${JSON.stringify(picked)}`)
      first = false
    }
  }
  write('{"format_version":"1.2","terraform_version":"1.11.4","variables":{"region":{"value":"eu-west-1"}},')
  write(
    '"planned_values":{"outputs":{"endpoint":{"sensitive":false,"type":"string"}},"root_module":{"resources":[',
  )
  each(({ identity, after, sensitive }) =>
    after ? { ...identity, schema_version: 1, values: after, sensitive_values: sensitive } : undefined,
  )
  write(']}},"resource_changes":[')
  each(({ identity, change }) => ({ ...identity, change }))
  write('],"output_changes":{"endpoint":{"actions":["update"],"before":"https://a.example",')
  write('"after_unknown":true,"before_sensitive":false,"after_sensitive":false}},')
  write(
    '"prior_state":{"format_version":"1.0","terraform_version":"1.11.4","values":{"root_module":{"resources":[',
  )
  each(({ identity, before, sensitive }) =>
    before ? { ...identity, schema_version: 1, values: before, sensitive_values: sensitive } : undefined,
  )
  write(']}}},"configuration":{"root_module":{"resources":[')
  each(({ identity }) => ({ ...identity, expressions: { tags: { references: ['var.tags'] } } }))
  write('],"variables":{"region":{"default":"eu-west-1"}}}},')
  write(
    '"relevant_attributes":[],"timestamp":"2026-01-01T00:00:00Z","applyable":true,"complete":true,"errored":false}\n',
  )
  closeSync(file)
}

function resourceAt(index: number, random: Random, kinds: NonNullable<LargePlan['kinds']>): Resource {
  const kind = kindAt(random, kinds)
  const { type, values, changed, unknown, sensitive, replacing } = random.pick(resourceTypes)
  const module = random.chance(0.4) ? `module.${random.pick(['network', 'compute', 'data'])}.` : ''
  const key = random.chance(0.5) ? `["${random.name()}-${index}"]` : ''
  const name = `n${index}`
  const identity = {
    address: `${module}${type}.${name}${key}`,
    ...(module && { module_address: module.slice(0, -1) }),
    mode: 'managed',
    type,
    name,
    ...(key && { index: key.slice(2, -2) }),
    provider_name: 'registry.terraform.io/hashicorp/aws',
  }
  const all = values(random)
  const old = sorted({ ...all, ...unknown(random) })
  const before = kind === 'create' ? null : old
  const next =
    kind === 'no-op' ? old : sorted({ ...(kind === 'update' ? old : all), ...changed(random, all) })
  const after = kind === 'delete' ? null : next
  const lost = Object.keys(unknown(random)).map(attribute => [attribute, true])
  const change = {
    actions: [...ACTIONS[kind]],
    before,
    after,
    after_unknown: kind === 'create' || kind === 'replace' ? Object.fromEntries(lost) : {},
    before_sensitive: before ? sensitive : false,
    after_sensitive: after ? sensitive : false,
    ...(kind === 'replace' && { replace_paths: [[replacing]] }),
  }
  return { identity, change, before, after, sensitive }
}

function kindAt(random: Random, kinds: NonNullable<LargePlan['kinds']>): Kind {
  const weighted = Object.entries(kinds) as [Kind, number][]
  let ticket = random.int(weighted.reduce((sum, [, weight]) => sum + weight, 0))
  for (const [kind, weight] of weighted) {
    ticket -= weight
    if (ticket < 0) return kind
  }
  return 'no-op'
}

/** As the tool writes them. */
function sorted(object: JsonObject): JsonObject {
  return Object.fromEntries(Object.entries(object).sort(([a], [b]) => (a < b ? -1 : 1)))
}
