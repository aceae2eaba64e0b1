import type { ActionFile } from '../../../test/support/runner/action-file.ts'
import { readStep } from './load.ts'
import type { Step } from './model.ts'

const STATUS = /\b(?:success|failure|cancelled|always)\s*\(/

/** The steps of a composite action. Their conditions get `success() &&` where they name no status function. */
export function compositeSteps(file: ActionFile, path: string): Step[] {
  return ((file.runs.steps ?? []) as Record<string, unknown>[]).map((raw, index) => {
    const given = raw.if === undefined ? '' : String(raw.if).replace(/^\s*\$\{\{([\s\S]*)\}\}\s*$/, '$1')
    const condition = given === '' ? 'success()' : STATUS.test(given) ? given : `success() && (${given})`
    return readStep(raw, String(raw.id ?? `__step_${index}`), condition, { path, line: 1, column: 1 })
  })
}
