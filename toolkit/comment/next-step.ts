import { compose } from './compose.ts'
import { parse } from './parse.ts'
import { idOf, type KeptSection, replaces } from './stored.ts'

/** A comment of ours with the right key. */
export interface OwnComment {
  readonly id: number
  readonly nodeId: string
  /** The login of its author. */
  readonly author: string
  readonly body: string
  readonly url: string
  /** Milliseconds. */
  readonly createdAt: number
  readonly updatedAt: number
}

/** What was seen on the pull request at one moment. */
export interface View {
  /** By id, the oldest first. */
  readonly comments: readonly OwnComment[]
  /** The server's clock at that moment, in milliseconds. */
  readonly now: number
}

/** What this job did so far. */
export interface History {
  /** Comments that this job made. */
  readonly made: readonly number[]
  readonly writes: number
}

/** What to do next. */
export type Step =
  | { readonly do: 'create'; readonly body: string }
  | { readonly do: 'update'; readonly id: number; readonly body: string }
  | { readonly do: 'delete'; readonly id: number }
  | { readonly do: 'rest' }

/** What was decided, and what is worth telling. */
export interface Decision {
  readonly step: Step
  /** Whether other jobs may be writing at this time. */
  readonly company: boolean
  /** Where other comments wait to be merged into the first: how many of ours stand before the last one of this job. */
  readonly rank: number
  /** Sections in the comment now, ours not counted. */
  readonly others: number
  /** Ids of own sections in whose place something newer stands. */
  readonly superseded: readonly string[]
  /** Ids of own sections for which there is no room. */
  readonly omitted: readonly string[]
  readonly damaged: number
}

const MINUTE = 60_000

/**
 * Decides, from what stands there and what this job has to say, what to do next. Pure, so that every job decides
 * alike: the comment with the lowest id is the one; whatever other comments of ours hold is merged into it; a comment
 * that holds nothing more is deleted by the job that made it, or by anyone once it is old.
 */
export function nextStep(key: string, view: View, mine: readonly KeptSection[], history: History): Decision {
  const parsed = view.comments.map(({ body }) => parse(key, body))
  const [first] = view.comments
  const before = newestOf(parsed.flatMap(({ sections }) => sections))
  const merged = new Map(before)
  for (const section of mine) take(merged, section)

  const standing = new Map(parsed[0]?.sections.map(section => [idOf(section), section]))
  const dropped = new Set(parsed[0]?.omitted)
  const wanted = [...merged.values()]
  const lacking = wanted.filter(section => {
    const there = standing.get(idOf(section))
    return there === undefined ? true : !same(there, section)
  })
  const result = { key, sections: wanted, omitted: parsed.flatMap(({ omitted }) => omitted) }
  const rest = {
    company: hasCompany(view, [...before.values()], mine),
    rank: view.comments.findIndex(({ id }) => history.made.includes(id)),
    others: wanted.length - mine.length,
    superseded: mine.filter(section => merged.get(idOf(section)) !== section).map(section => idOf(section)),
    damaged: parsed.reduce((total, { damaged }) => total + damaged, 0),
  }
  if (first && lacking.every(section => dropped.has(idOf(section)))) {
    const omitted = lacking.map(section => idOf(section))
    return { ...rest, omitted, step: sweep(view, history, parsed, mine) }
  }
  const body = compose(result)
  const omitted = parse(key, body).omitted.filter(id => mine.some(section => idOf(section) === id))
  return { ...rest, omitted, step: first ? { do: 'update', id: first.id, body } : { do: 'create', body } }
}

/** The sections by id, each as the newest run wrote it. */
export function newestOf(sections: readonly KeptSection[]): Map<string, KeptSection> {
  const newest = new Map<string, KeptSection>()
  for (const section of sections) take(newest, section)
  return newest
}

function take(sections: Map<string, KeptSection>, section: KeptSection): void {
  const there = sections.get(idOf(section))
  if (there === undefined || replaces(section, there)) sections.set(idOf(section), section)
}

function same(a: KeptSection, b: KeptSection): boolean {
  return (
    a.digest === b.digest &&
    a.origin.run === b.origin.run &&
    a.origin.attempt === b.origin.attempt &&
    a.origin.head === b.origin.head &&
    a.origin.writer === b.origin.writer
  )
}

/** Deletes what holds nothing that the first comment lacks. */
function sweep(
  view: View,
  history: History,
  parsed: readonly { sections: readonly KeptSection[] }[],
  mine: readonly KeptSection[],
): Step {
  const writers = new Set(mine.map(({ origin }) => origin.writer))
  const spent = view.comments.slice(1).find(({ id, createdAt }, index) => {
    const sections = parsed[index + 1]?.sections ?? []
    // Without its answer this job did not learn that it made a comment.
    const isOurs = sections.length > 0 && sections.every(({ origin }) => writers.has(origin.writer))
    return history.made.includes(id) || isOurs || view.now - createdAt > MINUTE
  })
  return spent ? { do: 'delete', id: spent.id } : { do: 'rest' }
}

/**
 * Whether other jobs may be writing: there are several comments, or a section of a job that did not also write what
 * this job's sections replace, or another job wrote within the last minute.
 */
function hasCompany(view: View, before: readonly KeptSection[], mine: readonly KeptSection[]): boolean {
  if (view.comments.length > 1) return true
  const ids = new Set(mine.map(section => idOf(section)))
  const known = new Set(mine.map(({ origin }) => origin.writer))
  const isYoung = view.now - (view.comments[0]?.updatedAt ?? 0) < MINUTE
  if (isYoung) return before.some(({ origin }) => !known.has(origin.writer))
  for (const section of before) if (ids.has(idOf(section))) known.add(section.origin.writer)
  return before.some(({ origin }) => !known.has(origin.writer))
}
