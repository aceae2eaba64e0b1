/**
 * One job of a workflow, as a process of its own: `node job.ts` reads an order from its environment, waits for a line
 * on its standard input, posts, and prints what became of it.
 */
import { once } from 'node:events'
import { messageOf, UserError } from '../../action/errors.ts'
import { createGitHub } from '../../github/client.ts'
import { createSecrets } from '../../redact/secrets.ts'
import { readContext } from '../../runner/context.ts'
import { createLog } from '../../runner/log.ts'
import { PACE } from '../pace.ts'
import { postSections } from '../post.ts'
import type { Section } from '../section.ts'
import { randomBy } from './random-sections.ts'

/** What the process is told, as JSON in ORDER. */
export interface Order {
  readonly token: string
  readonly number: number
  readonly key: string
  readonly sections: readonly Section[]
  /** Of the times that the job waits. */
  readonly seed?: number
}

const order = JSON.parse(process.env.ORDER ?? '') as Order
const secrets = createSecrets()
const context = readContext(process.env)
const { log } = { log: { ...createLog(secrets), warning: (text: string) => console.error(text), debug() {} } }
const world = {
  context,
  env: process.env,
  log,
  secrets,
  now: () => new Date(),
  signal: new AbortController().signal,
}
const github = await createGitHub(world, order.token)
console.log('ready')
await once(process.stdin, 'data')
process.stdin.destroy()
const pace = { ...PACE, random: randomBy(order.seed ?? 0) }
const target = { repository: context.repository, number: order.number, key: order.key }
try {
  console.log(JSON.stringify(await postSections(github, target, order.sections, world, pace)))
} catch (thrown) {
  const kind = thrown instanceof UserError ? 'refused' : 'crashed'
  console.log(JSON.stringify({ [kind]: messageOf(thrown), stack: (thrown as Error).stack }))
}
