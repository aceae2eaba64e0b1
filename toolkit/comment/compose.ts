import { codeCell, codeSpan } from '../markdown/text.ts'
import { type Need, PRIORITIES, type Share, share, smallestFirst } from './budget.ts'
import { pack } from './packed.ts'
import { fillSlots, slotsIn } from './slot.ts'
import { addCounts, dataLine, idOf, type KeptBlock, type KeptSection, notesLine, sizeOf } from './stored.ts'
import { blockMarker, commentMarker, hidden, LEFT_OUT, SECTION_END } from './wire.ts'

/**
 * The longest comment that is written, in bytes of UTF-8. GitHub refuses more than 65,536 "characters"; what it counts
 * has changed over time and differs by kind of text (on github.com comments were seen to take 262,144 bytes). A text
 * has at least as many bytes as characters of any kind, so this stays below on every reading.
 */
export const LIMIT = 65_000

/** All that a comment holds. */
export interface Contents {
  readonly key: string
  readonly sections: readonly KeptSection[]
  /** Ids of sections for which there was no room at all. */
  readonly omitted: readonly string[]
}

// Room for the title, the table's head, and the sentences on what did not fit.
const FRAME = 1500
/** Room for the lines of a section that are not its own text: older commit, what is left out, the end. */
const SECTION_FRAME = 240

/** The body of the comment. Sections come in a fixed order, whatever the order given. */
export function compose({ key, sections, omitted }: Contents, limit = LIMIT): string {
  const ordered = [...sections].sort(inOrder)
  const before = new Set(omitted)
  for (const section of ordered) before.delete(idOf(section))
  const newest = newestHead(ordered)
  const pieces = ordered.map(section => pieceOf(section, notesFor(section, ordered), newest))
  const idRoom = (before.size + ordered.length) * ID_ROOM
  const frame = Buffer.byteLength(commentMarker(key)) + Buffer.byteLength(titleOf(key)) + FRAME
  // Ids of what is omitted need room only when something is.
  const easy = share(pieces.map(needOf), limit - frame - before.size * ID_ROOM)
  const shares = easy.includes(undefined) ? share(pieces.map(needOf), limit - frame - idRoom) : easy
  const served = pieces.flatMap((piece, index) => {
    const given = shares[index]
    return given ? [{ piece, given }] : []
  })
  const gone = [
    ...before,
    ...ordered.filter((_, index) => shares[index] === undefined).map(section => idOf(section)),
  ].sort()
  const wantsTable =
    new Set(ordered.map(({ directory }) => directory)).size > 1 || served.some(({ given }) => !given.heading)
  return [
    commentMarker(key),
    ...(gone.length > 0 ? [hidden('omitted', pack(gone))] : []),
    `## ${titleOf(key)}`,
    ...(wantsTable
      ? [
          overviewTable(
            served.map(({ piece }) => piece.section),
            newest,
          ),
        ]
      : []),
    ...shortage(served, gone.length),
    ...served.map(({ piece, given }) => rendered(piece, given, newest)),
  ].join('\n\n')
}

// Ten hexadecimal digits, packed.
const ID_ROOM = 12

/** A section with what goes to the wire computed once. */
interface Piece {
  readonly section: KeptSection
  readonly notes: ReadonlyMap<string, string>
  readonly marker: string
  readonly row: string
}

function pieceOf(section: KeptSection, notes: ReadonlyMap<string, string>, newest: string): Piece {
  const { blocks: _blocks, data: _data, notes: _notes, ...meta } = section
  return { section, notes, marker: hidden('section', pack(meta)), row: cell(section, newest) }
}

function needOf({ section, marker, row }: Piece): Need {
  const allCounts = Object.entries(totalCounts(section))
  return {
    base: bytes(marker) + bytes(section.directory) + bytes(row) + 80,
    heading:
      bytes(section.heading) +
      bytes(section.origin.url) +
      bytes(allCounts.map(([label, count]) => `${count} ${label}, `).join('')) +
      SECTION_FRAME,
    data: Object.values(section.dataSizes).map(size => size + 2),
    notes: section.notesSize + 2,
    blocks: Object.fromEntries(PRIORITIES.map(priority => [priority, section.totals[priority]?.size ?? 0])),
  }
}

function rendered(piece: Piece, given: Share, newest: string): string {
  const { section, marker, notes } = piece
  const shown = given.heading ? blocksWithin(section.blocks, given) : []
  const left = missing(section, shown)
  const labels = Object.keys(totalCounts(section))
  const ownNotes = given.notes ? notesLine(section.notes) : ''
  return [
    [marker, ...givenData(section, given).map(dataLine), ...(ownNotes === '' ? [] : [ownNotes])].join('\n'),
    ...(given.heading ? [`### ${section.heading}`] : []),
    ...(given.heading && isOlder(section, newest)
      ? [`_From an older commit, ${codeSpan(section.origin.head.slice(0, 7))}: this is not what stands now._`]
      : []),
    ...shown.map(block => {
      const counts = Object.entries(block.counts).map(([label, n]) => [labels.indexOf(label), n] as const)
      const text = fillSlots(block.markdown, notes)
      return `${blockMarker(block.priority, block.index, counts)}\n${text}`
    }),
    ...(given.heading && left !== '' ? [`${LEFT_OUT}\n${left}`] : []),
    SECTION_END,
  ].join('\n\n')
}

/** The data that are at hand and have room. */
function givenData({ dataSizes, data }: KeptSection, given: Share): [string, string][] {
  return Object.keys(dataSizes).flatMap((name, index) => {
    const value = data[name]
    return given.data[index] && value !== undefined ? [[name, value] as [string, string]] : []
  })
}

