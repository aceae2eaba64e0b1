import { codeSpan } from '../../../toolkit/markdown/text.ts'
import type { Context } from '../../../toolkit/runner/context.ts'
import { changesTable } from './changes-table.ts'
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
  return [
    ...(images.length > 0 ? [images.map(image => `- ${codeSpan(reference(image))}`).join('\n')] : []),
    changesTable(changed, ROWS),
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
