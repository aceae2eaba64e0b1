import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { World } from '../../action/run.ts'
import { fileFor } from './arguments.ts'
import type { TerraformInputs } from './inputs.ts'
import type { RootModule } from './root-modules.ts'
import { type SourceFile, sensitiveVariables, valuesInText, valuesOf } from './sensitive-variables.ts'

/** A shorter text would hide ordinary words and numbers all over the log, and is guessed as fast as it is read. */
const SHORTEST = 4

/**
 * Learns the secrets that a root module is given, so that no line and no error shows them: the values of variables
 * that it declares as sensitive, wherever they come from, and the credentials in `backend-config`. To be called before
 * the tool is started: when it fails, there is no plan that would tell what was sensitive.
 */
export function learnSecrets(
  world: Pick<World, 'env' | 'secrets' | 'context'>,
  root: RootModule,
  inputs: Pick<TerraformInputs, 'var-files' | 'backend-config' | 'plan-args'>,
): void {
  const files = filesIn(root.path)
  const variables = sensitiveVariables(files.filter(({ name }) => /\.(tf|tofu)(\.json)?$/.test(name)))
  const automatic = files.filter(({ name }) => /(^terraform|\.auto)\.tfvars(\.json)?$/.test(name))
  const named = inputs['var-files'].flatMap(name =>
    readable(fileFor('var-files', name, root, world.context.workspace)),
  )
  const values = [
    ...[...variables.values()].flat(),
    ...[...automatic, ...named].flatMap(file => valuesOf(file, variables)),
    ...[...variables.keys()].flatMap(name => valuesInText(world.env[`TF_VAR_${name}`] ?? '')),
    ...onCommandLine([...inputs['plan-args'], ...words(world.env)], variables),
    ...inputs['backend-config'].flatMap(one =>
      'key' in one && isCredential(one.key) ? valuesInText(one.value) : [],
    ),
  ]
  addSecrets(world, values)
}

/**
 * Hides values from now on, in the forms in which texts carry them: as they are, inside JSON, and in base64.
 * Those that are too short to be told from ordinary words are left out.
 */
export function addSecrets({ secrets }: Pick<World, 'secrets'>, values: readonly string[]): void {
  for (const value of new Set(values)) {
    if (value.trim().length < SHORTEST || /^(true|false|null)$/.test(value)) continue
    secrets.add(value)
    const quoted = JSON.stringify(value).slice(1, -1)
    if (quoted !== value) secrets.add(quoted)
    const encoded = Buffer.from(value).toString('base64').replace(/=+$/, '')
    if (value.length >= 2 * SHORTEST) secrets.add(encoded)
  }
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
