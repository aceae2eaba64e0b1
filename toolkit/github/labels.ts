import { messageOf } from '../action/errors.ts'
import type { Log } from '../runner/log.ts'
import type { GitHub } from './client.ts'
import { statusOf } from './refusals.ts'

/** A label as it is made where the repository has none of this name. */
export interface Label {
  readonly name: string
  /** Six hexadecimal digits. */
  readonly color: string
  readonly description: string
}

/**
 * Gives an issue or pull request the wanted labels, and takes from it those of `ours` that are not wanted; all other
 * labels stay. A label that exists keeps the colour that people gave it. Labels are no reason to fail: a refusal is a
 * warning.
 */
export async function syncLabels(
  github: GitHub,
  { repository, number }: { readonly repository: string; readonly number: number },
  wanted: readonly Label[],
  ours: readonly string[],
  log: Log,
): Promise<void> {
  const [owner = '', repo = ''] = repository.split('/')
  const issue = { owner, repo, issue_number: number }
  try {
    const present = await github.paginate(github.rest.issues.listLabelsOnIssue, { ...issue, per_page: 100 })
    const has = (name: string) => present.some(label => sameName(label.name, name))
    const missing = wanted.filter(({ name }) => !has(name))
    const extra = ours.filter(name => has(name) && !wanted.some(label => sameName(label.name, name)))
    for (const label of missing) await makeLabel(github, { owner, repo }, label)
    if (missing.length > 0)
      await github.rest.issues.addLabels({ ...issue, labels: missing.map(({ name }) => name) })
    for (const name of extra) await github.rest.issues.removeLabel({ ...issue, name }).catch(unless(404))
  } catch (thrown) {
    if (statusOf(thrown) === undefined) throw thrown
    log.warning(
      `the labels of #${number} stay as they are: GitHub answered '${messageOf(thrown)}' (labels need 'pull-requests: write', and 'issues: write' to make one)`,
    )
  }
}

/** GitHub makes a label that it does not know in grey; made before, it has its colour. */
async function makeLabel(github: GitHub, repository: { owner: string; repo: string }, label: Label) {
  // 422: it exists. 403: GitHub may still let an existing one be added.
  await github.rest.issues.createLabel({ ...repository, ...label }).catch(unless(422, 403))
}

function unless(...statuses: readonly number[]) {
  return (thrown: unknown) => {
    if (!statuses.includes(statusOf(thrown) ?? 0)) throw thrown
  }
}

const sameName = (a: string, b: string): boolean => a.toLowerCase() === b.toLowerCase()
