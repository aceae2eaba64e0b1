import { closeSync, fstatSync, openSync } from 'node:fs'
import { UserError } from '../../action/errors.ts'
import { createMask } from '../../redact/mask.ts'
import { beginReading } from './difference.ts'
import { draftPlan } from './draft.ts'
import { maskPlan } from './masking.ts'
import type { Plan } from './model.ts'
import { redaction } from './redaction.ts'
import { JsonError, scanJson } from './scan.ts'
import { demandFormat, notJson } from './unreadable.ts'

/**
 * Reads a plan (`terraform show -json`), masked by what it marks as sensitive, by the values of that, and by what the
 * user wants hidden. It never holds more of the file than one element of a list, however large the file is.
 * @param path of the JSON file
 * @param options.redact globs over names and paths of attributes, outputs and variables, such as `*password*`
 * @throws UserError where the file cannot be read, is not JSON or not whole, or is no plan of format 0.x or 1.x
 */
export async function readPlan(path: string, { redact }: { redact: readonly string[] }): Promise<Plan> {
  const draft = draftPlan(beginReading(await redaction(redact)))
  const file = open(path)
  try {
    scanJson(file, draft.visitor)
  } catch (error) {
    if (error instanceof JsonError) throw notJson(path, file, error)
    if (error instanceof SyntaxError) throw notJson(path, file, new JsonError('syntax', undefined))
    throw error
  } finally {
    closeSync(file)
  }
  demandFormat(path, draft.formatVersion(), draft.members)
  const plan = draft.finish()
  return maskPlan(plan, createMask(plan.sensitiveValues))
}

function open(path: string): number {
  try {
    const file = openSync(path, 'r')
    // Opening a directory succeeds, reading it does not.
    if (fstatSync(file).isDirectory()) throw new Error('it is a directory')
    return file
  } catch (error) {
    throw new UserError(`plan '${path}' cannot be read: ${error instanceof Error ? error.message : error}`)
  }
}
