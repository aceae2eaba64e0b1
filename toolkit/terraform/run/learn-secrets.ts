import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { World } from '../../action/run.ts'
import { secretsOfEnvironment } from '../../redact/environment.ts'
import { fileFor } from './arguments.ts'
import type { TerraformInputs } from './inputs.ts'
import type { RootModule } from './root-modules.ts'
import {
  declaresEphemeral,
  type SourceFile,
  sensitiveVariables,
  valuesInText,
  valuesOf,
} from './sensitive-variables.ts'

/**
 * Learns the secrets that a root module is given, so that no line and no error shows them: the values of variables
 * that it declares as sensitive, wherever they come from, the credentials in `backend-config`, and environment variables
 * whose names say what they are. To be called before the tool is started: when it fails, there is no plan that would
 * tell what was sensitive.
 */
export function learnSecrets(
  world: Pick<World, 'env' | 'secrets' | 'context'>,
  root: RootModule,
  inputs: Pick<TerraformInputs, 'var-files' | 'backend-config' | 'plan-args'>,
): void {
  const files = filesIn(root.path)
  const variables = sensitiveVariables(sourcesOf(files))
  const automatic = files.filter(({ name }) => /(^terraform|\.auto)\.tfvars(\.json)?$/.test(name))
  const named = inputs['var-files'].flatMap(name =>
    readable(fileFor('var-files', name, root, world.context.workspace)),
  )
  const values = [
    ...secretsOfEnvironment(ownEnvironment(world.env)),
    ...[...variables.values()].flat(),
    ...[...automatic, ...named].flatMap(file => valuesOf(file, variables)),
    ...[...variables.keys()].flatMap(name => valuesInText(world.env[`TF_VAR_${name}`] ?? '')),
    ...onCommandLine([...inputs['plan-args'], ...words(world.env)], variables),
    ...inputs['backend-config'].flatMap(one =>
      'key' in one && isCredential(one.key) ? valuesInText(one.value) : [],
    ),
  ]
  world.secrets.learn(values)
}

/** Whether a root module declares a variable whose value no saved plan keeps, and which an apply must be given again. */
export function hasEphemeral(root: RootModule): boolean {
  return declaresEphemeral(sourcesOf(filesIn(root.path)))
}

/** Without the action's inputs (the token is masked already), and without public keys, which are there to be seen. */
function ownEnvironment(env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  return Object.fromEntries(Object.entries(env).filter(([name]) => !/^INPUT_|public/i.test(name)))
}

/** Keys of backends whose values are credentials; the rest (bucket, region, key) is no secret and may be read. */
function isCredential(key: string): boolean {
  return /token|password|secret|access_key|credential|conn_str|sas|encryption|certificate|private/i.test(key)
}

/** `-var name=value` and `-var=name=value`. */
function onCommandLine(args: readonly string[], variables: { has(name: string): boolean }): string[] {
  return args.flatMap((arg, index) => {
    const given = /^--?var$/.test(args[index - 1] ?? '') ? arg : /^--?var=(.*)$/s.exec(arg)?.[1]
    const [, name = '', value = ''] = /^['"]?(\w[\w-]*)=(.*?)['"]?$/s.exec(given ?? '') ?? []
    return variables.has(name) ? valuesInText(value) : []
  })
}

function words(env: NodeJS.ProcessEnv): string[] {
  return `${env.TF_CLI_ARGS ?? ''} ${env.TF_CLI_ARGS_plan ?? ''}`.split(/\s+/)
}

function sourcesOf(files: readonly SourceFile[]): SourceFile[] {
  return files.filter(({ name }) => /\.(tf|tofu)(\.json)?$/.test(name))
}

function filesIn(path: string): SourceFile[] {
  return readdirSync(path)
    .filter(name => /\.(tf|tofu|tfvars)(\.json)?$/.test(name))
    .flatMap(name => readable(join(path, name)))
}

function readable(path: string): SourceFile[] {
  try {
    return [{ name: path.split('/').at(-1) as string, text: readFileSync(path, 'utf8') }]
  } catch {
    return []
  }
}
