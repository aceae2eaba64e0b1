import { setTimeout as sleep } from 'node:timers/promises'
import { UserError } from '../../../../toolkit/action/errors.ts'
import type { World } from '../../../../toolkit/action/run.ts'
import type { Destination } from './destination.ts'
import type { Readiness } from './login.ts'
import type { SshSettings } from './settings.ts'
import { waitForHost } from './wait.ts'

const PROMPT = 2000
const MOST_TOLD = 10

/** What to wait for. */
export interface Waiting {
  readonly ssh: SshSettings
  readonly seconds: number
  /** Asks Ansible for the names of the hosts that the play touches. */
  readonly played: () => Promise<ReadonlySet<string>>
  /** Whether to ask before looking at any host: with `limit`, or of many, most may not matter. */
  readonly askFirst: boolean
}

/**
 * Waits until all hosts are ready that the play touches. Ansible is asked which ones these are only where one is not
 * ready at once, as starting it takes longer than logging in.
 * @throws UserError that names each host which is not ready, and why.
 */
export async function waitForAll(
  hosts: readonly Destination[],
  { ssh, seconds, played, askFirst }: Waiting,
  world: Pick<World, 'exec' | 'env' | 'log' | 'signal'>,
): Promise<void> {
  let relevant = askFirst ? await played() : undefined
  const begun = Date.now()
  const stop = new AbortController()
  const waits = hosts
    .filter(({ name }) => relevant?.has(name) ?? true)
    .map(host => ({
      host,
      ...startWait(host, { ssh, deadline: begun + seconds * 1000, seconds }, world, stop),
    }))
  try {
    const all = Promise.all(waits.map(({ result }) => result))
    all.catch(() => {})
    const prompt = await Promise.race([all, sleep(PROMPT, undefined, { ref: false })])
    if (!prompt?.every(result => result?.ready)) relevant ??= await played()
    for (const { host, leave } of waits) if (relevant !== undefined && !relevant.has(host.name)) leave()
    if (!prompt)
      world.log.info(
        `Waiting for SSH on ${names(
          waits.map(({ host }) => host),
          relevant,
        )}`,
      )
    tell(
      waits.map(({ host }) => host),
      await all,
      Date.now() - begun,
      world.log,
    )
  } finally {
    stop.abort()
    await Promise.allSettled(waits.map(({ result }) => result))
  }
}

function startWait(
  host: Destination,
  how: { readonly ssh: SshSettings; readonly deadline: number; readonly seconds: number },
  world: Pick<World, 'exec' | 'env' | 'signal'>,
  stop: AbortController,
) {
  const left = new AbortController()
  const signal = AbortSignal.any([world.signal, stop.signal, left.signal])
  const result = waitForHost(host, how, world, signal).catch((thrown: unknown) => {
    if (left.signal.aborted && !world.signal.aborted) return undefined
    throw thrown
  })
  result.catch(() => {})
  return { result, leave: () => left.abort() }
}

/** @param results undefined for hosts that turned out not to matter. */
function tell(
  hosts: readonly Destination[],
  results: readonly (Readiness | undefined)[],
  milliseconds: number,
  log: World['log'],
): void {
  if (hosts.length === 0) return
  const missing: string[] = []
  let ready = 0
  for (const [index, result] of results.entries()) {
    const { name, address, port = 22 } = hosts[index]!
    if (result?.ready) {
      ready++
      if (result.note !== undefined) log.info(`${name} (${address}): ${result.note}`)
      if (result.warning !== undefined) log.warning(`${name} (${address}): ${result.warning}`)
    } else if (result) missing.push(`${name} (${address}:${port}): ${result.why}`)
  }
  if (missing.length === 0) {
    log.info(`${ready} of ${ready} hosts let us in by SSH (after ${(milliseconds / 1000).toFixed(1)} s)`)
    return
  }
  const more = missing.length > MOST_TOLD ? [`… and ${missing.length - MOST_TOLD} more`] : []
  const reasons = [...missing.slice(0, MOST_TOLD), ...more].join('; ')
  throw new UserError(
    `${missing.length} of ${missing.length + ready} hosts cannot be played on, so nothing was played: ${reasons}`,
  )
}

function names(hosts: readonly Destination[], relevant: ReadonlySet<string> | undefined): string {
  const waited = hosts.map(({ name }) => name).filter(name => relevant?.has(name) ?? true)
  return waited.length > MOST_TOLD ? `${waited.length} hosts` : waited.join(', ')
}
