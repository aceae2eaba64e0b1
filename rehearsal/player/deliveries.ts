import type { GitHub } from '../../test/support/github/server.ts'
import {
  type Event,
  type PullRequest,
  plain,
  pullRequestEvent,
  pushEvent,
  workflowRunEvent,
} from './events.ts'
import type { Repository } from './host.ts'

const HEARD = ['push', 'pull_request', 'merge_group', 'workflow_run'] as const

/** What a webhook told, for the events that start workflows here. */
export interface Delivery {
  readonly event: (typeof HEARD)[number]
  readonly payload: Readonly<Record<string, unknown>>
  readonly actor: string
}

/** The event that a webhook told of, its payload left as it is. */
export async function deliveredEvent(
  repository: Repository,
  { event, payload, actor }: Delivery,
): Promise<Event> {
  if (event === 'merge_group') {
    const { head_sha: sha, head_ref: ref, base_ref: base } = payload.merge_group as Record<string, string>
    const occurrence = { name: event, ref: base ?? '', action: String(payload.action) }
    return { occurrence, ...plain(repository, sha ?? '', ref ?? '', actor), payload }
  }
  if (event === 'workflow_run') return workflowRunEvent(repository, { payload, actor })
  const made =
    event === 'push'
      ? await pushEvent(repository, { ...(payload as { ref: string; before: string; after: string }), actor })
      : await pullRequestEvent(repository, {
          action: String(payload.action),
          pullRequest: payload.pull_request as PullRequest,
          actor,
        })
  return { ...made, payload }
}

/** A pull request also starts what runs on the base branch, with all its rights, wherever the request comes from. */
function onBase(event: Event): Event {
  const { base } = event.payload.pull_request as PullRequest
  return {
    ...event,
    occurrence: { ...event.occurrence, name: 'pull_request_target' },
    sha: base.sha,
    ref: `refs/heads/${base.ref}`,
    fromFork: false,
  }
}

/** What happens in one repository from now on, as events for the player. */
export interface Deliveries {
  /**
   * What happened since the last call, in its order; deleted refs and what jobs did with their own token start nothing
   * and are left out.
   */
  take(): Promise<Event[]>
}

/** Begins to listen to the pushes, pull requests, merge groups and ended workflow runs of a repository. */
export function deliveriesOf(github: Pick<GitHub, 'on'>, repository: Repository): Deliveries {
  let heard: Delivery[] = []
  for (const event of HEARD)
    github.on(event, (payload, about) => {
      const isOurs = about.repository === repository.fullName
      if (isOurs && about.startsWorkflows && payload.deleted !== true)
        heard.push({ event, payload, actor: about.actor })
    })
  return {
    async take() {
      const taken = heard
      heard = []
      const events = await Promise.all(taken.map(delivery => deliveredEvent(repository, delivery)))
      return events.flatMap(event =>
        event.occurrence.name === 'pull_request' ? [event, onBase(event)] : [event],
      )
    },
  }
}
