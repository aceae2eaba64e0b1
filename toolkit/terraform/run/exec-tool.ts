import type { World } from '../../action/run.ts'
import type { ExecOptions, ExecResult } from '../../exec/exec.ts'
import { type Diagnostic, diagnosticsInText, unique, withoutColours } from './diagnostics.ts'
import { type Command, toolEnvironment } from './environment.ts'
import type { TerraformInputs } from './inputs.ts'
import { type Message, parseMessage } from './messages.ts'
import type { RootModule } from './root-modules.ts'
import type { Tool } from './tool.ts'

/** What running Terraform needs of the world. */
export type RunWorld = Pick<World, 'env' | 'exec' | 'signal' | 'log' | 'secrets' | 'folder' | 'context'>

/** Where lines go while a command runs; default: the log. They are not redacted yet. */
export type Say = (line: string) => void

/** How a command ended. Its texts are not redacted. */
export interface Ran {
  readonly ok: boolean
  readonly diagnostics: readonly Diagnostic[]
  /** What it printed for people, without colours. */
  readonly text: string
}

/** Runs a command that prints text for people. */
export async function human(
  world: RunWorld,
  tool: Tool,
  root: RootModule,
  command: Command,
  args: readonly string[],
  say: Say,
  inputs?: Pick<TerraformInputs, 'workspace'>,
): Promise<Ran> {
  const onLine = (line: string) => say(withoutColours(line))
  const { code, stdout, stderr } = await execIn(world, tool, root, command, args, { onLine }, inputs)
  const ran = { ok: code === 0, diagnostics: diagnosticsInText(`${stdout}\n${stderr}`) }
  return { ...ran, text: withoutColours(`${stdout}\n${stderr}`).trim() }
}

/** Runs a command with `-json`; what it prints all the same as text is read as that. */
export async function machine(
  world: RunWorld,
  tool: Tool,
  root: RootModule,
  command: Command,
  args: readonly string[],
  { say, sayDiagnostic }: { say: Say; sayDiagnostic: Say },
  inputs: TerraformInputs,
  onMessage: (message: Message) => void = () => {},
): Promise<{ code: number; diagnostics: Diagnostic[]; text: string }> {
  const diagnostics: Diagnostic[] = []
  const other: string[] = []
  const onLine = (line: string) => {
    const message = parseMessage(line)
    onMessage(message)
    if (message.type === 'diagnostic') {
      diagnostics.push(message.diagnostic)
      sayDiagnostic(tellDiagnostic(message.diagnostic))
    } else {
      if (message.text === line) other.push(withoutColours(line))
      say(withoutColours(message.text))
    }
  }
  const { code } = await execIn(world, tool, root, command, args, { onLine }, inputs)
  const text = other.join('\n').trim()
  return { code, diagnostics: unique([...diagnostics, ...diagnosticsInText(text)]), text }
}

/** A diagnostic as lines for the log. */
function tellDiagnostic({ severity, summary, detail, file, line }: Diagnostic): string {
  const where = file === undefined ? '' : ` (${file}${line === undefined ? '' : `:${line}`})`
  return `${severity === 'error' ? 'Error' : 'Warning'}: ${summary}${where}${detail === '' ? '' : `\n${detail}`}`
}

/** The errors of a failed command: what it said where it gave no diagnostic. */
export function errorsOf({ diagnostics, text }: Ran): Diagnostic[] {
  const errors = diagnostics.filter(({ severity }) => severity === 'error')
  if (errors.length > 0) return errors
  const [summary = '', ...rest] = text.split('\n')
  return [
    { severity: 'error', summary: summary || 'failed without a message', detail: rest.join('\n').trim() },
  ]
}

/** Warnings and errors of a failed command. */
export function allOf(ran: Ran): Diagnostic[] {
  return [...ran.diagnostics.filter(({ severity }) => severity === 'warning'), ...errorsOf(ran)]
}

/** Runs the tool in a root module; every exit code is an answer. */
export function execIn(
  world: RunWorld,
  tool: Tool,
  root: RootModule,
  command: Command,
  args: readonly string[],
  more: ExecOptions = {},
  inputs: Pick<TerraformInputs, 'workspace'> = { workspace: undefined },
): Promise<ExecResult> {
  const env = toolEnvironment(world.env, command)
  // `workspace select` refuses where TF_WORKSPACE stands; the input says the same and wins.
  if (inputs.workspace !== undefined) delete env.TF_WORKSPACE
  return world.exec(tool.program, args, { cwd: root.path, env, signal: world.signal, accept: 'any', ...more })
}
