import { createFileCommands, type FileCommands } from './file-commands.ts'
import type { Masks } from './masks.ts'
import { createStepOutput, type StepOutput } from './output.ts'
import { type ProcessOptions, runProcess } from './process.ts'

/** One process of a step: its program, and what it may see. */
export interface StepProcess {
  readonly program: string
  readonly args: readonly string[]
  readonly cwd: string
  /** Its environment but for the command files. */
  readonly env: Record<string, string>
  readonly runnerTemp: string
  readonly masks: Masks
  /** Gets each line of the log, secrets hidden. */
  readonly show: (line: string) => void
  /** Gets each line as the program wrote it. */
  readonly raw?: (line: string) => void
  readonly debug?: boolean
  readonly signal?: AbortSignal
  readonly grace?: ProcessOptions['grace']
}

/** What one process of a step left behind. */
export interface StepProcessResult {
  readonly code: number
  /** Whether the runner counts it as a success: exit code 0 and no refused command. */
  readonly ok: boolean
  readonly commands: FileCommands
  readonly output: StepOutput
}

/** Runs one process with the runner's protocol: command files, workflow commands, masks. */
export async function runStepProcess(step: StepProcess): Promise<StepProcessResult> {
  const files = await createFileCommands(step.runnerTemp)
  const output = createStepOutput(step.masks, step.show, step.debug)
  const code = await runProcess(step.program, step.args, {
    cwd: step.cwd,
    env: { ...step.env, ...files.variables },
    onLine(line) {
      step.raw?.(line)
      output.line(line)
    },
    ...(step.signal && { signal: step.signal }),
    ...(step.grace && { grace: step.grace }),
  })
  const commands = await files.collect()
  for (const message of [...commands.errors, ...commands.complaints])
    output.annotate({ level: 'error', message })
  return {
    code,
    ok: code === 0 && !output.failed && commands.errors.length === 0,
    commands: {
      ...commands,
      outputs: { ...output.outputs, ...commands.outputs },
      state: { ...output.state, ...commands.state },
      summary: step.masks.hide(commands.summary),
    },
    output,
  }
}
