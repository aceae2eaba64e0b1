import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { CancelledError } from '../../action/errors.ts'
import { fileNameOf } from '../plan/paths.ts'
import { applyArguments, backendFile, fileFor, initArguments, planArguments } from './arguments.ts'
import { human, machine, type Ran, type RunWorld, type Say } from './exec-tool.ts'
import type { TerraformInputs } from './inputs.ts'
import { hasEphemeral } from './learn-secrets.ts'
import { type Message, withoutKeys } from './messages.ts'
import type { RootModule } from './root-modules.ts'
import type { Tool } from './tool.ts'

/** Runs `init`, and selects the workspace. @param backend false: only providers and modules, to validate. */
export async function initRoot(
  world: RunWorld,
  tool: Tool,
  root: RootModule,
  inputs: TerraformInputs,
  { backend = true, say = world.log.info }: { backend?: boolean; say?: Say } = {},
): Promise<Ran> {
  const files = backend ? await backendFiles(world, root, inputs) : undefined
  const init = await human(world, tool, root, 'init', initArguments(inputs, files), say, inputs)
  if (!init.ok || !backend || inputs.workspace === undefined) return init
  const args = ['workspace', 'select', '-no-color', inputs.workspace]
  const selected = await human(world, tool, root, 'workspace', args, say, inputs)
  if (selected.ok) return { ...selected, diagnostics: init.diagnostics }
  const refusal = {
    severity: 'error',
    summary: `Cannot select the workspace '${inputs.workspace}'`,
    detail: selected.text,
  } as const
  return { ...selected, diagnostics: [...init.diagnostics, refusal] }
}

/** What became of a plan. */
export interface PlanRun extends Ran {
  /** The saved plan: there where planning worked, and also where it failed midway and Terraform kept what it had. */
  readonly planFile: string
}

/**
 * Runs `plan -out`. What it says of objects meanwhile is told without their keys and ids.
 * @param out absolute path of the plan to write.
 * @param sayDiagnostic gets the lines of errors and warnings; default: `say`.
 */
export async function planRoot(
  world: RunWorld,
  tool: Tool,
  root: RootModule,
  inputs: TerraformInputs,
  { out, say = world.log.info, sayDiagnostic = say }: { out: string; say?: Say; sayDiagnostic?: Say },
): Promise<PlanRun> {
  const args = planArguments(inputs, out, varFilesFor(world, root, inputs))
  const { code, diagnostics, text } = await machine(
    world,
    tool,
    root,
    'plan',
    args,
    { say: line => say(withoutKeys(line)), sayDiagnostic },
    inputs,
  )
  // 2 stands for changes where the user has asked for -detailed-exitcode.
  return { ok: code === 0 || code === 2, diagnostics, text, planFile: out }
}

/** What became of an apply. */
export interface ApplyRun extends Ran {
  /** What was done, in order, before it ended. */
  readonly applied: readonly { readonly address: string; readonly action: string }[]
  readonly failed: readonly { readonly address: string; readonly action: string }[]
  /** The job was cancelled meanwhile. Terraform was told, waited for, and has saved the state. */
  readonly cancelled: boolean
}

/**
 * Applies a saved plan. A cancelled one is waited for and told in `cancelled`, not thrown.
 * @param sayDiagnostic gets the lines of errors and warnings; default: `say`.
 */
export async function applyPlan(
  world: RunWorld,
  tool: Tool,
  root: RootModule,
  inputs: TerraformInputs,
  {
    planFile,
    say = world.log.info,
    sayDiagnostic = say,
    onMessage,
  }: { planFile: string; say?: Say; sayDiagnostic?: Say; onMessage?: (message: Message) => void },
): Promise<ApplyRun> {
  const messages: Message[] = []
  const keep = (message: Message) => {
    messages.push(message)
    onMessage?.(message)
  }
  const ended = await machine(
    world,
    tool,
    root,
    'apply',
    applyArguments(inputs, planFile, hasEphemeral(root) ? varFilesFor(world, root, inputs) : undefined),
    { say, sayDiagnostic },
    inputs,
    keep,
  ).catch(thrown => {
    if (thrown instanceof CancelledError) return undefined
    throw thrown
  })
  return {
    ok: ended?.code === 0,
    cancelled: ended === undefined,
    diagnostics:
      ended?.diagnostics ?? messages.flatMap(one => (one.type === 'diagnostic' ? [one.diagnostic] : [])),
    text: ended?.text ?? '',
    applied: subjects(messages, 'apply_complete'),
    failed: subjects(messages, 'apply_errored'),
  }
}

function subjects(messages: readonly Message[], type: 'apply_complete' | 'apply_errored') {
  return messages.flatMap(one => (one.type === type ? [{ address: one.address, action: one.action }] : []))
}

function varFilesFor(world: RunWorld, root: RootModule, inputs: TerraformInputs): string[] {
  return inputs['var-files'].map(name => fileFor('var-files', name, root, world.context.workspace))
}

async function backendFiles(world: RunWorld, root: RootModule, inputs: TerraformInputs): Promise<string[]> {
  const given = inputs['backend-config']
  const files = given.flatMap(one => ('file' in one ? [one.file] : []))
  const found = files.map(name => fileFor('backend-config', name, root, world.context.workspace))
  const settings = backendFile(given)
  if (settings === '') return found
  const path = join(await world.folder(), `${fileNameOf(root.directory)}.tfbackend`)
  await writeFile(path, settings, { mode: 0o600 })
  return [...found, path]
}
