import { prependPath } from '../../../test/support/runner/environment.ts'
import { runStepProcess, type StepProcessResult } from '../../../test/support/runner/step.ts'
import type { Outcome, StepCall } from '../job/world.ts'

/** The whole environment of a step's process. */
export function environmentOf({ world, env }: StepCall): Record<string, string> {
  return { ...world.env, ...env, PATH: prependPath(env.PATH ?? world.env.PATH, world.path) }
}

/** Runs one process of a step under the runner's protocol. */
export async function runInJob(
  call: StepCall,
  program: string,
  args: readonly string[],
  options: { cwd: string; env?: Record<string, string> },
): Promise<StepProcessResult> {
  const { world, signal, show } = call
  const result = await runStepProcess({
    program,
    args,
    cwd: options.cwd,
    env: { ...environmentOf(call), ...options.env },
    runnerTemp: world.temp,
    masks: world.masks,
    show,
    signal,
  })
  if (result.code !== 0) show(`##[error]Process completed with exit code ${result.code}.`)
  return result
}

/** What the process of a step means for the job. */
export function outcomeOf({ ok, commands, output }: StepProcessResult): Outcome {
  const { outputs, env, path, summary } = commands
  return { ok, outputs, env, path, summary, annotations: output.annotations }
}
