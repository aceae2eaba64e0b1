import { html, htmlCode } from '../../markdown/html.ts'
import { visibleLine } from '../../markdown/visible.ts'
import type { AttributeChange, ChangeKind, ResourceChange } from '../plan/model.ts'
import { abbreviate } from './abbreviate.ts'
import { isHidden, linesOf, pairTexts } from './value.ts'
import { grouped, listed, plural, reasonWords, WORDS } from './words.ts'

const LONGEST_ADDRESS = 240
const LONGEST_VALUE = 48
const LONGEST_NAME = 60
const INLINE = 110
const MOST_NAMES = 3
const MOST_VALUES = 2

/** Stands before a row that folds nothing, in line with those that do. */
export const INDENT = '\u2003'

/** What a row says, as HTML on one line. */
export interface Row {
  /** What happens to which object, and its cost. */
  readonly head: string
  /** What changes in it, and why. */
  readonly rest: string
  /** The row tells every attribute that changes: there is no more to show. */
  readonly whole: boolean
}

/** The row of one object. @param cost HTML that stands right behind the address. */
export function rowOf(change: ResourceChange, cost: string): Row {
  const { kind, attributes, attributeCount } = change
  const told = kind === 'update' || kind === 'other' ? changesText(attributes, attributeCount) : undefined
  const notes = [told?.html ?? '', ...causes(change)].filter(note => note !== '')
  return {
    head: `${verbOf(kind)} ${addressCode(change.address)}${cost}`,
    rest: notes.map(note => ` · ${note}`).join(''),
    whole: told ? told.whole : attributeCount === 0,
  }
}

/** The mark and the verb of a kind; what destroys stands out. */
export function verbOf(kind: ChangeKind): string {
  const { mark, verb } = WORDS[kind]
  return `${mark} ${kind === 'delete' || kind === 'replace' ? `<b>${verb}</b>` : verb}`
}

/** An address as code. */
export function addressCode(address: string): string {
  return htmlCode(abbreviate(address, LONGEST_ADDRESS))
}

/** An address for a fence. */
export function addressLine(address: string): string {
  return abbreviate(visibleLine(address), LONGEST_ADDRESS)
}

/** Why, and what else is to know of it, as HTML. */
export function causes(change: ResourceChange): string[] {
  const { kind, actions, deposed, importing, previousAddress, reason } = change
  return [
    deposed === undefined ? '' : `the object ${htmlCode(deposed)} that an earlier replacement left behind`,
    reason === undefined ? '' : reasonOf(change, reason),
    kind === 'replace' && actions[0] === 'create' && actions[1] === 'delete' ? 'the new one comes first' : '',
    actions.includes('forget') ? 'what exists stays, and is no longer managed' : '',
    kind === 'other' ? `the plan says ${htmlCode(actions.join(', '))}` : '',
    previousAddress === undefined
      ? ''
      : `${kind === 'move' ? 'from' : 'moved from'} ${addressCode(previousAddress)}`,
    importing === undefined ? '' : importText(kind, importing),
  ].filter(note => note !== '')
}

function importText(kind: ChangeKind, { id, unknown }: { id: string | undefined; unknown: boolean }): string {
  const head = kind === 'import' ? '' : 'imported, '
  if (id !== undefined) return `${head}id ${htmlCode(abbreviate(id, LONGEST_ADDRESS))}`
  return unknown ? `${head}id known after apply` : head === '' ? '' : 'imported'
}

function reasonOf({ replacePaths, attributes }: ResourceChange, reason: string): string {
  const words = reasonWords(reason, htmlCode)
  if (reason !== 'replace_because_cannot_update') return words
  const forcing = attributes?.filter(one => one.forcesReplacement) ?? []
  const paths = replacePaths.length > 0 ? replacePaths : forcing.map(({ path }) => path)
  const sole = forcing.length === 1 && !isHidden(forcing[0]!) ? inline(forcing[0]!) : undefined
  const what = sole && sole.size <= INLINE ? sole.html : names(paths)
  return what === '' ? words : `${what} ${words}`
}

interface Told {
  readonly html: string
  readonly whole: boolean
}

/**
 * Which attributes change: with both values where they are few and short, else by name. What is only known after the
 * apply follows from the rest, and comes last.
 */
function changesText(attributes: readonly AttributeChange[] | undefined, count: number): Told {
  if (!attributes) return { html: plural(count, 'attribute'), whole: true }
  const later = attributes.filter(({ after }) => after.kind === 'unknown')
  const now = later.length < attributes.length ? attributes.filter(one => !later.includes(one)) : attributes
  const few = now.length <= MOST_VALUES ? now.flatMap(one => inline(one) ?? []) : []
  const size = few.reduce((sum, one) => sum + one.size, 0)
  if (few.length === 0 || few.length < now.length || size > INLINE)
    return { html: names([...new Set([...now, ...later])].map(({ path }) => path)), whole: false }
  const more = attributes.length - now.length
  return {
    html: [...few.map(one => one.html), ...(more > 0 ? [`${more} more known after apply`] : [])].join(' · '),
    whole: more === 0 && few.every(one => one.whole),
  }
}

function names(paths: readonly string[]): string {
  const most = paths.length === MOST_NAMES + 1 ? MOST_NAMES + 1 : MOST_NAMES
  const shown = paths.slice(0, most).map(path => htmlCode(abbreviate(path, LONGEST_NAME)))
  const more = paths.length - shown.length
  return listed(more > 0 ? [...shown, `${grouped(more)} more`] : shown)
}

/** An attribute's change within a line; undefined where it takes many lines. */
function inline(attribute: AttributeChange): { html: string; size: number; whole: boolean } | undefined {
  const { before, after } = attribute
  if (linesOf(before) || linesOf(after)) return undefined
  const [one, other] = pairTexts(before, after, LONGEST_VALUE)
  const size = attribute.path.length + one.length + other.length
  const whole =
    (before.kind !== 'known' || before.text === one) && (after.kind !== 'known' || after.text === other)
  const path = htmlCode(abbreviate(attribute.path, LONGEST_NAME))
  if (isHidden(attribute)) return { html: `${path} changes, hidden`, size, whole: true }
  if (before.kind === 'absent') return { html: `${path} added: ${side(after.kind, other)}`, size, whole }
  if (after.kind === 'absent') return { html: `${path} removed: ${side(before.kind, one)}`, size, whole }
  return { html: `${path} ${side(before.kind, one)} → ${side(after.kind, other)}`, size, whole }
}

function side(kind: string, text: string): string {
  return kind === 'known' ? htmlCode(text) : `<i>${html(text.slice(1, -1))}</i>`
}
