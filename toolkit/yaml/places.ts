import {
  type Alias,
  isAlias,
  isMap,
  isScalar,
  isSeq,
  type Pair,
  type ParsedNode,
  type Scalar,
  visit,
} from 'yaml'
import { lineAt, Unreadable, type YamlFile } from './parse.ts'
import { formatPath } from './path.ts'

/** A value in a document and the way that leads to it. */
export interface Place {
  /** The value; where an alias stands, what it stands for. */
  readonly node: ParsedNode | null
  readonly parent: Place | undefined
  /** The key or the item number in the parent. */
  readonly step: string | number
  /** The pair, where the parent is a map. */
  readonly pair: Pair<ParsedNode, ParsedNode | null> | undefined
  /** The aliases on the way, merge keys included. */
  readonly via: readonly Alias[]
}

/** Reads a document the way programs do that load it: through aliases and merge keys. */
export interface Reader {
  readonly root: Place
  /** The full path of a place; `$[n]` begins it where the stream has several documents. */
  pathOf(place: Place): string
  /** The values of a map; merged ones come last, and only where the map has no such key of its own. */
  fields(place: Place): Place[]
  /** The value of a key; the last one of several. */
  field(place: Place | undefined, key: string): Place | undefined
  /** The items of a list. */
  items(place: Place | undefined): Place[]
  /** The places at which a scalar is read through aliases and merge keys. */
  aliasedReadsOf(scalar: Scalar): readonly Place[]
}

// "Billion laughs": a few nested aliases stand for more values than memory holds.
const MOST_ALIASED = 100_000
const DEEPEST_ALIAS = 50

/** Starts reading the document with this number. What it hands out throws Unreadable where aliases stand for too much. */
export function createReader(file: YamlFile, index = 0): Reader {
  const contents = file.documents[index]?.contents ?? null
  const targets = file.text.includes('*') ? aliasTargets(file, contents) : new Map<Alias, ParsedNode>()
  let aliased = 0

  const place = (node: ParsedNode | null, rest: Omit<Place, 'node'>): Place => {
    if (rest.via.length > 0 && ++aliased > MOST_ALIASED)
      throw new Unreadable(`has aliases that stand for more than ${MOST_ALIASED} values`)
    if (!isAlias(node)) return { node, ...rest }
    if (rest.via.length === DEEPEST_ALIAS) throw new Unreadable('has aliases within aliases without end')
    return { ...rest, node: targets.get(node) ?? null, via: [...rest.via, node] }
  }

  const fields = (map: Place): Place[] => {
    if (!isMap(map.node)) return []
    const own: Place[] = []
    const merges: Place[] = []
    for (const pair of map.node.items as NonNullable<Place['pair']>[]) {
      const key = keyOf(pair)
      if (key === undefined) continue
      const value = place(pair.value, { parent: map, step: key, pair, via: map.via })
      ;(key === '<<' ? merges : own).push(value)
    }
    return merges.length === 0 ? own : [...own, ...merged(map, own, merges)]
  }

  const merged = (map: Place, own: Place[], merges: Place[]): Place[] => {
    const known = new Set(own.map(({ step }) => step))
    const sources = merges.flatMap(source => (isSeq(source.node) ? items(source) : [source]))
    const added: Place[] = []
    for (const field of sources.flatMap(fields)) {
      if (known.has(field.step)) continue
      known.add(field.step)
      added.push({ ...field, parent: map })
    }
    return added
  }

  const items = (list: Place | undefined): Place[] => {
    if (!list || !isSeq(list.node)) return []
    return (list.node.items as (ParsedNode | null)[]).map((item, step) =>
      place(item, { parent: list, step, pair: undefined, via: list.via }),
    )
  }

  const root: Place = { node: contents, parent: undefined, step: '', pair: undefined, via: [] }

  let known: Map<unknown, Place[]> | undefined
  const reads = (): Map<unknown, Place[]> => {
    if (known) return known
    known = new Map()
    const rest = [root]
    for (let next = rest.pop(); next; next = rest.pop()) {
      if (isScalar(next.node) && next.via.length > 0)
        known.set(next.node, [...(known.get(next.node) ?? []), next])
      else rest.push(...fields(next), ...items(next))
    }
    return known
  }

  return {
    root,
    pathOf: place => withDocument(file.documents.length > 1 ? `$[${index}]` : '', pathOf(place)),
    fields,
    items,
    aliasedReadsOf: scalar => (targets.size === 0 ? [] : (reads().get(scalar) ?? [])),
    field: (map, key) => (map ? fields(map).findLast(({ step }) => step === key) : undefined),
  }
}

/** The text of a scalar; undefined for a list, a map, or nothing. An empty value is the empty text. */
export function textOf(place: Place | undefined): string | undefined {
  return place && isScalar(place.node) ? String(place.node.value ?? '') : undefined
}

/** The text of a scalar as programs read it: a plain null is empty. */
export function wordOf(place: Place | undefined): string | undefined {
  const text = textOf(place)
  const plain = isScalar(place?.node) && place.node.type === 'PLAIN'
  return plain && text !== undefined && /^(?:~|null|Null|NULL)$/.test(text) ? '' : text
}

/** The path of a place within its document, as `parsePath` reads it. */
export function pathOf(place: Place): string {
  const steps: (string | number)[] = []
  for (let at = place; at.parent; at = at.parent) steps.unshift(at.step)
  return formatPath(steps)
}

function withDocument(document: string, path: string): string {
  return document === '' || path === '' || path.startsWith('[') ? `${document}${path}` : `${document}.${path}`
}

/** The key of a pair; undefined where it is no plain word. */
export function keyOf(pair: { key: unknown }): string | undefined {
  return isScalar(pair.key) ? String((pair.key as Scalar).value) : undefined
}

/**
 * What every alias of a document stands for: the nearest anchor of its name before it.
 * @throws Unreadable where there is none.
 */
function aliasTargets(file: YamlFile, root: ParsedNode | null): Map<Alias, ParsedNode> {
  const anchors = new Map<string, ParsedNode>()
  const targets = new Map<Alias, ParsedNode>()
  visit(root, {
    Alias(_key, alias) {
      const target = anchors.get(alias.source)
      if (!target)
        throw new Unreadable(
          `is no valid YAML: line ${lineAt(file.text, alias.range?.[0] ?? 0)}: *${alias.source} has no anchor before it`,
        )
      targets.set(alias, target)
    },
    Value(_key, node) {
      if (node.anchor) anchors.set(node.anchor, node as ParsedNode)
    },
  })
  return targets
}
