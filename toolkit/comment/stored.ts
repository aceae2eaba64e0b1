import { createHash } from 'node:crypto'
import type { Context } from '../runner/context.ts'
import { harmless, harmlessLine } from './harmless.ts'
import { pack } from './packed.ts'
import type { Block, Section } from './section.ts'
import { NOTE_LIMIT, slotId, slotsIn } from './slot.ts'
import { hidden } from './wire.ts'

/** Which job wrote a section, from which commit. */
export interface Origin {
  readonly run: number
  readonly attempt: number
  /** The commit that the section is about. */
  readonly head: string
  /** Where the whole is: the page of the run, with its job summaries. */
  readonly url: string
  /** Tells the jobs of one run apart. */
  readonly writer: string
}

export type Priority = Block['priority']

/** What a section has in blocks of one priority, shown or not. */
export interface Total {
  /** Bytes on the wire. */
  readonly size: number
  readonly counts: Readonly<Record<string, number>>
}

/** A block whose text is at hand. */
export interface KeptBlock extends Block {
  /** Its place among the section's blocks. */
  readonly index: number
  readonly counts: Readonly<Record<string, number>>
}

/** A section as the comment keeps it: of its blocks only those that had room, but the sizes of all. */
export interface KeptSection {
  readonly action: string
  readonly directory: string
  readonly heading: string
  readonly overview: string
  readonly origin: Origin
  /** Tells two contents of one origin apart. */
  readonly digest: string
  readonly totals: Readonly<Partial<Record<Priority, Total>>>
  /** Bytes on the wire of all data, by name; what is missing from `data` had no room. */
  readonly dataSizes: Readonly<Record<string, number>>
  /** Bytes on the wire of all notes. */
  readonly notesSize: number
  readonly data: Readonly<Record<string, string>>
  /** By slot id. */
  readonly notes: Readonly<Record<string, string>>
  readonly blocks: readonly KeptBlock[]
}

/** Notes past this number are left out; a comment seldom has room for more resources than this. */
const MOST_NOTES = 200

/** The origin of what this step says. */
export function originHere(context: Context, env: NodeJS.ProcessEnv): Origin {
  const { runId, runAttempt, serverUrl, repository, headSha, job } = context
  // Jobs of a matrix share the job's name but never a runner at one time.
  const writer = [runId, runAttempt, job, env.RUNNER_NAME ?? ''].join('\n')
  return {
    run: Number(runId) || 0,
    attempt: runAttempt,
    head: headSha,
    url: `${serverUrl}/${repository}/actions/runs/${runId}`,
    writer: createHash('sha256').update(writer).digest('hex').slice(0, 8),
  }
}

/** Which section of the comment this is; no two may have the same. */
export function idOf({ action, directory }: Pick<Section, 'action' | 'directory'>): string {
  return createHash('sha256').update(`${action}\n${directory}`).digest('hex').slice(0, 10)
}

/** A section made ready for the comment. */
export function keep(section: Section, origin: Origin): KeptSection {
  const blocks = section.blocks.map(({ priority, markdown, counts = {} }, index) => ({
    index,
    priority,
    markdown: harmless(markdown).replace(/^\n+|\s+$/g, ''),
    counts,
  }))
  const notes = Object.entries(section.notes ?? {})
    .map(([key, note]) => [slotId(key), harmless(note).replace(/\s+/g, ' ')] as const)
    .filter(([, note]) => Buffer.byteLength(note) <= NOTE_LIMIT)
    .slice(0, MOST_NOTES)
  const data = section.data ?? {}
  const kept = {
    action: section.action,
    directory: section.directory,
    heading: harmlessLine(section.heading),
    overview: harmlessLine(section.overview),
    totals: totalsOf(blocks),
    dataSizes: Object.fromEntries(Object.entries(data).map(entry => [entry[0], bytes(dataLine(entry))])),
    notesSize: bytes(notesLine(Object.fromEntries(notes))),
    data,
    notes: Object.fromEntries(notes),
    blocks,
  }
  const digest = createHash('sha256').update(JSON.stringify(kept)).digest('hex').slice(0, 10)
  return { ...kept, origin, digest }
}

/** Bytes that a block takes in a comment, its marker and its slots' notes included. */
export function sizeOf({ index, markdown, counts }: KeptBlock): number {
  // As `<!--b5.9999 0=1 1=1-->` with three line ends, and a slot as `<!--$0123456789--><!---->`.
  const numbers = [index, ...Object.values(counts)].map(number => `${number}`.length + 4)
  const marker = numbers.reduce((total, length) => total + length, 12)
  return bytes(markdown) + marker + slotsIn(markdown).length * (NOTE_LIMIT + 6)
}

/** The hidden line of one piece of data. */
export function dataLine(entry: readonly [name: string, value: string]): string {
  return hidden('data', pack(entry))
}

/** The hidden line of all notes; empty where there are none. */
export function notesLine(notes: Readonly<Record<string, string>>): string {
  return Object.keys(notes).length === 0 ? '' : hidden('notes', pack(notes))
}

const bytes = (text: string): number => Buffer.byteLength(text)

function totalsOf(blocks: readonly KeptBlock[]): Partial<Record<Priority, Total>> {
  const totals: Partial<Record<Priority, Total>> = {}
  for (const block of blocks) {
    const { size, counts } = totals[block.priority] ?? { size: 0, counts: {} }
    totals[block.priority] = { size: size + sizeOf(block), counts: addCounts(counts, block.counts) }
  }
  return totals
}

/** The sum of counts, by label. */
export function addCounts(
  a: Readonly<Record<string, number>>,
  b: Readonly<Record<string, number>>,
): Record<string, number> {
  const sum = { ...a }
  for (const [label, count] of Object.entries(b)) sum[label] = (sum[label] ?? 0) + count
  return sum
}

/**
 * Whether `candidate` may take the place of `standing`, a section with the same id: by run, then attempt. Two jobs
 * of one attempt that claim the same section would replace each other for ever, so of these one always wins.
 */
export function replaces(candidate: KeptSection, standing: KeptSection): boolean {
  const [a, b] = [candidate.origin, standing.origin]
  if (a.run !== b.run) return a.run > b.run
  if (a.attempt !== b.attempt) return a.attempt > b.attempt
  return a.writer >= b.writer
}
