import type { World } from '../../../toolkit/action/run.ts'
import type { Section } from '../../../toolkit/comment/section.ts'
import type { Done } from './plan-all.ts'
import type { Result } from './results.ts'
import { failureSection, planSection, planSummary, reviewRecord } from './stand-in.ts'

/** What is told of one root module: in the comment, and whole in the summary. */
export interface Told {
  readonly section: Section
  readonly summary: string
}

/** How each result is told. */
export function told({ tool, results }: Done, world: World): Told[] {
  return results.map(result => tell(result, tool, world))
}

function tell(result: Result, tool: string, { context }: World): Told {
  const at = {
    directory: result.root.directory,
    ...(result.workspace !== 'default' && { workspace: result.workspace }),
    tool,
    headSha: context.headSha,
    runUrl: `${context.serverUrl}/${context.repository}/actions/runs/${context.runId}`,
  }
  if (result.outcome === 'planned') {
    const section = planSection(result.plan, at)
    const review = reviewRecord(result.plan, result.fingerprint, context.headSha)
    return {
      section: { ...section, data: { ...section.data, review } },
      summary: planSummary(result.plan, at),
    }
  }
  const section = failureSection(result.diagnostics, at)
  return { section, summary: section.blocks.map(({ markdown }) => markdown).join('\n\n') }
}
