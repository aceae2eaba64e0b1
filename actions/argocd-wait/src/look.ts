import type { World } from '../../../toolkit/action/run.ts'
import type { ArgoCD } from './api/client.ts'
import { type Following, follow } from './follow.ts'
import { type AppName, qualified } from './given.ts'
import { comparer } from './judge/commits.ts'
import { judge } from './judge/judge.ts'
import { knownOf } from './judge/known.ts'
import { duration, short } from './report/words.ts'
import type { WaitInputs } from './spec.ts'
import { type Waited, waitForAll } from './wait.ts'

/** Milliseconds between two looks, and how long trouble may last at most. */
const INTERVAL = 2000
const LONGEST_GRACE = 60_000
/** Milliseconds that a request has at least, although the time is nearly up. */
const SHORTEST_REQUEST = 5000

/** Waits until all applications are live, one fails, or the time is up. */
export function watch(inputs: WaitInputs, argocd: ArgoCD, world: World): Promise<Waited> {
  const commit = inputs.revision === undefined ? 'the newest commit' : short(inputs.revision)
  world.log.info(`Waiting until ${commit} is live, for ${duration(inputs.timeout)} at most`)
  const timeout = inputs.timeout * 1000
  const following = followingOf(inputs, argocd, world, { timeout, refreshes: true })
  return waitForAll(distinct(inputs.applications), following, {
    timeout,
    interval: INTERVAL,
    signal: world.signal,
  })
}

/** Looks at each application once, and has Argo CD do nothing. */
export async function lookOnce(inputs: WaitInputs, argocd: ArgoCD, world: World): Promise<Waited> {
  const following = followingOf(inputs, argocd, world, { timeout: inputs.timeout * 1000, refreshes: false })
  const outcomes = await Promise.all(distinct(inputs.applications).map(name => follow(name, following)()))
  return { outcomes, late: false }
}

function followingOf(
  { revision: wanted, 'github-token': token }: WaitInputs,
  argocd: ArgoCD,
  world: World,
  { timeout, refreshes }: { timeout: number; refreshes: boolean },
): Following {
  const now = () => performance.now()
  const end = now() + timeout
  const comparing = wanted === undefined ? undefined : comparer(wanted, token, world)
  return {
    read: (name, refresh) =>
      argocd.application(name, { refresh, timeout: Math.max(SHORTEST_REQUEST, end - now()) }),
    judge: async (app, fresh) => {
      const known = await knownOf(app, { wanted, fresh, compare: comparing?.compare })
      // Of several sources, one that has the commit is enough.
      if (known.compared === 'unknown') comparing?.warn()
      return judge(app, known)
    },
    say: line => world.log.info(line),
    now,
    grace: Math.min(LONGEST_GRACE, timeout / 4),
    refreshes,
  }
}

function distinct(names: readonly AppName[]): AppName[] {
  return [...new Map(names.map(name => [qualified(name), name])).values()]
}
