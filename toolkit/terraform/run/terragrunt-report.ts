import { existsSync, readFileSync } from 'node:fs'
import { basename, join, posix } from 'node:path'
import { type Diagnostic, diagnosticsInText } from './diagnostics.ts'
import type { RootModule } from './root-modules.ts'

/** A unit of Terragrunt, which is a root module of its own. */
export interface Unit {
  readonly root: RootModule
  readonly ok: boolean
  readonly diagnostics: readonly Diagnostic[]
  /** There where the unit was planned. */
  readonly planFile: string | undefined
  readonly jsonFile: string | undefined
}

/** An entry of Terragrunt's run report. */
export interface ReportEntry {
  readonly Name?: string
  readonly Result?: string
  readonly Reason?: string
  readonly Cause?: string
}

/** The units of a run report; those that were left out on purpose are none. */
export function reportedUnits(entries: readonly ReportEntry[], root: RootModule): Unit[] {
  return entries.flatMap(({ Name = '.', Result, Reason, Cause = '' }) => {
    if (Result === 'excluded') return []
    const ok = Result === 'succeeded'
    // A folder that is a unit itself is called by its name.
    const isRoot = Name === basename(root.path) && !existsSync(join(root.path, Name))
    const unit = unitAt(root, isRoot ? '.' : Name)
    const diagnostics = ok ? [] : causes(Cause, Result, Reason, unit)
    return [{ root: unit, ok, diagnostics, planFile: undefined, jsonFile: undefined }]
  })
}

function causes(
  cause: string,
  result: string | undefined,
  reason: string | undefined,
  unit: RootModule,
): Diagnostic[] {
  const errors = diagnosticsInText(cause.replace(/^ {2}/gm, '').replace(/\n\s*exit status \d+\s*$/, ''))
  if (errors.length > 0) return errors.map(error => inUnit(error, unit))
  if (result === 'early exit')
    return [{ severity: 'error', summary: 'Not run: a unit that it depends on has failed', detail: cause }]
  return [
    { severity: 'error', summary: `Terragrunt failed here (${reason ?? result})`, detail: cause.trim() },
  ]
}

/** Terragrunt runs a copy of the unit; a file that the unit itself does not have came from a module's source. */
function inUnit(diagnostic: Diagnostic, { path }: RootModule): Diagnostic {
  if (diagnostic.file === undefined || existsSync(join(path, diagnostic.file))) return diagnostic
  const { file, line: _line, endLine: _endLine, column: _column, ...rest } = diagnostic
  return { ...rest, detail: `${rest.detail}\n(in ${file})` }
}

/** The folder as a failed unit: what Terragrunt itself has against the folder: its own lines, without their time and level. */
export function unexplained(root: RootModule, lines: readonly string[]): Unit {
  const own = lines.map(line => line.replace(/^[\d:.]+ [A-Z ]{6} (?:\[[^\]]*\] (?:[\w-]+: )?)?/, ''))
  const errors = diagnosticsInText(own.join('\n')).filter(({ severity }) => severity === 'error')
  const located = lines.flatMap(line => placed(line) ?? [])
  const last = lines.filter(line => /^[\d:.]+ ERROR/.test(line)).at(-1) ?? lines.at(-1) ?? ''
  const diagnostics: Diagnostic[] =
    errors.length > 0
      ? errors
      : located.length > 0
        ? located
        : [{ severity: 'error', summary: 'Terragrunt failed', detail: last }]
  return { root, ok: false, diagnostics, planFile: undefined, jsonFile: undefined }
}

/** An error in a file of Terragrunt's: `ERROR  /…/terragrunt.hcl:2,1-9: Summary; detail`. */
function placed(line: string): Diagnostic | undefined {
  const [, file, at, summary = '', detail = ''] =
    /ERROR\s+(\/.+?):(\d+),[\d,-]+: (.*?)(?:; (.*))?$/.exec(line) ?? []
  return file === undefined ? undefined : { severity: 'error', summary, detail, file, line: Number(at) }
}

/** The unit at a place below a folder. */
export function unitAt({ directory, path }: RootModule, place: string): RootModule {
  return { directory: posix.join(directory, place), path: join(path, place) }
}

/** Reads a run report; none where a version writes none. */
export function readReport(path: string): ReportEntry[] {
  try {
    const report: unknown = JSON.parse(readFileSync(path, 'utf8'))
    return Array.isArray(report) ? report : []
  } catch {
    return []
  }
}
