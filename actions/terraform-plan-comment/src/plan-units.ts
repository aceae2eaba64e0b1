import { rename } from 'node:fs/promises'
import { join, relative } from 'node:path'
import { UserError } from '../../../toolkit/action/errors.ts'
import type { World } from '../../../toolkit/action/run.ts'
import { fileNameOf, planPath } from '../../../toolkit/terraform/plan/paths.ts'
import type { Say } from '../../../toolkit/terraform/run/exec-tool.ts'
import { learnSecrets } from '../../../toolkit/terraform/run/learn-secrets.ts'
import type { RootModule } from '../../../toolkit/terraform/run/root-modules.ts'
import { fmtUnits, runUnits } from '../../../toolkit/terraform/run/terragrunt.ts'
import type { Unit } from '../../../toolkit/terraform/run/terragrunt-report.ts'
import type { Tool } from '../../../toolkit/terraform/run/tool.ts'
import { type FormatDifference, fmtRoot } from '../../../toolkit/terraform/run/validate.ts'
import { readPlanned } from './read-planned.ts'
import type { Failed, Planned, Validated } from './results.ts'
import type { PlanInputs } from './spec.ts'

/** Plans all units of Terragrunt at and below a folder; each becomes a result of its own. */
export async function planUnits(
  world: World,
  tool: Tool,
  root: RootModule,
  inputs: PlanInputs,
  say: Say,
): Promise<(Planned | Failed)[]> {
  learnSecrets(world, root, inputs)
  const out = join(await world.jobFolder(), `${fileNameOf(root.directory)}.units`)
  const { units, lines } = await runUnits(world, tool, root, inputs, { command: 'plan', out })
  const results: (Planned | Failed)[] = []
  for (const unit of units) results.push(await resultOf(unit, inputs, world))
  // Not before the plans have told what must be hidden: Terragrunt prints them as text.
  for (const line of lines) say(line)
  return results
}

/** Validates all units of Terragrunt at and below a folder. */
export async function validateUnits(
  world: World,
  tool: Tool,
  root: RootModule,
  inputs: PlanInputs,
  say: Say,
): Promise<Validated[]> {
  learnSecrets(world, root, { ...inputs, 'var-files': [] })
  const out = join(await world.folder(), `${fileNameOf(root.directory)}.units`)
  const { units, lines } = await runUnits(world, tool, root, inputs, { command: 'validate', out })
  for (const line of lines) say(line)
  const unformatted = [
    ...(tool.drives === undefined ? [] : (await fmtRoot(world, tool.drives, root)).differences),
    ...(await fmtUnits(world, tool, root)),
  ]
  return units.map(unit => {
    const formatting = unformatted.flatMap(one => within(one, root, unit, units))
    return {
      root: unit.root,
      workspace: 'default',
      outcome: unit.ok && formatting.length === 0 ? 'valid' : 'invalid',
      diagnostics: unit.diagnostics,
      formatting,
    }
  })
}

/** A difference as one of the unit that its file lies in; the first unit also takes those that lie in none. */
function within(
  difference: FormatDifference,
  root: RootModule,
  unit: Unit,
  units: readonly Unit[],
): FormatDifference[] {
  const path = join(root.path, difference.file)
  const owners = units.filter(one => path.startsWith(`${one.root.path}/`))
  const owner = owners.sort((a, b) => b.root.path.length - a.root.path.length)[0] ?? units[0]
  return owner === unit ? [{ ...difference, file: relative(unit.root.path, path) }] : []
}

async function resultOf(unit: Unit, inputs: PlanInputs, world: World): Promise<Planned | Failed> {
  const { root, ok, diagnostics, planFile } = unit
  const common = { root, workspace: world.env.TF_WORKSPACE || 'default', diagnostics }
  if (unit.jsonFile === undefined) return { ...common, outcome: 'failed', step: 'plan' }
  try {
    // Where the other tools' plans lie, so that the path alone tells the root module.
    const jsonFile = planPath(await world.jobFolder(), root.directory, 'json')
    await rename(unit.jsonFile, jsonFile)
    return await readPlanned(world, { ...common, ok, planFile, jsonFile }, inputs)
  } catch (thrown) {
    if (!(thrown instanceof UserError)) throw thrown
    const error = { severity: 'error', summary: thrown.message, detail: '' } as const
    return { ...common, outcome: 'failed', step: 'plan', diagnostics: [...diagnostics, error] }
  }
}
