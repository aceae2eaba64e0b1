import { codeSpan, fence, plain } from '../../../toolkit/markdown/text.ts'
import { changesTable } from './changes-table.ts'
import { unifiedDiff } from './diff.ts'
import type { BumpPlan } from './plan.ts'

/** What became of the change, for the job summary. */
export interface Landed {
  /** One sentence in Markdown on what happened: `Pushed 1a2b3c4 to main`, `Would change 2 files (dry run)`. */
  readonly headline: string
  /** Links back, in this order. */
  readonly links: readonly (readonly [label: string, url: string])[]
}

const MOST_ROWS = 200
const MOST_DIFF = 400_000

/** The job summary, in Markdown. What does not fit is counted. */
export function summary(plan: BumpPlan, { headline, links }: Landed): string {
  const changed = plan.matches.filter(match => match.old !== match.new)
  const same = plan.matches.length - changed.length
  return [
    `### Bump manifest\n\n${headline}`,
    plan.downgrades.length > 0 &&
      section('Stopped: this would go back in time', plan.downgrades.map(downgradeLine)),
    changed.length > 0 && changesTable(changed, MOST_ROWS),
    same > 0 && `${count(same, 'reference')} named the new image already.`,
    plan.unmatched.length > 0 && section('Not found in any file', plan.unmatched.map(codeSpan)),
    plan.refusals.length > 0 &&
      section(
        'Left alone',
        plan.refusals.map(({ file, reason }) => `${codeSpan(file)} ${plain(reason)}`),
      ),
    plan.notes.length > 0 && section('Notes', plan.notes.map(plain)),
    diffBlock(unifiedDiff(plan.changes)),
    links.length > 0 && links.map(([label, url]) => `[${plain(label)}](${url})`).join(' · '),
  ]
    .filter(part => part !== false && part !== '')
    .join('\n\n')
}

function section(title: string, lines: readonly string[]): string {
  const shown = lines.slice(0, MOST_ROWS).map(line => `- ${line}`)
  const rest = lines.length - shown.length
  return [`**${title}**`, '', ...shown, ...(rest > 0 ? [`- … and ${rest} more`] : [])].join('\n')
}

function downgradeLine({ file, line, old, new: wanted, reason }: BumpPlan['downgrades'][number]): string {
  return `${codeSpan(`${file}:${line}`)}: ${codeSpan(old)} → ${codeSpan(wanted)}: ${plain(reason)}`
}

function diffBlock(diff: string): string {
  if (diff === '') return ''
  if (diff.length > MOST_DIFF) return `The diff has ${diff.split('\n').length} lines, too many to show here.`
  return `<details open><summary>Diff</summary>\n\n${fence(diff, 'diff')}\n\n</details>`
}

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`
}
