import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import type { GitHub } from '../../../test/support/github/server.ts'
import type { Posted } from '../post.ts'
import type { Section } from '../section.ts'
import type { Order } from './job.ts'

const PROGRAM = fileURLToPath(new URL('job.ts', import.meta.url))

/** What a job says in the end. */
export type Said = Partial<Posted> & { readonly refused?: string; readonly crashed?: string }

/** A job to start. */
export interface Job extends Omit<Order, 'key'> {
  readonly key?: string
  readonly run?: number
  readonly attempt?: number
  readonly head?: string
  /** Tells the runners apart. */
  readonly runner: string
  /** Milliseconds after the others were let go. */
  readonly delay?: number
}

/** Runs jobs as processes of their own, which all begin at the same moment. */
export async function runJobs(github: GitHub, jobs: readonly Job[]): Promise<Said[]> {
  const started = jobs.map(job => start(github, job))
  await Promise.all(started.map(({ ready }) => ready))
  return Promise.all(started.map(({ go }) => go()))
}

function start(
  github: GitHub,
  { run = 1, attempt = 1, head = 'a'.repeat(40), runner, delay = 0, ...job }: Job,
) {
  const order: Order = { key: 'infrastructure', ...job }
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', PROGRAM], {
    stdio: ['pipe', 'pipe', 'inherit'],
    env: {
      PATH: process.env.PATH,
      ...github.env,
      GITHUB_REPOSITORY: 'acme/shop',
      GITHUB_RUN_ID: String(run),
      GITHUB_RUN_ATTEMPT: String(attempt),
      GITHUB_SHA: head,
      GITHUB_JOB: 'plan',
      RUNNER_NAME: runner,
      ORDER: JSON.stringify(order),
    },
  })
  let said = ''
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    said += text
  })
  return {
    ready: isReady(child),
    async go(): Promise<Said> {
      const ended = once(child, 'close')
      setTimeout(() => child.stdin.write('go\n'), delay)
      await ended
      return JSON.parse(said.slice(said.indexOf('{')) || '{}') as Said
    },
  }
}

async function isReady(child: ChildProcess): Promise<void> {
  if (child.stdout) await once(child.stdout, 'data')
}

/** A section that is easily told apart. */
export function plan(directory: string, more: Partial<Section> = {}): Section {
  return {
    action: 'terraform-plan-comment',
    directory,
    heading: `Plan of ${directory}`,
    overview: '1 to create',
    blocks: [{ priority: 2, markdown: `creates ${directory}`, counts: { 'to create': 1 } }],
    data: { review: `record of ${directory}` },
    ...more,
  }
}
