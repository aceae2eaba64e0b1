import { dirname } from 'node:path/posix'
import { UserError } from '../../../toolkit/action/errors.ts'
import { applySplices, Uneditable } from '../../../toolkit/yaml/edit.ts'
import { decode, lineAt } from '../../../toolkit/yaml/parse.ts'
import { readDotenv, type Variable, valuesOf } from './formats/dotenv.ts'
import type { FileChange, Match, Refusal, SourceFile } from './plan.ts'
import type { SetValue } from './request.ts'
import type { VariableUse } from './yaml-file.ts'

/** A `.env` file: compose files in the same folder read their variables from it. */
export interface EnvFile {
  readonly path: string
  readonly folder: string
  readonly text: string
  readonly variables: ReadonlyMap<string, Variable>
  readonly values: ReadonlyMap<string, string>
  /** Whether it is only to be read. */
  readonly locked: boolean
}

/** Whether a path names a `.env` file. */
export function isEnvFile(path: string): boolean {
  return path === '.env' || path.endsWith('/.env')
}

/**
 * Reads a `.env` file.
 * @throws Unreadable where it is too large or not UTF-8.
 */
export function readEnvFile({ path, bytes, context = false }: SourceFile): EnvFile {
  const text = decode(bytes)
  const variables = readDotenv(text)
  return { path, folder: dirname(path), text, variables, values: valuesOf(variables), locked: context }
}

/** What would change in a `.env` file. */
export interface EnvFilePlan {
  readonly change: FileChange | undefined
  readonly matches: readonly Match[]
  readonly refusals: readonly Refusal[]
  /** The references that become as they should. */
  readonly settled: readonly VariableUse[]
}

/**
 * Gives variables the values that references want, and those that `set` asks for. One that other references read as
 * well is left alone, unless it is asked for.
 * @throws UserError where `set` names a variable that the file does not have.
 */
export function planEnvFile(
  file: EnvFile,
  uses: readonly VariableUse[],
  set: readonly SetValue[] = [],
): EnvFilePlan {
  const { wishes, refusals } = collectWishes(file, uses)
  for (const value of set) wishes.set(variableOf(file, value), value.value)
  const matches: Match[] = []
  const splices = [...wishes].map(([name, value]) => {
    const { start, end, value: old } = file.variables.get(name)!
    matches.push({ file: file.path, line: lineAt(file.text, start), path: name, old, new: value })
    return { start, end, text: value }
  })
  const after = applySplices(file.text, splices)
  if (!isProven(file, after, wishes)) throw new Uneditable('would not read as intended after the change')
  const change = after === file.text ? undefined : { path: file.path, before: file.text, after }
  const settled = uses.filter(use =>
    use.changes.every(({ variable, value }) => wishes.get(variable) === value),
  )
  return { change, matches, refusals, settled }
}

function collectWishes(file: EnvFile, uses: readonly VariableUse[]) {
  const wishes = new Map<string, string>()
  const refusals: Refusal[] = []
  for (const name of new Set(uses.flatMap(({ changes }) => changes.map(({ variable }) => variable)))) {
    const users = uses.filter(use => use.variables.includes(name))
    const wanted = users.map(use => use.changes.find(({ variable }) => variable === name)?.value)
    const [value] = wanted
    if (value !== undefined && wanted.every(other => other === value)) wishes.set(name, value)
    else refusals.push({ file: file.path, reason: contested(name, users) })
  }
  return { wishes, refusals }
}

function variableOf(file: EnvFile, { path, shown }: SetValue): string {
  const [step, second] = path.steps
  const name = step?.kind === 'key' && !second ? step.key : undefined
  if (name !== undefined && file.variables.has(name)) return name
  const names = [...file.variables.keys()].join(', ')
  throw new UserError(`input 'set' names '${file.path}#${shown}', but it has no such variable among ${names}`)
}

function contested(name: string, users: readonly VariableUse[]): string {
  const places = users.map(({ where }) => where).join(', ')
  return `sets ${name} for references that do not all become the same (${places}); give each image a variable of its own`
}

function isProven(file: EnvFile, after: string, wishes: ReadonlyMap<string, string>): boolean {
  const fresh = valuesOf(readDotenv(after))
  const same = [...file.values].every(([name, value]) => fresh.get(name) === (wishes.get(name) ?? value))
  return same && fresh.size === file.values.size
}
