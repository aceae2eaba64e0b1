import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { World } from '../../../../toolkit/action/run.ts'
import { type Event, readEvents } from '../report/events.ts'

/** One run of ansible-playbook. */
export interface Attempt {
  readonly code: number
  readonly events: readonly Event[]
  /** What it wrote, both streams; it may hold secrets that nobody knows of. */
  readonly said: string
}

/** Runs ansible-playbook once; its log goes to ours, line by line. @param number tells runs of one step apart. */
export async function play(
  program: string,
  args: readonly string[],
  env: Readonly<Record<string, string | undefined>>,
  number: number,
  world: Pick<World, 'exec' | 'folder' | 'log' | 'signal' | 'context'>,
): Promise<Attempt> {
  const path = join(await world.folder(), `events-${number}.jsonl`)
  const { code, stdout, stderr } = await world.exec(program, args, {
    cwd: world.context.workspace,
    env: { ...env, GITOPS_ACTIONS_RESULTS: path },
    accept: 'any',
    signal: world.signal,
    onLine: line => world.log.info(line),
  })
  const events = readEvents(await readFile(path, 'utf8').catch(() => ''))
  return { code, events, said: `${stdout}\n${stderr}` }
}
