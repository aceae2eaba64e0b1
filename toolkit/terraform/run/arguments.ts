import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { UserError } from '../../action/errors.ts'
import type { BackendConfig, TerraformInputs } from './inputs.ts'
import type { RootModule } from './root-modules.ts'

/** The inputs that become arguments. */
export type Arguments = Pick<TerraformInputs, 'init-args' | 'plan-args' | 'lock-timeout'>

/** @param backendFiles absolute paths; undefined: without the backend, to validate only. */
export function initArguments(inputs: Arguments, backendFiles: readonly string[] | undefined): string[] {
  const backend = backendFiles?.map(path => `-backend-config=${path}`) ?? ['-backend=false']
  return ['init', '-input=false', '-no-color', ...lock(inputs), ...backend, ...inputs['init-args']]
}

/** @param varFiles absolute paths. */
export function planArguments(inputs: Arguments, out: string, varFiles: readonly string[]): string[] {
  return [
    'plan',
    '-json',
    '-input=false',
    '-no-color',
    ...lock(inputs),
    ...varFiles.map(path => `-var-file=${path}`),
    ...inputs['plan-args'],
    `-out=${out}`,
  ]
}

/**
 * A saved plan needs no approval, and no variables but ephemeral ones: of these it keeps no value.
 * @param varFiles absolute paths; undefined where the root module declares no ephemeral variable.
 */
export function applyArguments(
  inputs: Arguments,
  planFile: string,
  varFiles: readonly string[] | undefined,
): string[] {
  const variables = varFiles && [
    ...varFiles.map(path => `-var-file=${path}`),
    ...inputs['plan-args'].filter(arg => /^--?var(-file)?=/.test(arg)),
  ]
  return ['apply', '-json', '-input=false', '-no-color', ...lock(inputs), ...(variables ?? []), planFile]
}

// An argument that the user gives comes later and wins.
function lock(inputs: Arguments): string[] {
  return inputs['lock-timeout'] === undefined ? [] : [`-lock-timeout=${inputs['lock-timeout']}`]
}

/**
 * A file that an input names: beside the root module, else from the workspace on.
 * @throws UserError where it is in neither place.
 */
export function fileFor(input: string, name: string, root: RootModule, workspace: string): string {
  const found = [join(root.path, name), join(workspace, name), name].find(path => existsSync(path))
  if (found === undefined || (found === name && !name.startsWith('/')))
    throw new UserError(
      `input '${input}' names '${name}', which is neither in '${root.directory}' nor in the workspace; write a path relative to one of them`,
    )
  return found
}

/** Settings of `backend-config` as a file in HCL, so that they need not stand on a command line. */
export function backendFile(settings: readonly BackendConfig[]): string {
  return settings.flatMap(one => ('key' in one ? [`${one.key} = ${hcl(one.value)}\n`] : [])).join('')
}

// On the command line Terraform reads the value of a list or an object as an expression, and any other as it is.
function hcl(value: string): string {
  if (/^\{.*\}$|^\[.*\]$/s.test(value)) return value
  return JSON.stringify(value).replace(/([$%])\{/g, '$1$1{')
}
