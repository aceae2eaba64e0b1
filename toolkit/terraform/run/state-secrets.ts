import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { messageOf, UserError } from '../../action/errors.ts'
import { fileNameOf } from '../plan/paths.ts'
import type { RunWorld } from './exec-tool.ts'
import { execIn } from './exec-tool.ts'
import type { RootModule } from './root-modules.ts'
import type { Tool } from './tool.ts'

/**
 * Learns the sensitive values of the state. For where a plan failed: then no plan tells what was sensitive, and the
 * error may hold it. A state that cannot be read teaches nothing.
 */
export async function learnState(world: RunWorld, tool: Tool, root: RootModule): Promise<void> {
  const to = join(await world.folder(), `${fileNameOf(root.directory)}.state.json`)
  try {
    await execIn(world, tool, root, 'show', ['show', '-json', '-no-color'], { stdoutTo: to })
    world.secrets.learn(sensitiveInState(JSON.parse(await readFile(to, 'utf8'))))
  } catch (thrown) {
    if (!(thrown instanceof SyntaxError || thrown instanceof UserError)) throw thrown
    world.log.debug(`the state of '${root.directory}' cannot be read: ${messageOf(thrown)}`)
  }
}

/** The sensitive scalars in `show -json` of a state: those of outputs, and of resources by `sensitive_values`. */
export function sensitiveInState(state: unknown): string[] {
  const { outputs, root_module } = object(object(state).values)
  const ofOutputs = Object.values(object(outputs)).flatMap(output =>
    object(output).sensitive === true ? scalars(object(output).value) : [],
  )
  return [...ofOutputs, ...inModule(root_module)]
}

function inModule(module: unknown): string[] {
  const { resources, child_modules } = object(module)
  const own = list(resources).flatMap(resource => {
    const { values, sensitive_values } = object(resource)
    return marked(values, sensitive_values)
  })
  return [...own, ...list(child_modules).flatMap(inModule)]
}

function marked(value: unknown, mark: unknown): string[] {
  if (mark === true) return scalars(value)
  return Object.entries(object(mark)).flatMap(([key, inner]) => marked(object(value)[key], inner))
}

function scalars(value: unknown): string[] {
  if (value === null || value === undefined) return []
  return typeof value === 'object' ? Object.values(value).flatMap(scalars) : [String(value)]
}

function object(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {}
}

function list(value: unknown): unknown[] {
  return Array.isArray(value) ? value : []
}