/** Of each priority the smallest blocks that its share holds, in the order of the section. */
function blocksWithin(blocks: readonly KeptBlock[], given: Share): KeptBlock[] {
  const chosen = PRIORITIES.flatMap(priority => {
    const same = blocks.filter(block => block.priority === priority)
    const fits = smallestFirst(same.map(sizeOf), given.blocks[priority])
    return same.filter((_, index) => fits[index])
  })
  return chosen.sort((a, b) => a.index - b.index)
}

function missing(section: KeptSection, shown: readonly KeptBlock[]): string {
  const seen = shown.reduce<Record<string, number>>((counts, block) => addCounts(counts, block.counts), {})
  const left = Object.entries(totalCounts(section))
    .map(([label, count]) => [label, count - (seen[label] ?? 0)] as const)
    .filter(([, count]) => count > 0)
    .map(([label, count]) => `${count} ${label}`)
  const shownBytes = shown.reduce((total, block) => total + sizeOf(block), 0)
  const allBytes = PRIORITIES.reduce<number>(
    (total, priority) => total + (section.totals[priority]?.size ?? 0),
    0,
  )
  if (left.length === 0 && shownBytes >= allBytes) return ''
  const what = left.length === 0 ? 'more details' : left.join(', ')
  return `**Not shown here for lack of room: ${what}.** [The job summary](${section.origin.url}) has all of it.`
}

function totalCounts({ totals }: KeptSection): Record<string, number> {
  return PRIORITIES.reduce<Record<string, number>>(
    (counts, priority) => addCounts(counts, totals[priority]?.counts ?? {}),
    {},
  )
}

function shortage(served: readonly { piece: Piece; given: Share }[], gone: number): string[] {
  const lines = []
  if (gone > 0)
    lines.push(
      `**${gone} more sections had no room in this comment.** The job summaries of their runs have them; an apply that wants to see them here will refuse.`,
    )
  if (served.some(({ given }) => !given.heading))
    lines.push('There was room for the overview only; the job summaries have the rest.')
  const records = served.filter(
    ({ piece: { section }, given }) =>
      givenData(section, given).length < Object.keys(section.dataSizes).length,
  )
  if (records.length > 0)
    lines.push(
      `**The hidden records of ${records.length} sections had no room in this comment**; an apply that needs them will refuse.`,
    )
  return lines
}

function overviewTable(sections: readonly KeptSection[], newest: string): string {
  const actions = [...new Set(sections.map(({ action }) => action))].sort(byAction)
  const directories = [...new Set(sections.map(({ directory }) => directory))]
  const row = (directory: string) =>
    actions.map(action => {
      const found = sections.find(section => section.action === action && section.directory === directory)
      return found ? cell(found, newest) : ''
    })
  return [
    `| Directory | ${actions.map(nameOf).join(' | ')} |`,
    `| --- |${' --- |'.repeat(actions.length)}`,
    ...directories.map(directory => `| ${codeCell(directory)} | ${row(directory).join(' | ')} |`),
  ].join('\n')
}

function cell(section: KeptSection, newest: string): string {
  const text = section.overview.replace(/(?<!\\)\|/g, '\\|')
  return isOlder(section, newest) ? `${text} _(older commit)_` : text
}

/** What the slots of a section show: the notes of the sections on its directory, from the same commit. */
function notesFor(section: KeptSection, all: readonly KeptSection[]): Map<string, string> {
  const wanted = new Set(section.blocks.flatMap(({ markdown }) => slotsIn(markdown)))
  const found = new Map<string, string>()
  if (wanted.size === 0) return found
  for (const other of all)
    if (other.directory === section.directory && other.origin.head === section.origin.head)
      for (const [id, note] of Object.entries(other.notes)) if (wanted.has(id)) found.set(id, note)
  return found
}

function isOlder({ origin }: KeptSection, newest: string): boolean {
  return origin.head !== newest
}

/** The commit of the newest run that wrote a section. */
function newestHead(sections: readonly KeptSection[]): string {
  const [first] = [...sections].sort(
    ({ origin: a }, { origin: b }) => b.run - a.run || b.attempt - a.attempt || (a.head < b.head ? 1 : -1),
  )
  return first?.origin.head ?? ''
}

const ACTIONS: Readonly<Record<string, string>> = {
  'terraform-plan-comment': 'Plan',
  infracost: 'Cost',
  'terraform-apply': 'Apply',
  'ansible-run': 'Ansible',
}

/** `Plan`, and `Plan (blue)` of the workspace `blue`. */
function nameOf(action: string): string {
  const [name = '', ...workspace] = action.split('@')
  const shown = ACTIONS[name] ?? name
  return workspace.length === 0 ? shown : `${shown} (${codeCell(workspace.join('@'))})`
}

function byAction(a: string, b: string): number {
  const names = Object.keys(ACTIONS)
  const rank = (action: string) => {
    const found = names.indexOf(action.split('@')[0] ?? '')
    return found === -1 ? names.length : found
  }
  return rank(a) - rank(b) || byText(a, b)
}

function inOrder(a: KeptSection, b: KeptSection): number {
  return byText(a.directory, b.directory) || byAction(a.action, b.action)
}

const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

function titleOf(key: string): string {
  const text = key.replace(/[^\p{L}\p{N} ._/-]/gu, '').trim()
  return text === '' ? 'Results' : `${text.charAt(0).toUpperCase()}${text.slice(1)}`
}

const bytes = (text: string): number => Buffer.byteLength(text)
