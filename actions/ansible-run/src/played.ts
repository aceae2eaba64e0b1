import { setTimeout as sleep } from 'node:timers/promises'
import type { World } from '../../../toolkit/action/run.ts'
import { canBeNamed, LOST_GROUP, nameLost } from './hosts/own-inventory.ts'
import { playArgs } from './play/args.ts'
import { type Attempt, play } from './play/play.ts'
import type { Ready } from './prepare.ts'
import { codeOf, hasFailures, isBrokenOff, unreachableIn } from './report/outcome.ts'
import type { AnsibleInputs } from './spec.ts'

/** All runs of a step. */
export interface Played {
  /** The first, and those as hosts had been unreachable. */
  readonly attempts: readonly [Attempt, ...Attempt[]]
  /** The run that must change nothing. */
  readonly second: Attempt | undefined
}

const PAUSE = 5000

/** Plays: again on unreachable hosts, and a second time where idempotence is asked for and all went well. */
export async function played(ready: Ready, inputs: AnsibleInputs, world: World): Promise<Played> {
  const { program, command, env, ownInventory } = ready
  let runs = 0
  const once = (limits = command.limits) =>
    play(program, playArgs({ ...command, limits }), env, ++runs, world)
  const first = await once()
  const attempts: [Attempt, ...Attempt[]] = [first]
  let limits = command.limits
  for (let latest = first; attempts.length <= inputs.retries; ) {
    const lost = unreachableIn(latest)
    if (lost.length === 0 || hasFailures(latest)) break
    const isAlone = !isBrokenOff(latest) && lost.every(canBeNamed)
    world.log.info(
      isAlone
        ? `Playing again on ${lost.join(', ')}, unreachable so far`
        : `Playing all of that again: ${lost.join(', ')} unreachable so far`,
    )
    await pause(PAUSE * attempts.length, world.signal)
    if (isAlone) {
      await nameLost(ownInventory, lost)
      limits = LOST_GROUP
    }
    latest = await once(limits)
    attempts.push(latest)
  }
  const verify = inputs['verify-idempotent'] && codeOf(attempts) === 0
  if (!verify) return { attempts, second: undefined }
  world.log.info('Playing a second time, which must change nothing')
  return { attempts, second: await once() }
}

async function pause(milliseconds: number, signal: AbortSignal): Promise<void> {
  await sleep(milliseconds, undefined, { signal }).catch(() => signal.throwIfAborted())
}
