import { messageOf, UserError } from '../../../toolkit/action/errors.ts'
import type { World } from '../../../toolkit/action/run.ts'
import { syncIssue } from '../../../toolkit/comment/issue.ts'
import type { GitHub } from '../../../toolkit/github/client.ts'
import { isChanged } from './gate.ts'
import type { Done } from './plan-all.ts'
import type { Planned } from './results.ts'
import type { Told } from './sections.ts'

/**
 * Keeps one issue for each root module that has drifted, and closes those of the others. The issue of one that could
 * not be planned stays as it is.
 * @returns why the step must fail: without the issue, nobody would hear of the drift.
 */
export async function syncIssues(
  github: GitHub,
  { results }: Done,
  all: readonly Told[],
  { context, log }: World,
): Promise<string | undefined> {
  try {
    for (const [index, result] of results.entries()) {
      if (result.outcome !== 'planned' || !result.ok) continue
      const place = placeName(result)
      const target = {
        repository: context.repository,
        key: `drift:${place}`,
        title: `Drift in ${place}`,
        labels: ['terraform: drift'],
      } as const
      const body = isChanged(result.plan) ? bodyOf(all[index] as Told) : undefined
      const { outcome, url } = await syncIssue(github, target, body)
      if (outcome !== 'none') log.info(`The issue '${target.title}' is ${outcome}: ${url}`)
    }
    return undefined
  } catch (thrown) {
    if (!(thrown instanceof UserError)) throw thrown
    return messageOf(thrown)
  }
}

function placeName({ root, workspace }: Planned): string {
  return workspace === 'default' ? root.directory : `${root.directory} (${workspace})`
}

function bodyOf({ summary }: Told): string {
  return `What the configuration says and what is really there are not the same. An apply would do this:\n\n${summary}`
}
