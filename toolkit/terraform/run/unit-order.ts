import { join, posix } from 'node:path'
import { UserError } from '../../action/errors.ts'
import { execIn, type RunWorld } from './exec-tool.ts'
import type { RootModule } from './root-modules.ts'
import type { Tool } from './tool.ts'

/** A unit of Terragrunt: a root module, and what it takes outputs from. */
export interface OrderedUnit extends RootModule {
  /** Directories of other units, as `directory` is. */
  readonly dependencies: readonly string[]
}

/**
 * The units at or below these directories, each after the ones that it depends on (`terragrunt find --dag`).
 * @throws UserError where Terragrunt cannot tell them, or there are none.
 */
export async function unitsOf(
  world: RunWorld,
  tool: Tool,
  roots: readonly RootModule[],
): Promise<OrderedUnit[]> {
  const found = new Map<string, OrderedUnit>()
  for (const root of roots)
    for (const unit of await unitsBelow(world, tool, root))
      if (!found.has(unit.directory)) found.set(unit.directory, unit)
  if (found.size === 0)
    throw new UserError(
      `no Terragrunt unit was found in ${roots.map(({ directory }) => `'${directory}'`).join(', ')}; name folders with terragrunt.hcl files`,
    )
  return inOrder([...found.values()])
}

async function unitsBelow(world: RunWorld, tool: Tool, root: RootModule): Promise<OrderedUnit[]> {
  const args = ['find', '--json', '--dependencies', '--no-color']
  const { code, stdout, stderr } = await execIn(world, tool, root, 'show', args)
  if (code !== 0)
    throw new UserError(`'terragrunt find' failed in '${root.directory}': ${stderr.trim().slice(-2000)}`)
  return parseUnits(stdout, root)
}

/** Reads `terragrunt find --json --dependencies`: paths are relative to where it ran. */
export function parseUnits(json: string, root: RootModule): OrderedUnit[] {
  const listed = JSON.parse(json) as { type?: string; path: string; dependencies?: string[] }[]
  const at = (path: string) => posix.normalize(posix.join(root.directory, path))
  return listed
    .filter(({ type }) => type === undefined || type === 'unit')
    .map(({ path, dependencies = [] }) => ({
      directory: at(path),
      path: join(root.path, path),
      dependencies: dependencies.map(at),
    }))
}

/** Each after its dependencies, else in the order given. (Terragrunt itself refuses circles.) */
export function inOrder(units: readonly OrderedUnit[]): OrderedUnit[] {
  const byDirectory = new Map(units.map(unit => [unit.directory, unit]))
  const ordered = new Set<OrderedUnit>()
  const visited = new Set<OrderedUnit>()
  const visit = (unit: OrderedUnit) => {
    if (visited.has(unit)) return
    visited.add(unit)
    for (const directory of unit.dependencies) {
      const dependency = byDirectory.get(directory)
      if (dependency) visit(dependency)
    }
    ordered.add(unit)
  }
  for (const unit of units) visit(unit)
  return [...ordered]
}
