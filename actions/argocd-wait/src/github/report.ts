import { messageOf } from '../../../../toolkit/action/errors.ts'
import type { World } from '../../../../toolkit/action/run.ts'
import { createGitHub } from '../../../../toolkit/github/client.ts'
import { explained } from '../../../../toolkit/github/refusals.ts'
import { qualified } from '../given.ts'
import type { WaitInputs } from '../spec.ts'
import { commitStatus } from './commit-status.ts'
import { deployment } from './deployment.ts'

/** How the rollout stands, as GitHub is told. */
export interface News {
  readonly state: 'pending' | 'success' | 'failure' | 'cancelled'
  /** One line. */
  readonly description: string
  /** The application's page in Argo CD. */
  readonly url: string
}

/** Tells GitHub; each call replaces what the last one told. */
export type Tell = (news: News, world: World) => Promise<void>

/** GitHub's limit for a description, of statuses and deployments alike. */
const LONGEST_DESCRIPTION = 140
/** Milliseconds that a cancelled step has left to say so. */
const LAST_WORD = 4000

/** The one who reports, as the inputs want it. */
export interface Reporter {
  /** @throws UserError where GitHub refuses, so that nothing is waited for in vain. */
  begin(url: string): Promise<void>
  /** Tells the end of what has begun. A refusal is a warning: what is live is live. */
  end(news: News): Promise<void>
}

/** Makes the reporter: silent for `report: none` and in a dry run. */
export function reporter(inputs: WaitInputs, world: World): Reporter {
  const tell = inputs['dry-run'] ? undefined : tellerOf(inputs, world)
  let begun = false
  return {
    async begin(url) {
      await tell?.({ state: 'pending', description: 'waiting for Argo CD', url }, world)
      begun = true
    },
    async end(news) {
      if (!begun) return
      const description = world.secrets.redact(news.description).slice(0, LONGEST_DESCRIPTION)
      const rest = news.state === 'cancelled' ? { ...world, signal: AbortSignal.timeout(LAST_WORD) } : world
      await tell?.({ ...news, description }, rest).catch(thrown => {
        world.signal.throwIfAborted()
        world.log.warning(`the report stays as it was: ${messageOf(thrown)}`)
      })
    },
  }
}

function tellerOf(inputs: WaitInputs, { context }: World): Tell | undefined {
  if (inputs.report === 'none') return undefined
  const { repository, headSha: sha } = context
  const name = inputs.environment ?? inputs.applications.map(qualified).join(', ')
  const place = { repository, sha, name }
  const teller = inputs.report === 'status' ? commitStatus(place) : deployment(place)
  const permission = inputs.report === 'status' ? 'statuses: write' : 'deployments: write'
  return async (news, world) => {
    const github = await createGitHub(world, inputs['github-token'] ?? '')
    const purpose = { to: `report the ${inputs.report} of ${sha.slice(0, 7)}`, repository, permission }
    await explained(purpose, () => teller(github, news))
  }
}
