import type { Block, Section } from '../../../toolkit/comment/section.ts'
import { codeSpan, fence, plain } from '../../../toolkit/markdown/text.ts'
import type { Diagnostic } from '../../../toolkit/terraform/run/diagnostics.ts'
import type { Outcome } from './outcome.ts'
import type { Step } from './progress.ts'
import { APPLY_ACTION, applyDataOf, pullOf, type Reviewed } from './review.ts'
import { failureOf, headlineOf, stepName } from './words.ts'

/** What a report needs besides the outcome. */
export interface Setting {
  readonly reviewed: Reviewed
  /** Hides every known secret. */
  readonly redact: (text: string) => string
}

const MARKS: Record<Outcome['kind'], string> = {
  unplanned: '❌',
  refused: '⛔',
  nothing: '⚪',
  held: '⏸️',
  applied: '✅',
  failed: '❌',
}

/** What became of a root module, as a section of the pull request's comment. */
export function sectionOf(outcome: Outcome, setting: Setting): Section {
  const { directory } = outcome.root
  const line = `${MARKS[outcome.kind]} ${headlineOf(outcome)}`
  return {
    action: APPLY_ACTION,
    directory,
    heading: `${codeSpan(directory)} · ${line}`,
    overview: line,
    blocks: blocksOf(outcome, setting),
    data: dataOf(outcome, setting.reviewed),
  }
}

/** Read again by the next run. What an earlier one left to do stays known until it is done. */
function dataOf(outcome: Outcome, reviewed: Reviewed): Record<string, string> {
  if (outcome.kind === 'applied' || outcome.kind === 'nothing') return { state: 'applied' }
  const left = outcome.kind === 'failed' && 'remainder' in outcome.left ? outcome.left.remainder : undefined
  const remainder = left ? JSON.stringify(left) : applyDataOf(reviewed, outcome.root.directory)?.remainder
  return { state: outcome.kind, ...(remainder !== undefined && { remainder }) }
}

function blocksOf(outcome: Outcome, { reviewed, redact }: Setting): Block[] {
  const failure = failureOf(outcome, pullOf(reviewed))
  const first: Block[] =
    failure === undefined ? [] : [{ priority: 0, markdown: `> ${quote(redact(failure))}` }]
  switch (outcome.kind) {
    case 'unplanned':
      return [...first, ...errorBlocks(outcome.errors, redact)]
    case 'applied':
    case 'failed': {
      const { applied, failed, unfinished, notReached } = outcome.applied.progress
      return [
        ...first,
        ...errorBlocks(outcome.applied.errors, redact),
        ...stepBlock('Failed', failed, 1, redact),
        ...stepBlock('Begun, and not known to be done', unfinished, 1, redact),
        ...stepBlock('Applied', applied, 3, redact),
        ...stepBlock('Not reached', notReached, 2, redact),
      ]
    }
    default:
      return first
  }
}

const MOST = 200

function stepBlock(
  title: string,
  steps: readonly Step[],
  priority: Block['priority'],
  redact: Setting['redact'],
): Block[] {
  if (steps.length === 0) return []
  const lines = steps.slice(0, MOST).map(step => `- ${step.kind} ${codeSpan(redact(stepName(step)))}`)
  const rest = steps.length - lines.length
  const markdown = [
    `**${title}** (${steps.length})`,
    '',
    ...lines,
    ...(rest > 0 ? [`- … and ${rest} more`] : []),
  ].join('\n')
  return [{ priority, markdown, counts: { [title.toLowerCase()]: steps.length } }]
}

function errorBlocks(errors: readonly Diagnostic[], redact: Setting['redact']): Block[] {
  return errors
    .filter(({ summary }) => summary !== 'execution halted')
    .map(({ summary, detail, address }) => ({
      priority: 1,
      markdown: `**${plain(redact(summary))}**${address === undefined ? '' : ` in ${codeSpan(redact(address))}`}${detail === '' ? '' : `\n\n${fence(redact(detail), '')}`}`,
    }))
}

function quote(text: string): string {
  return text.split('\n').map(plain).join('  \n> ')
}
