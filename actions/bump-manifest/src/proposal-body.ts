import type { Context } from '../../../toolkit/runner/context.ts'
import { reference, runUrl, sourceUrl } from './commit-message.ts'
import type { BumpPlan } from './plan.ts'
import type { BumpRequest } from './request.ts'

/** More rows than people read; the diff is one click away. */
const ROWS = 100

/** The body of the pull request, in Markdown: where the change comes from, and what it changes. */
export function proposalBody(
  { matches }: Pick<BumpPlan, 'matches'>,
  { images }: Pick<BumpRequest, 'images'>,
  context: Context,
): string {
  const changed = matches.filter(match => match.old !== match.new)
  const rows = changed
    .slice(0, ROWS)
    .map(match => `| ${cell(`${match.file}:${match.line}`)} | ${cell(match.old)} | ${cell(match.new)} |`)
  const left = changed.length - rows.length
  return [
    ...(images.length > 0 ? [images.map(image => `- ${code(reference(image))}`).join('\n')] : []),
    ['| Where | From | To |', '|---|---|---|', ...rows].join('\n'),
    ...(left > 0 ? [`…and ${left} more.`] : []),
    ...origin(context),
    'A newer run of the same workflow replaces this change. Commits that people add to this branch are kept.',
  ].join('\n\n')
}

function origin(context: Context): string[] {
  const [run, source] = [runUrl(context), sourceUrl(context)]
  if (!run || !source) return []
  return [
    `From [${context.repository}@${context.headSha.slice(0, 7)}](${source}), [run ${context.runNumber}](${run}).`,
  ]
}

function cell(text: string): string {
  return code(text.replaceAll('|', '\\|'))
}

// A code span may hold any backticks if its fence is longer than each row of them (CommonMark, code spans).
function code(text: string): string {
  const fence = '`'.repeat(1 + Math.max(0, ...(text.match(/`+/g) ?? []).map(run => run.length)))
  const line = text.replace(/\s+/g, ' ')
  return fence === '`' ? `\`${line}\`` : `${fence} ${line} ${fence}`
}
