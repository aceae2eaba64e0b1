import { randomUUID } from 'node:crypto'
import { rm, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import type { Outcome, StepCall } from '../job/world.ts'
import { outcomeOf, runInJob } from './process.ts'

/** A `run:` step, evaluated. */
export interface Script {
  readonly text: string
  readonly shell: string | undefined
  readonly workingDirectory: string | undefined
}

/** How a shell is called; bash that was not asked for lacks pipefail (docs.github.com, "Workflow syntax", shell). */
function shellCommand(shell: string | undefined, file: string): [program: string, ...args: string[]] {
  switch (shell) {
    case undefined:
      return ['bash', '-e', file]
    case 'bash':
      return ['bash', '--noprofile', '--norc', '-eo', 'pipefail', file]
    case 'sh':
      return ['sh', '-e', file]
    case 'python':
      return ['python3', file]
    default:
      throw new Error(`the player does not support the shell '${shell}'`)
  }
}

/** Runs a script in a file of its own, as the runner does. */
export async function runScript(script: Script, call: StepCall): Promise<Outcome> {
  const file = join(call.world.temp, `${randomUUID()}.${script.shell === 'python' ? 'py' : 'sh'}`)
  const [program, ...args] = shellCommand(script.shell, file)
  await writeFile(file, `${script.text}\n`)
  describe(script.text, [program, ...args.slice(0, -1), '{0}'].join(' '), call)
  try {
    const cwd = resolve(call.world.workspace, script.workingDirectory ?? '.')
    return outcomeOf(await runInJob(call, program, args, { cwd }))
  } finally {
    await rm(file, { force: true })
  }
}

function describe(text: string, shell: string, { show, env }: StepCall): void {
  const lines = text.trimEnd().split('\n')
  show(`##[group]Run ${lines[0]}`)
  for (const line of lines) show(line)
  show(`shell: ${shell}`)
  const names = Object.keys(env)
  if (names.length > 0) show('env:')
  for (const name of names) for (const line of `  ${name}: ${env[name]}`.split('\n')) show(line)
  show('##[endgroup]')
}
