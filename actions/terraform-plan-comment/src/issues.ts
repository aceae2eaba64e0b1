import { messageOf, UserError } from '../../../toolkit/action/errors.ts'
import type { World } from '../../../toolkit/action/run.ts'
import { syncIssue } from '../../../toolkit/comment/issue.ts'
import type { GitHub } from '../../../toolkit/github/client.ts'
import type { Told } from './sections.ts'

/**
 * Keeps one issue for each root module that has drifted, and closes those of the others. The issue of one that could
 * not be planned stays as it is.
 * @returns why the step must fail: without the issue, nobody would hear of the drift.
 */
export async function syncIssues(
  github: GitHub,
  all: readonly Told[],
  { context, log }: World,
): Promise<string | undefined> {
  try {
    for (const { issue } of all) {
      if (issue === undefined) continue
      const target = {
        repository: context.repository,
        key: issue.title,
        title: issue.title,
        labels: ['terraform: drift'],
      } as const
      const { outcome, url } = await syncIssue(github, target, issue.body)
      if (outcome !== 'none') log.info(`The issue '${issue.title}' is ${outcome}: ${url}`)
    }
    return undefined
  } catch (thrown) {
    if (!(thrown instanceof UserError)) throw thrown
    return messageOf(thrown)
  }
}
