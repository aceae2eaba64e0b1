import type { Block, Section } from '../../comment/section.ts'
import { details, htmlCode, quietHtml, quietLine } from '../../markdown/html.ts'
import type { ChangeKind, Plan } from '../plan/model.ts'
import type { Diagnostic } from '../run/diagnostics.ts'
import { abbreviate } from './abbreviate.ts'
import { type Difference, differenceBlocks } from './difference.ts'
import { findingBlocks } from './findings.ts'
import { actionOf, footer, titleOf } from './heading.ts'
import { alert } from './notices.ts'
import type { Place } from './place.ts'
import { addressCode, INDENT } from './row.ts'
import { duration, listed, plural, WORDS } from './words.ts'

/** One planned change, and what became of it. */
export interface Step {
  readonly address: string
  readonly kind: ChangeKind
  /** What the provider calls the object. */
  readonly id?: string | undefined
  readonly seconds?: number | undefined
}

/** How an apply ended. */
export interface ApplyReport {
  readonly outcome: 'applied' | 'nothing' | 'failed' | 'refused' | 'held' | 'unplanned'
  /** On one line, plain text. */
  readonly headline: string
  /** Why it failed or was refused, and what to do; plain text of one line or several. */
  readonly failure?: string | undefined
  readonly errors?: readonly Diagnostic[] | undefined
  readonly progress?:
    | {
        readonly applied: readonly Step[]
        readonly failed: readonly Step[]
        /** Begun, and not known to be done. */
        readonly unfinished: readonly Step[]
        readonly notReached: readonly Step[]
      }
    | undefined
  /** Where the plan is another one than was reviewed. */
  readonly differences?: { readonly of: readonly Difference[]; readonly plan: Plan } | undefined
}

const MARKS = { applied: '✅', nothing: '⚪', failed: '❌', refused: '⛔', held: '⏸️', unplanned: '❌' }
const CHUNK = 40

/** What an apply did, or why it did not, as a section of the pull request's comment. */
export function applySection(report: ApplyReport, at: Place): Section {
  const { outcome, headline, failure, errors = [], progress, differences } = report
  const words = quietLine(abbreviate(headline, 200))
  const blocks: Block[] = [
    ...(failure === undefined
      ? []
      : [
          {
            priority: 0 as const,
            markdown: alert('CAUTION', failureText(failure.charAt(0).toUpperCase() + failure.slice(1))),
          },
        ]),
    ...findingBlocks(
      errors.filter(({ summary }) => summary !== 'execution halted'),
      at,
    ),
    ...(differences ? differenceBlocks(differences.of, differences.plan) : []),
    ...(progress ? progressBlocks(progress) : []),
  ]
  return {
    action: actionOf(at, 'terraform-apply'),
    directory: at.directory,
    heading: `${MARKS[outcome]} ${titleOf(at)} · ${words}`,
    overview: `${MARKS[outcome]} ${words}`,
    blocks: blocks.length === 0 ? [] : [...blocks, { priority: 5, markdown: footer(at, 'log') }],
  }
}

function failureText(text: string): string {
  return text
    .split('\n')
    .map(line => quietHtml(abbreviate(line, 1_500)))
    .filter(Boolean)
    .join('<br>')
}

function progressBlocks({
  applied,
  failed,
  unfinished,
  notReached,
}: NonNullable<ApplyReport['progress']>): Block[] {
  const open = (
    mark: string,
    steps: readonly Step[],
    what: (verb: string) => string,
    priority: 1 | 2,
    count: string,
  ) =>
    chunks(steps).map(
      (some): Block => ({
        priority,
        markdown: `<p>${some.map(step => `${INDENT}${mark} ${what(WORDS[step.kind].verb)} ${named(step)}`).join('<br>\n')}</p>`,
        counts: { [count]: some.length },
      }),
    )
  return [
    ...open('❌', failed, verb => `<b>failed</b> to ${verb}`, 1, 'failed'),
    ...open('⚠️', unfinished, verb => `began to ${verb}, and not known to be done:`, 1, 'unfinished'),
    ...open('⏳', notReached, verb => `not reached: to ${verb}`, 2, 'not reached'),
    ...chunks(applied).map(
      (some): Block => ({
        priority: 3,
        markdown: details(`✅ ${doneWords(some)}`, `<p>${some.map(doneRow).join('<br>\n')}</p>`),
        counts: { applied: some.length },
      }),
    ),
  ]
}

function doneRow(step: Step): string {
  const time = step.seconds === undefined ? '' : ` · ${duration(step.seconds)}`
  return `${INDENT}${WORDS[step.kind].mark} ${WORDS[step.kind].done} ${named(step)}${time}`
}

/** `3 created, 1 updated` */
function doneWords(steps: readonly Step[]): string {
  const kinds = Object.keys(WORDS) as ChangeKind[]
  const counted = kinds.map(kind => ({ kind, count: steps.filter(step => step.kind === kind).length }))
  return listed(
    counted.flatMap(({ kind, count }) =>
      count === 0 ? [] : [plural(count, WORDS[kind].done, WORDS[kind].done)],
    ),
  )
}

function named({ address, id }: Step): string {
  return `${addressCode(address)}${id === undefined ? '' : ` (${htmlCode(abbreviate(id, 80))})`}`
}

function chunks(steps: readonly Step[]): Step[][] {
  return Array.from({ length: Math.ceil(steps.length / CHUNK) }, (_, at) =>
    steps.slice(at * CHUNK, (at + 1) * CHUNK),
  )
}
