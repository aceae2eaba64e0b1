import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'
import { root } from './environment.ts'
import { interpolate, type Scope } from './expressions.ts'

/** An action as its `action.yml` declares it. */
export interface ActionFile {
  readonly name: string
  readonly inputs: Readonly<Record<string, { readonly default?: unknown; readonly required?: boolean }>>
  readonly outputs: Readonly<Record<string, { readonly value?: string }>>
  readonly runs: {
    readonly using: string
    readonly main?: string
    readonly pre?: string
    readonly post?: string
    readonly 'post-if'?: string
    readonly steps?: unknown
  }
}

/** Reads `action.yml` or `action.yaml` in a folder. */
export function readActionFile(folder: string): ActionFile {
  const path = ['action.yml', 'action.yaml'].map(name => join(folder, name)).find(existsSync)
  if (path === undefined) throw new Error(`there is no action.yml in ${folder}`)
  const declared = parse(readFileSync(path, 'utf8')) as Partial<ActionFile>
  if (typeof declared.runs?.using !== 'string') throw new Error(`${path} does not say 'runs.using'`)
  return {
    name: declared.name ?? folder,
    inputs: declared.inputs ?? {},
    outputs: declared.outputs ?? {},
    runs: declared.runs,
  }
}

/**
 * The inputs an action gets: those given, and the defaults of the rest, whose expressions are evaluated.
 * Names differ only in case mean the same input.
 */
export function completeInputs(
  file: ActionFile,
  given: Readonly<Record<string, string>>,
  scope: Scope,
): { inputs: Record<string, string>; unexpected: string[] } {
  const declared = Object.keys(file.inputs)
  const known = new Set(declared.map(name => name.toLowerCase()))
  const inputs: Record<string, string> = {}
  for (const [name, value] of Object.entries(given)) inputs[name.toLowerCase()] = value
  for (const [name, { default: value }] of Object.entries(file.inputs))
    if (value !== undefined && value !== null && inputs[name.toLowerCase()] === undefined)
      inputs[name.toLowerCase()] = interpolate(String(value), scope)
  return { inputs, unexpected: Object.keys(given).filter(name => !known.has(name.toLowerCase())) }
}

/** `INPUT_*`: upper case, spaces become `_`, dashes stay (actions/runner, Handler.cs). */
export function inputVariables(inputs: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(inputs).map(([name, value]) => [
      `INPUT_${name.replaceAll(' ', '_').toUpperCase()}`,
      value,
    ]),
  )
}

/** `STATE_*` for the post step. */
export function stateVariables(state: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(state).map(([name, value]) => [`STATE_${name}`, value]))
}

/** An action of this suite: where it lies, and what its action.yml declares, or its stubs show where it has none. */
export function findSuiteAction(name: string): { folder: string; file: ActionFile; declared: boolean } {
  const folder = join(root, 'actions', name)
  if (existsSync(join(folder, 'action.yml'))) return { folder, file: readActionFile(folder), declared: true }
  if (!existsSync(join(root, 'dist', `${name}.js`)))
    throw new Error(`the suite has no action '${name}': there is no dist/${name}.js`)
  const runs = { using: 'node24', main: `${name}.js`, post: `${name}-post.js` }
  return { folder: join(root, 'dist'), file: { name, inputs: {}, outputs: {}, runs }, declared: false }
}
