import { posix, relative, resolve, sep } from 'node:path'
import type { World } from '../../../toolkit/action/run.ts'
import type { Place } from '../../../toolkit/runner/log.ts'
import type { Diagnostic } from '../../../toolkit/terraform/run/diagnostics.ts'
import type { RootModule } from '../../../toolkit/terraform/run/root-modules.ts'
import type { Result } from './results.ts'

/** A message on a line of a file. */
export interface Annotation {
  readonly severity: 'error' | 'warning'
  readonly message: string
  readonly place: Place
}

/** GitHub shows ten annotations of a type of each step, and drops the others without a word. */
const MOST = 10

/** All that a result says on lines: its diagnostics, and what is not formatted. */
export function annotationsOf(result: Result, workspace: string): Annotation[] {
  const unformatted = 'formatting' in result ? result.formatting : []
  return [
    ...result.diagnostics,
    ...unformatted.map(({ file, line, endLine, diff }): Diagnostic => {
      return {
        severity: 'error',
        summary: 'Not formatted',
        detail: `Run fmt, which writes:\n${diff}`,
        file,
        line,
        endLine,
      }
    }),
  ].map(one => annotationOf(one, result.root, workspace))
}

/** A diagnostic as an annotation, on its line where that lies in the repository. */
export function annotationOf(diagnostic: Diagnostic, root: RootModule, workspace: string): Annotation {
  const { severity, summary, detail, line, endLine, column } = diagnostic
  const file = diagnostic.file === undefined ? undefined : fileInRepository(diagnostic.file, root, workspace)
  const where = file === undefined ? ` (in ${diagnostic.file ?? root.directory})` : ''
  return {
    severity,
    message: `${detail === '' ? summary : `${summary}\n${detail}`}${where}`,
    place: {
      title: root.directory,
      ...(file !== undefined && { file }),
      ...(file !== undefined && line !== undefined && { line }),
      ...(file !== undefined && endLine !== undefined && { endLine }),
      // GitHub takes a column only where the annotation stays on one line.
      ...(file !== undefined && column !== undefined && (endLine ?? line) === line && { column }),
    },
  }
}

/** A file that Terraform names, relative to the workspace; undefined for one of a downloaded module, or outside. */
function fileInRepository(file: string, root: RootModule, workspace: string): string | undefined {
  const path = relative(resolve(workspace), resolve(root.path, file)).split(sep).join(posix.sep)
  const foreign =
    path.startsWith('../') || /(^|\/)(\.terraform|\.terragrunt-cache)\//.test(path) || path === ''
  return foreign ? undefined : path
}

/** Writes annotations, errors first; those that GitHub would drop are counted and stay in the log. */
export function annotate(annotations: readonly Annotation[], log: World['log']): void {
  for (const severity of ['error', 'warning'] as const) {
    const all = annotations.filter(one => one.severity === severity)
    // The last one tells how many are left out, and another says at the end why the step fails.
    const room = severity === 'error' ? MOST - 1 : MOST
    const shown = all.length <= room ? all : all.slice(0, room - 1)
    for (const { message, place } of shown) log[severity](message, place)
    const left = all.slice(shown.length)
    if (left.length > 0) log[severity](`${left.length} more ${severity}s are in the log and in the summary`)
    for (const { message, place } of left)
      log.info(`${[place.file, place.line].filter(Boolean).join(':')} ${message}`.trim())
  }
}
