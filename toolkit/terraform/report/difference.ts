import type { Block } from '../../comment/section.ts'
import { details, htmlCode } from '../../markdown/html.ts'
import { fence } from '../../markdown/text.ts'
import type { AttributeChange, ChangeKind, Plan } from '../plan/model.ts'
import { abbreviate } from './abbreviate.ts'
import { attributeDiff } from './attributes.ts'
import { alert } from './notices.ts'
import { addressCode, INDENT, verbOf } from './row.ts'
import { grouped, listed, plural, WORDS } from './words.ts'

/** How a plan differs from the one that was reviewed, in one thing; it holds no values. */
export interface Difference {
  /** `new`: only in the plan of now; `gone`: only in the reviewed one; `hidden`: nothing that is shown differs. */
  readonly kind: 'new' | 'gone' | 'changed' | 'hidden'
  readonly what: 'resource' | 'output' | 'deferred' | 'action' | 'plan'
  /** An address or a name; with a deposed object, that in brackets after a space. */
  readonly key: string
  /** What the reviewed plan would have done: actions, such as `delete, create`. */
  readonly reviewed: string | undefined
  /** What the plan of now would do. */
  readonly now: string | undefined
  /** Attributes of which the planned change is another one. */
  readonly attributes: readonly string[]
}

const MOST = 200
const NAMES = 5
// Shown without a click.
const SHORT = 600
const ORDER = ['new', 'changed', 'gone', 'hidden']
const HIDDEN =
  '<b>All that can be shown is the same.</b> What differs is a sensitive value, or a variable or the configuration behind it.'

/** The differences as blocks, what is new first; with the values that the plan of now would set, masked as it is. */
export function differenceBlocks(differences: readonly Difference[], plan: Plan): Block[] {
  const now = attributesByKey(plan)
  const sorted = differences.toSorted((a, b) => ORDER.indexOf(a.kind) - ORDER.indexOf(b.kind))
  const blocks = sorted.slice(0, MOST).map((one): Block => {
    const kind = kindOf(one.now)
    return {
      priority: one.kind === 'hidden' || kind === 'delete' || kind === 'replace' ? 0 : 1,
      markdown: textOf(one, kind, now.get(`${one.what} ${one.key}`)),
      counts: { differences: 1 },
    }
  })
  const left = differences.length - blocks.length
  if (left > 0)
    blocks.push({ priority: 1, markdown: `<p>${INDENT}and ${plural(left, 'more difference')}</p>` })
  return blocks
}

function attributesByKey(plan: Plan): Map<string, readonly AttributeChange[] | undefined> {
  const resources = plan.changes.map(({ address, deposed, attributes }) => {
    const key = deposed === undefined ? address : `${address} (${deposed})`
    return [`resource ${key}`, attributes] as const
  })
  return new Map([
    ...resources,
    ...plan.outputs.map(({ name, attributes }) => [`output ${name}`, attributes] as const),
  ])
}

function textOf(
  one: Difference,
  kind: ChangeKind | undefined,
  now: readonly AttributeChange[] | undefined,
): string {
  if (one.kind === 'hidden') return alert('WARNING', HIDDEN)
  const row = rowOf(one, kind)
  const diff = diffOf(one, kind, now)
  return diff === '' ? `<p>${INDENT}${row}</p>` : details(row, fence(diff, 'diff'), diff.length <= SHORT)
}

function rowOf({ kind, what, key, reviewed, now, attributes }: Difference, nowKind: ChangeKind | undefined) {
  const object = `${what === 'resource' ? '' : `${what} `}${addressCode(key)}`
  const planned = `the reviewed plan would ${verbOfActions(reviewed)} it`
  if (kind === 'gone') return `⚪ ${object} · ${planned}, this one leaves it`
  const head = `${nowKind && what === 'resource' ? verbOf(nowKind) : '🔵'} ${object}`
  if (kind === 'new') return `${head} · not in the reviewed plan`
  if (reviewed !== now) return `${head} · ${planned}`
  const names = attributes.slice(0, NAMES).map(path => htmlCode(abbreviate(path, 80)))
  const more = attributes.length - names.length
  const which = listed(more > 0 ? [...names, `${grouped(more)} more`] : names)
  return `${head} · otherwise than reviewed${which === '' ? '' : `: ${which}`}`
}

const REPLACING: readonly string[] = ['delete, create', 'create, delete', 'create, forget', 'forget, create']

/** The kind of a change from its actions. */
function kindOf(actions: string | undefined): ChangeKind | undefined {
  if (actions === undefined) return undefined
  if (REPLACING.includes(actions)) return 'replace'
  return Object.hasOwn(WORDS, actions) ? (actions as ChangeKind) : 'other'
}

function verbOfActions(actions: string | undefined): string {
  return WORDS[kindOf(actions) ?? 'other'].verb
}

/** The values of now, of the attributes that differ. */
function diffOf(
  { kind, attributes }: Difference,
  nowKind: ChangeKind | undefined,
  now: readonly AttributeChange[] | undefined,
): string {
  if (kind === 'gone' || !now) return ''
  const names = new Set(attributes)
  const concerned = names.size > 0 ? now.filter(({ path }) => names.has(path)) : now
  const anew = nowKind === 'create' || nowKind === 'replace'
  return attributeDiff(concerned, { anew, limit: 2_000 }).lines.join('\n')
}
