import { isMap, isSeq } from 'yaml'
import type { ItemStep, Step, YamlPath } from './path.ts'
import { type Place, type Reader, textOf } from './places.ts'

/**
 * The one value that a path leads to in a stream of documents.
 * @throws Error saying in a clause why there is none, or that there are several.
 */
export function resolvePath(documents: readonly Reader[], path: YamlPath): { reader: Reader; place: Place } {
  const candidates = path.document === undefined ? documents : pickDocuments(documents, path.document)
  const found: { reader: Reader; place: Place }[] = []
  let problem = 'has no such document'
  for (const reader of candidates) {
    const place = follow(reader, path.steps)
    if (typeof place === 'string') problem = place
    else found.push({ reader, place })
  }
  const [only, second] = found
  if (only && !second) return only
  throw new Error(
    only ? `has that path in ${found.length} documents; begin it with $[0], or $[kind=…]` : problem,
  )
}

function pickDocuments(documents: readonly Reader[], step: ItemStep): Reader[] {
  if (step.kind === 'where') return documents.filter(reader => satisfies(reader, reader.root, step))
  return [documents.at(step.index)].filter(reader => reader !== undefined)
}

function follow(reader: Reader, steps: readonly Step[]): Place | string {
  let place = reader.root
  for (const step of steps) {
    const next = step.kind === 'key' ? reader.field(place, step.key) : item(reader, place, step)
    if (next === undefined || typeof next === 'string')
      return next ?? `has no ${show(step)}${among(reader, place)}`
    place = next
  }
  return place
}

function item(reader: Reader, list: Place, step: ItemStep): Place | string | undefined {
  const items = reader.items(list)
  if (step.kind === 'index') return items.at(step.index)
  const matching = items.filter(candidate => satisfies(reader, candidate, step))
  return matching.length > 1 ? `has ${matching.length} items with ${show(step)}` : matching[0]
}

function satisfies(reader: Reader, place: Place, step: ItemStep & { kind: 'where' }): boolean {
  return step.fields.every(([path, value]) => {
    const field = path.reduce<Place | undefined>((at, key) => reader.field(at, key), place)
    return field !== undefined && textOf(field) === value
  })
}

function show(step: Step): string {
  if (step.kind === 'key') return `'${step.key}'`
  if (step.kind === 'index') return `[${step.index}]`
  return `[${step.fields.map(([path, value]) => `${path.join('.')}=${value}`).join(', ')}]`
}

/** What there is instead, which shows a misspelt key at once. */
function among(reader: Reader, place: Place): string {
  if (isMap(place.node))
    return ` among ${reader
      .fields(place)
      .map(({ step }) => step)
      .slice(0, 12)
      .join(', ')}`
  return isSeq(place.node) ? ` in a list of ${reader.items(place).length}` : ''
}
