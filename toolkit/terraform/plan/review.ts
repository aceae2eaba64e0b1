import { createHash } from 'node:crypto'
import { deflateRawSync, inflateRawSync } from 'node:zlib'
import { UserError } from '../../action/errors.ts'
import { isForCheck } from './change.ts'
import type { AttributeChange, Plan } from './model.ts'
import { rankOf } from './room.ts'

/** What was reviewed: enough to say whether another plan is the same. */
export interface Approved {
  readonly fingerprint: string
  /** The commit that was planned. */
  readonly head: string
}

/** What was reviewed: enough to say also where another plan differs. */
export interface ReviewRecord extends Approved {
  readonly items: readonly ReviewedItem[]
  /** How many items were too many to keep; they are those that destroy least. */
  readonly left: number
}

/** A change, or an output's, as it was shown: masked. */
export interface ReviewedItem {
  readonly what: 'resource' | 'output' | 'deferred' | 'action'
  /** An address or a name, with the deposed object behind it. */
  readonly key: string
  readonly actions: string
  /** A digest of what was shown of it besides its attributes. */
  readonly digest: string
  /** A digest of what was shown of all its attributes; undefined where the plan was too large to show them. */
  readonly shown: string | undefined
  /** Digests of what was shown of each attribute, by path; undefined where they were too many to keep. */
  readonly attributes: Readonly<Record<string, string>> | undefined
}

const VERSION = 1
const LONGEST_RECORD = 12_000
// Digests cannot be compressed: more of them than this never fit, and need not be tried.
const MOST_DIGESTS = LONGEST_RECORD / 6
const LONGEST_JSON = 8 << 20
const CHANGED =
  "the record of the reviewed plan in the pull request's comment was changed or cut; plan and review again"

/**
 * Writes down what a plan shows, to compare another plan with it later: characters of base64 and dots, at most 12,000,
 * that may stand in an HTML comment. The same plan gives the same record. No sensitive value goes into it, not even as
 * a hash: what is hidden counts as equal.
 */
export function reviewRecord(plan: Plan, fingerprint: string, head: string): string {
  const items = itemsOf(plan)
  const full = digestsOf(plan) > MOST_DIGESTS ? undefined : packed({ fingerprint, head, items, left: 0 })
  if (full !== undefined && full.length <= LONGEST_RECORD) return full
  const lean = items.map(item => ({ ...item, attributes: undefined }))
  let most = Math.min(lean.length, MOST_DIGESTS)
  for (;;) {
    const record = packed({ fingerprint, head, items: lean.slice(0, most), left: lean.length - most })
    if (record.length <= LONGEST_RECORD) return record
    most = Math.floor((most * LONGEST_RECORD * 0.95) / record.length)
  }
}

/**
 * Reads what `reviewRecord` wrote.
 * @throws UserError where it was changed, cut, or written by a later version
 */
export function readReviewRecord(text: string): ReviewRecord {
  const [version, body = '', check, ...more] = text.trim().split('.')
  if (/^\d+$/.test(version ?? '') && Number(version) > VERSION)
    throw new UserError(
      `the plan was reviewed with a later version of this suite (record ${version}); use that version to apply it`,
    )
  const record =
    version === String(VERSION) && more.length === 0 && check === checkOf(body) ? unpacked(body) : undefined
  if (record === undefined) throw new UserError(CHANGED)
  return record
}

/** Writes down the least of a review: small, so that it has room where the record has none. */
export function approvedText({ fingerprint, head }: Approved): string {
  return JSON.stringify({ fingerprint, head })
}

/**
 * Reads what `approvedText` wrote.
 * @throws UserError where it was changed
 */
export function readApproved(text: string): Approved {
  const { fingerprint, head } = members(text)
  if (typeof fingerprint !== 'string' || typeof head !== 'string') throw new UserError(CHANGED)
  return { fingerprint, head }
}

function members(text: string): Record<string, unknown> {
  try {
    return Object(JSON.parse(text)) as Record<string, unknown>
  } catch {
    throw new UserError(CHANGED)
  }
}

