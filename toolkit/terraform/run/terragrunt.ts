import { chmodSync, existsSync } from 'node:fs'
import { mkdir, readdir } from 'node:fs/promises'
import { basename, join, posix, relative, sep } from 'node:path'
import { UserError } from '../../action/errors.ts'
import { fileFor } from './arguments.ts'
import { withoutColours } from './diagnostics.ts'
import { toolEnvironment } from './environment.ts'
import type { RunWorld } from './exec-tool.ts'
import type { TerraformInputs } from './inputs.ts'
import type { RootModule } from './root-modules.ts'
import { readReport, reportedUnits, type Unit, unexplained, unitAt } from './terragrunt-report.ts'
import type { Tool } from './tool.ts'
import { type FormatDifference, formatDifferences } from './validate.ts'

/** What Terragrunt did with the units of a folder, and its lines, which may hold secrets until the plans are read. */
export interface UnitsRun {
  readonly units: readonly Unit[]
  readonly lines: readonly string[]
}

/** What is done with all units at once. */
export type UnitsCommand = 'plan' | 'validate'

/**
 * Runs `plan` or `validate` in all units at and below a folder, after those that they depend on.
 * A folder in which no unit could be started is told as one failed unit.
 * @param out a folder for the plans.
 * @throws UserError where an input has no meaning for Terragrunt.
 */
export async function runUnits(
  world: RunWorld,
  tool: Tool,
  root: RootModule,
  inputs: TerraformInputs,
  { command, out }: { command: UnitsCommand; out: string },
): Promise<UnitsRun> {
  demandMeaning(inputs)
  const folders = { plans: join(out, 'plans'), json: join(out, 'json'), report: join(out, 'report.json') }
  await mkdir(out, { recursive: true, mode: 0o700 })
  const lines: string[] = []
  const { code } = await world.exec(
    tool.program,
    unitsArguments(tool.version, command, commandArguments(command, root, inputs, world.context.workspace)),
    {
      cwd: root.path,
      env: unitsEnvironment(world.env, tool, command, folders, inputs.parallel),
      signal: world.signal,
      accept: 'any',
      onLine: line => lines.push(withoutColours(line)),
    },
  )
  const reported = reportedUnits(readReport(folders.report), root)
  const found = command === 'plan' ? together(reported, await plansIn(root, folders)) : reported
  const units = found.sort((a, b) => (a.root.directory < b.root.directory ? -1 : 1))
  const failed = units.some(unit => !unit.ok)
  const silent = code !== 0 && !failed
  return { units: silent ? [...units, unexplained(root, lines)] : units, lines }
}

/** Runs `hcl fmt --check --diff` on a folder's Terragrunt files; versions before 0.78 are not asked. */
export async function fmtUnits(world: RunWorld, tool: Tool, root: RootModule): Promise<FormatDifference[]> {
  if (!isRedesigned(tool.version)) return []
  const { stdout } = await world.exec(tool.program, ['hcl', 'fmt', '--check', '--diff'], {
    cwd: root.path,
    env: { ...toolEnvironment(world.env, 'fmt'), TG_NON_INTERACTIVE: 'true', TG_NO_COLOR: 'true' },
    signal: world.signal,
    accept: 'any',
  })
  // It prints absolute paths behind `old`.
  return formatDifferences(withoutColours(stdout)).map(one => ({
    ...one,
    file: relative(root.path, `/${one.file}`),
  }))
}

function commandArguments(
  command: UnitsCommand,
  root: RootModule,
  inputs: TerraformInputs,
  workspace: string,
): string[] {
  if (command === 'validate') return []
  const lock = inputs['lock-timeout'] === undefined ? [] : [`-lock-timeout=${inputs['lock-timeout']}`]
  const varFiles = inputs['var-files'].map(name => fileFor('var-files', name, root, workspace))
  return ['-input=false', ...lock, ...varFiles.map(path => `-var-file=${path}`), ...inputs['plan-args']]
}

