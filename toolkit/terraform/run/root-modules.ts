import { existsSync, globSync, readdirSync, statSync } from 'node:fs'
import { join, posix, resolve, sep } from 'node:path'
import { UserError } from '../../action/errors.ts'
import type { World } from '../../action/run.ts'

/** A directory that is planned and applied by itself. */
export interface RootModule {
  /** Relative to the workspace, with `/`; `.` for the workspace itself. */
  readonly directory: string
  /** Absolute. */
  readonly path: string
}

/** Whose files a directory holds; `terragrunt` also where its units lie further below. */
export type Kind = 'terraform' | 'tofu' | 'terragrunt'

/**
 * The root modules that the input `directories` names, in its order, each once.
 * A glob takes those of its matches that are root modules; a plain name must be one.
 * @throws UserError naming the line that is no root module, lies outside the workspace, or matches nothing.
 */
export function rootModules(
  world: Pick<World, 'context'>,
  inputs: { directories: readonly string[] },
): RootModule[] {
  const workspace = resolve(world.context.workspace)
  const without = inputs.directories.filter(line => line.startsWith('!')).map(line => clean(line.slice(1)))
  const excluded = new Set(globSync(without, { cwd: workspace }).map(withSlashes))
  const found = new Map<string, RootModule>()
  for (const line of inputs.directories.filter(line => !line.startsWith('!')))
    for (const directory of directoriesOf(line, workspace))
      if (!excluded.has(directory)) found.set(directory, { directory, path: join(workspace, directory) })
  if (found.size === 0)
    throw new UserError(
      `input 'directories' leaves nothing to do: what it names is left out by a line with '!'`,
    )
  return [...found.values()]
}

/** Whose files lie in a directory, by what it holds; undefined where it is no root module. */
export function kindOf(path: string): Kind | undefined {
  const names = filesIn(path)
  if (names.includes('terragrunt.hcl')) return 'terragrunt'
  if (names.some(name => /\.tofu(\.json)?$/.test(name))) return 'tofu'
  if (names.some(name => /\.tf(\.json)?$/.test(name))) return 'terraform'
  return names.includes('terragrunt.stack.hcl') || hasUnits(path) ? 'terragrunt' : undefined
}

function directoriesOf(line: string, workspace: string): string[] {
  const glob = clean(line)
  if (glob === '..' || glob.startsWith('../') || posix.isAbsolute(glob))
    throw new UserError(
      `input 'directories' names '${line}', which lies outside the workspace; name a directory of this repository`,
    )
  // A directory may well be named `live[1]`.
  const isGlob = /[*?[{]/.test(glob) && !existsSync(join(workspace, glob))
  return isGlob ? matching(line, glob, workspace) : [plainDirectory(line, glob, workspace)]
}

function matching(line: string, glob: string, workspace: string): string[] {
  const hidden = (path: string) => path.split('/').some(part => part.startsWith('.'))
  const found = globSync(glob, { cwd: workspace, exclude: name => name === '.git' || name === '.terraform' })
    .map(withSlashes)
    .filter(path => !hidden(path) && kindOf(join(workspace, path)) !== undefined)
    .sort()
  if (found.length === 0)
    throw new UserError(
      `input 'directories' has '${line}', which matches no directory with Terraform files; check the glob, and that the repository is checked out`,
    )
  return found
}

function plainDirectory(line: string, directory: string, workspace: string): string {
  const path = join(workspace, directory)
  if (!existsSync(path) || !statSync(path).isDirectory())
    throw new UserError(
      `input 'directories' names '${line}', ${existsSync(path) ? 'which is a file; name the directory that it lies in' : 'which is no directory of the workspace; check the name, and that the repository is checked out'}`,
    )
  if (kindOf(path) === undefined)
    throw new UserError(
      `input 'directories' names '${line}', which holds no .tf, .tf.json or .tofu file and no terragrunt.hcl; name a root module`,
    )
  return directory
}

function clean(line: string): string {
  const path = posix.normalize(line.replaceAll('\\', '/')).replace(/\/+$/, '')
  return path === '' ? '/' : path
}

function filesIn(path: string): string[] {
  try {
    return readdirSync(path, { withFileTypes: true }).flatMap(entry =>
      entry.isDirectory() ? [] : [entry.name],
    )
  } catch {
    return []
  }
}

function hasUnits(path: string): boolean {
  const skip = (name: string) => name.startsWith('.')
  return globSync('**/terragrunt{,.stack}.hcl', { cwd: path, exclude: name => skip(name) }).length > 0
}

function withSlashes(path: string): string {
  return path.split(sep).join('/')
}
