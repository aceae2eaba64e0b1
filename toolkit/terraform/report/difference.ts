import type { Block } from '../../comment/section.ts'
import { details, htmlCode } from '../../markdown/html.ts'
import { fence } from '../../markdown/text.ts'
import type { ChangeKind, Plan, ResourceChange } from '../plan/model.ts'
import { abbreviate } from './abbreviate.ts'
import { attributeDiff } from './attributes.ts'
import { addressCode, INDENT, verbOf } from './row.ts'
import { grouped, listed, plural, WORDS } from './words.ts'

/** How a plan differs from the one that was reviewed, in one object or output; it holds no values. */
export interface Difference {
  /** `new`: only the plan of now changes it; `gone`: only the reviewed one did. */
  readonly what: 'new' | 'gone' | 'changed'
  /** Of the object; for an output its name. */
  readonly address: string
  readonly deposed?: string | undefined
  /** What the reviewed plan would have done. */
  readonly reviewed?: ChangeKind | undefined
  /** What the plan of now would do. */
  readonly now?: ChangeKind | undefined
  /** Attributes of which the planned change is another one. */
  readonly attributes?: readonly string[] | undefined
}

const MOST = 200
const NAMES = 5
// Shown without a click.
const SHORT = 600

/** The differences as blocks, what is new first; with the values that the plan of now would set, masked as it is. */
export function differenceBlocks(differences: readonly Difference[], plan: Plan): Block[] {
  const now = new Map(plan.changes.map(change => [keyOf(change), change]))
  const order = ['new', 'changed', 'gone']
  const sorted = differences.toSorted((a, b) => order.indexOf(a.what) - order.indexOf(b.what))
  const blocks = sorted.slice(0, MOST).map((one): Block => {
    const row = rowOf(one)
    const diff = diffOf(one, now.get(keyOf(one)))
    return {
      priority: one.now === 'delete' || one.now === 'replace' ? 0 : 1,
      markdown:
        diff === '' ? `<p>${INDENT}${row}</p>` : details(row, fence(diff, 'diff'), diff.length <= SHORT),
      counts: { differences: 1 },
    }
  })
  const left = differences.length - blocks.length
  if (left > 0)
    blocks.push({ priority: 1, markdown: `<p>${INDENT}and ${plural(left, 'more difference')}</p>` })
  return blocks
}

/** The differences as Markdown, for a summary. */
export function differenceMarkdown(differences: readonly Difference[], plan: Plan): string {
  return differenceBlocks(differences, plan)
    .map(({ markdown }) => markdown)
    .join('\n\n')
}

function keyOf({ address, deposed }: { address: string; deposed?: string | undefined }): string {
  return deposed === undefined ? address : `${address} ${deposed}`
}

function rowOf({ what, address, deposed, reviewed, now, attributes = [] }: Difference): string {
  const object = `${addressCode(address)}${deposed === undefined ? '' : ` (deposed ${htmlCode(deposed)})`}`
  if (what === 'new') return `${now ? verbOf(now) : '🔵 change'} ${object} · was not in the reviewed plan`
  if (what === 'gone')
    return `⚪ ${object} · the reviewed plan would ${reviewed ? WORDS[reviewed].verb : 'change'} it, this one leaves it`
  if (reviewed !== now && reviewed && now)
    return `${verbOf(now)} ${object} · the reviewed plan would ${WORDS[reviewed].verb} it`
  const names = attributes.slice(0, NAMES).map(path => htmlCode(abbreviate(path, 80)))
  const more = attributes.length - names.length
  const which = listed(more > 0 ? [...names, `${grouped(more)} more`] : names)
  return `${now ? verbOf(now) : '🔵 change'} ${object} · otherwise than reviewed${which === '' ? '' : `: ${which}`}`
}

function diffOf({ what, attributes }: Difference, now: ResourceChange | undefined): string {
  if (what === 'gone' || !now?.attributes) return ''
  const concerned = attributes
    ? now.attributes.filter(({ path }) => attributes.some(one => isIn(path, one)))
    : now.attributes
  const anew = now.kind === 'create' || now.kind === 'replace'
  return attributeDiff(concerned, { anew, limit: 2_000 }).lines.join('\n')
}

function isIn(path: string, other: string): boolean {
  return path === other || path.startsWith(`${other}.`) || path.startsWith(`${other}[`)
}