/** @param version from 0.78 on, `run --all` has taken the place of `run-all`. */
export function unitsArguments(version: string, command: string, args: readonly string[]): string[] {
  return isRedesigned(version) ? ['run', '--all', '--', command, ...args] : ['run-all', command, ...args]
}

function isRedesigned(version: string): boolean {
  const [major = 0, minor = 0] = version.split('.').map(Number)
  return major > 0 || minor >= 78
}

interface Folders {
  readonly plans: string
  readonly json: string
  readonly report: string
}

/** Variables instead of flags: a version passes over those that it does not know. */
function unitsEnvironment(
  env: NodeJS.ProcessEnv,
  tool: Tool,
  command: UnitsCommand,
  folders: Folders,
  parallel: number,
): NodeJS.ProcessEnv {
  const redesigned = isRedesigned(tool.version)
  const prefix = redesigned ? 'TG_' : 'TERRAGRUNT_'
  const settings: Record<string, string> = {
    NON_INTERACTIVE: 'true',
    NO_COLOR: 'true',
    PARALLELISM: String(parallel),
    [redesigned ? 'TF_PATH' : 'TFPATH']: tool.drives?.program ?? 'terraform',
    ...(command === 'plan' && { OUT_DIR: folders.plans, JSON_OUT_DIR: folders.json }),
    ...(redesigned && { REPORT_FILE: folders.report, SUMMARY_DISABLE: 'true' }),
  }
  return {
    ...toolEnvironment(env, command),
    ...Object.fromEntries(Object.entries(settings).map(([name, value]) => [`${prefix}${name}`, value])),
    ...(command === 'validate' && {
      // Apart, or a plan that follows would find units that are initialised, but without their backend.
      TF_DATA_DIR: '.terraform-validate',
      TF_CLI_ARGS_init: `${env.TF_CLI_ARGS_init ?? ''} -backend=false`.trim(),
    }),
  }
}

function demandMeaning(inputs: TerraformInputs): void {
  const useless = [
    ...(inputs['init-args'].length > 0 ? ['init-args'] : []),
    ...(inputs['backend-config'].length > 0 ? ['backend-config'] : []),
    ...(inputs.workspace === undefined ? [] : ['workspace']),
  ]
  if (useless[0] !== undefined)
    throw new UserError(
      `input '${useless[0]}' has no use with Terragrunt, which initialises its units by itself; set it in terragrunt.hcl`,
    )
}

/** The plans lie as their units do. */
async function plansIn(root: RootModule, { plans, json }: Folders): Promise<Unit[]> {
  const found = await readdir(json, { recursive: true }).catch(() => [])
  return found
    .filter(name => basename(name) === 'tfplan.json')
    .sort()
    .map(name => {
      const jsonFile = join(json, name)
      // Terragrunt makes it readable for all.
      chmodSync(jsonFile, 0o600)
      const place = posix.dirname(name.split(sep).join('/'))
      const planFile = join(plans, place, 'tfplan.tfplan')
      const unit = unitAt(root, place)
      return {
        root: unit,
        ok: true,
        diagnostics: [],
        planFile: existsSync(planFile) ? planFile : undefined,
        jsonFile,
      }
    })
}

/** What was reported, with the plans; a unit that has neither failed nor a plan has nothing to plan. */
function together(reported: readonly Unit[], planned: readonly Unit[]): Unit[] {
  const plans = new Map(planned.map(unit => [unit.root.directory, unit]))
  const told = reported.map(unit => ({ ...plans.get(unit.root.directory), ...definedOnly(unit) }) as Unit)
  const names = new Set(reported.map(({ root }) => root.directory))
  return [
    ...told.filter(({ ok, jsonFile }) => !ok || jsonFile !== undefined),
    ...planned.filter(({ root }) => !names.has(root.directory)),
  ]
}

function definedOnly(unit: Unit): Partial<Unit> {
  return Object.fromEntries(Object.entries(unit).filter(([, value]) => value !== undefined))
}
