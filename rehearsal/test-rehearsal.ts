/** A short rehearsal, to be interrupted: `node test-rehearsal.ts PHASE REPORT`. Each phase runs a `sleep` of its own. */
import { setTimeout as wait } from 'node:timers/promises'
import { startGitHub } from '../test/support/github/server.ts'
import { startDaemon } from '../test/support/services/daemon.ts'
import { openPremises } from '../test/support/services/premises.ts'
import { exec } from '../toolkit/exec/exec.ts'
import { playOne } from './play-one.ts'
import { createPlayer, deliveriesOf, pushEvent } from './player/player.ts'
import { rehearse } from './rehearse.ts'
import type { Exhibit, Teller } from './story.ts'

const WORKFLOW = `
on: push
jobs:
  test:
    runs-on: ubuntu-latest
    steps:
      - { name: under way, run: "sleep 301; echo never" }
      - { name: always, if: always(), run: echo never }
  after: { if: always(), needs: test, runs-on: ubuntu-latest, steps: [{ name: after, run: echo never }] }
`

const PHASES: Record<string, (teller: Teller) => Promise<unknown>> = {
  workflow: teller => teller.scene('Play a workflow', show => playWorkflow(show, teller)),
  program: teller => teller.scene('Run a program', () => exec('sleep', ['302'])),
  stubborn: teller => teller.scene('Wait', () => wait(60_000)),
}

async function playWorkflow(show: (exhibit: Exhibit) => void, teller: Teller): Promise<void> {
  await using host = await startGitHub()
  const repository = await host.createRepository('octo/app', {
    files: { '.github/workflows/ci.yml': WORKFLOW },
  })
  const player = createPlayer({ host, onProgress: teller.onProgress })
  const event = await pushEvent(repository, { ref: 'refs/heads/main', actor: 'octocat' })
  await playOne({ player, deliveries: deliveriesOf(host, repository) }, show, teller, { event })
}

async function play(teller: Teller): Promise<void> {
  await using premises = await openPremises('interrupted')
  await startDaemon(premises, { program: 'sleep', args: ['303'], ready: () => undefined })
  await PHASES[phase]?.(teller)
  await teller.scene('Go on', async () => {})
}

const [phase = '', report = ''] = process.argv.slice(2)
const print = (line: string) => process.stdout.write(`${line}\n`)
process.exitCode = await rehearse({ title: 'Test', about: '', play }, report, print)
