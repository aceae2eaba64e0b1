import { claimedImages } from '../claimed-images.ts'
import { type Commit, commitsBetween } from '../inspect/commits.ts'
import { demand } from '../play-one.ts'
import type { WorkflowRun } from '../player/player.ts'
import { type Check, type Exhibit, seconds, type Teller } from '../story.ts'
import { type Pushed, playPush } from './delivery.ts'
import { demandImage, demandLive } from './look.ts'
import { type Company, IMAGE } from './open.ts'
import type { Project } from './repositories.ts'
import type { Stage } from './stage.ts'

const FILE = 'kv/src/main.ts'

/** Two pushes come before the first is delivered: nothing is lost, and the newer one stays. */
export async function playAtOnce(stage: Stage, company: Company, teller: Teller): Promise<void> {
  const { source, manifests } = company
  const before = (await manifests.repository.head('staging')) ?? ''
  const push = (message: string, from: string, to: string) =>
    playPush(company, message, [{ file: FILE, from, to }], teller)
  const pushes = [
    await push('Say that it gives up', "'failed to start'", "'gives up'"),
    await push('Say it in the past', "'gives up'", "'gave up'"),
  ]
  const { last, image } = await teller.scene(
    'application.yml, twice: one waits for the other',
    async show => {
      const runs = await playAll(source, show, teller)
      const commits = await commitsBetween(manifests.repository, before, 'refs/heads/staging')
      demand([...checkTurns(runs), checkOrder(commits, pushes)], show)
      const [claimed] = claimedImages(runs.at(-1) as WorkflowRun)
      const { tag, digest } = claimed ?? {}
      return {
        last: commits.at(-1)?.sha ?? '',
        image: `${stage.ecr.host}/${IMAGE}:${tag}@${digest}`,
      }
    },
  )
  await teller.scene('rollout.yml, twice: the newer one takes the place of the older', async show => {
    const runs = await playAll(manifests, show, teller)
    demand(
      [
        {
          claim: 'the older one is cancelled, the newer one sees its commit live',
          seen: runs.map(({ runNumber, conclusion }) => `#${runNumber} ${conclusion}`).join(', '),
          ok: runs.map(({ conclusion }) => conclusion).join() === 'cancelled,success',
        },
      ],
      show,
    )
    const there = { commit: last, environment: 'staging', image } as const
    await demandLive(stage, there, show)
    await demandImage(stage, company, there, show)
  })
}

/** Plays all that has happened, at once; returns the runs by their number. */
async function playAll(
  { player, deliveries }: Project,
  show: (exhibit: Exhibit) => void,
  { signal }: Teller,
): Promise<WorkflowRun[]> {
  const events = await deliveries.take()
  const played = await Promise.all(events.map(event => player.play(event, { stop: signal })))
  signal.throwIfAborted()
  const runs = played.flatMap(each => each.runs).sort((a, b) => a.runNumber - b.runNumber)
  for (const run of runs) show({ kind: 'run', run })
  return runs
}

function checkTurns(runs: readonly WorkflowRun[]): Check[] {
  const [first, second] = runs
  const end = Math.max(...(first?.jobs ?? []).map(job => job.startedAt.getTime() + job.duration))
  const begin = Math.min(...(second?.jobs ?? []).map(({ startedAt }) => startedAt.getTime()))
  return [
    {
      claim: 'both are delivered',
      seen: runs.map(({ runNumber, conclusion }) => `#${runNumber} ${conclusion}`).join(', '),
      ok: runs.length === 2 && runs.every(({ conclusion }) => conclusion === 'success'),
    },
    {
      claim: 'the second began when the first had ended',
      seen: `${seconds(begin - end)} later`,
      ok: begin >= end,
    },
  ]
}

function checkOrder(commits: readonly Commit[], pushes: readonly Pushed[]): Check {
  const sources = commits.map(({ trailers }) => trailers.find(([name]) => name === 'Source-Commit')?.[1])
  return {
    claim: 'the manifests have one commit for each, in the order of the pushes',
    seen: sources.map(sha => sha?.slice(0, 7)).join(', ') || 'none',
    ok: sources.join() === pushes.map(({ sha }) => sha).join(),
  }
}