/** How many digests a record of all attributes takes. */
function digestsOf({ changes, outputs }: Plan): number {
  return [...changes, ...outputs].reduce((sum, { attributes }) => sum + 1 + (attributes?.length ?? 0), 0)
}

/** All that a plan shows, what destroys first. */
export function itemsOf(plan: Plan): ReviewedItem[] {
  const counting = plan.changes.filter(change => !isForCheck(change))
  const changes = [...counting, ...(plan.refreshOnly ? plan.drift : [])].sort(
    (a, b) => rankOf(a.kind) - rankOf(b.kind),
  )
  return [
    ...changes.map(change => {
      const { actions, attributes, importing, previousAddress, replacePaths } = change
      const key = change.deposed === undefined ? change.address : `${change.address} (${change.deposed})`
      return item('resource', key, actions.join(', '), attributes, [importing, previousAddress, replacePaths])
    }),
    ...plan.outputs.map(({ name, kind, attributes }) => item('output', name, kind, attributes, [])),
    ...plan.deferred.map(({ reason, change: { address, actions, attributes } }) =>
      item('deferred', address, actions.join(', '), attributes, [reason]),
    ),
    ...plan.invocations.map(({ address, trigger, attributes }) =>
      item('action', address, 'invoke', attributes, [trigger]),
    ),
  ]
}

function item(
  what: ReviewedItem['what'],
  key: string,
  actions: string,
  attributes: readonly AttributeChange[] | undefined,
  more: readonly unknown[],
): ReviewedItem {
  const digests = attributes?.map(({ path, before, after }) => [path, digestOf([before, after])] as const)
  return {
    what,
    key,
    actions,
    digest: digestOf([actions, more]),
    shown: digests && digestOf(digests),
    attributes: digests && Object.fromEntries(digests),
  }
}

/** 36 bits: enough to tell one thing from another; that two plans are equal the fingerprint says. */
function digestOf(shown: unknown): string {
  return createHash('sha256').update(JSON.stringify(shown)).digest('base64url').slice(0, 6)
}

type Row = readonly [
  what: number,
  key: string,
  actions: string,
  digest: string,
  shown: string | null,
  attributes?: object,
]
const WHATS = ['resource', 'output', 'deferred', 'action'] as const

function packed({ fingerprint, head, items, left }: ReviewRecord): string {
  const rows = items.map(({ what, key, actions, digest, shown, attributes }): Row => {
    const lean = [WHATS.indexOf(what), key, actions, digest, shown ?? null] as const
    return attributes ? [...lean, attributes] : lean
  })
  const json = JSON.stringify({ fingerprint, head, left, rows })
  // Of the base64 alphabets, this one cannot write the two hyphens that end an HTML comment.
  const body = deflateRawSync(json, { level: 9 }).toString('base64').replace(/=+$/, '')
  return `${VERSION}.${body}.${checkOf(body)}`
}

function checkOf(body: string): string {
  return createHash('sha256').update(body).digest('hex').slice(0, 8)
}

function unpacked(body: string): ReviewRecord | undefined {
  try {
    const json = inflateRawSync(Buffer.from(body, 'base64'), { maxOutputLength: LONGEST_JSON }).toString()
    const { fingerprint, head, left, rows } = JSON.parse(json) as Record<string, unknown>
    if (typeof fingerprint !== 'string' || typeof head !== 'string' || !Array.isArray(rows)) return undefined
    const items = rows.map((row: Row) => ({
      what: WHATS[row[0]] ?? 'resource',
      key: String(row[1]),
      actions: String(row[2]),
      digest: String(row[3]),
      shown: typeof row[4] === 'string' ? row[4] : undefined,
      attributes: row[5] === undefined ? undefined : textsOf(row[5]),
    }))
    return { fingerprint, head, left: Number(left) || 0, items }
  } catch {
    return undefined
  }
}

function textsOf(members: object): Record<string, string> {
  return Object.fromEntries(Object.entries(members).map(([key, value]) => [key, String(value)]))
}
