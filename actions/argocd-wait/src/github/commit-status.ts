import type { GitHub } from '../../../../toolkit/github/client.ts'
import type { News } from './report.ts'

/** What a report is about. */
export interface Place {
  /** `owner/name`. */
  readonly repository: string
  readonly sha: string
  readonly name: string
}

const STATES = { pending: 'pending', success: 'success', failure: 'failure', cancelled: 'error' } as const

/** Reports as a commit status; GitHub shows the last one of a name. */
export function commitStatus({ repository, sha, name }: Place) {
  const [owner = '', repo = ''] = repository.split('/')
  return async (github: GitHub, { state, description, url }: News): Promise<void> => {
    await github.rest.repos.createCommitStatus({
      ...{ owner, repo, sha, description },
      context: `argocd/${name}`,
      state: STATES[state],
      target_url: url,
    })
  }
}
