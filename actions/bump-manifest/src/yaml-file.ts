import { isScalar } from 'yaml'
import { UserError } from '../../../toolkit/action/errors.ts'
import { Uneditable } from '../../../toolkit/yaml/edit.ts'
import { parseYaml, templatedText, type YamlFile } from '../../../toolkit/yaml/parse.ts'
import { createReader, type Reader, textOf } from '../../../toolkit/yaml/places.ts'
import { resolvePath } from '../../../toolkit/yaml/resolve.ts'
import { collectEdits, type Edits, lineOf } from './edits.ts'
import type { EnvFile } from './env-file.ts'
import { wantedForm } from './form.ts'
import type { ComposeSite, VariableChange } from './formats/compose.ts'
import { findSites } from './formats/find.ts'
import { type Change, type Form, type Site, suffix } from './formats/site.ts'
import { downgrade, olderRun } from './guard.ts'
import { type ImageUpdate, isNamedIn } from './images.ts'
import type { Downgrade, Match, Refusal } from './plan.ts'
import type { BumpRequest, SetValue } from './request.ts'

/** What would change in one YAML file. */
export interface YamlFilePlan {
  readonly after: string
  readonly matches: readonly Match[]
  readonly refusals: readonly Refusal[]
  readonly notes: readonly string[]
  readonly downgrades: readonly Downgrade[]
  /** The images that it names, save where the `.env` file is to decide. */
  readonly matched: readonly ImageUpdate[]
  readonly uses: readonly VariableUse[]
}

/** A reference that reads variables of the `.env` file, and the changes that it wants there. */
export interface VariableUse {
  readonly where: string
  readonly variables: readonly string[]
  readonly changes: readonly VariableChange[]
  /** The image that it names, where that is one to change. */
  readonly update?: ImageUpdate
}

/**
 * Decides what changes in one file.
 * @param env the `.env` file beside it
 * @throws Unreadable or Uneditable where the file is left alone; UserError where a path to set leads nowhere.
 */
export function planYamlFile(
  path: string,
  text: string,
  request: BumpRequest,
  env?: Pick<EnvFile, 'path' | 'values' | 'locked'>,
): YamlFilePlan {
  const file = parseYaml(text)
  const plan = { matches: [] as Match[], refusals: [] as Refusal[], notes: [] as string[] }
  const more = { downgrades: [] as Downgrade[], matched: [] as ImageUpdate[], uses: [] as VariableUse[] }
  const work: Work = { path, file, request, env, edits: collectEdits(file), ...plan, ...more }
  const readers = file.documents.map((_, index) => createReader(file, index))
  for (const reader of readers)
    for (const site of findSites(path, reader, env?.values ?? new Map())) planSite(work, reader, site)
  for (const value of request.set) if (value.file === path) planSet(work, readers, value)
  const template = templatedText(file, plain => request.images.some(image => isNamedIn(plain, image)))
  if (template !== undefined) plan.refusals.push({ file: path, reason: template })
  return { ...plan, ...more, after: work.edits.apply() }
}

interface Work {
  readonly path: string
  readonly file: YamlFile
  readonly request: BumpRequest
  readonly env: Pick<EnvFile, 'path' | 'values' | 'locked'> | undefined
  readonly edits: Edits
  readonly matches: Match[]
  readonly refusals: Refusal[]
  readonly notes: string[]
  readonly downgrades: Downgrade[]
  readonly matched: ImageUpdate[]
  readonly uses: VariableUse[]
}

function planSite(work: Work, reader: Reader, site: Site | ComposeSite): void {
  const update = work.request.images.find(({ repository }) => site.names.includes(repository))
  const where = `${work.path}:${lineOf(work.file, site.place)}`
  if (!update) {
    tellPartialName(work, site, where)
    if ('variables' in site) work.uses.push({ where, variables: site.variables, changes: [] })
    return
  }
  const { form, note } = wantedForm(update, work.request.pin, site.form)
  try {
    const changes = site.change(form, update).filter(change => change.old !== '' || change.new !== '')
    if (!('variables' in site)) refuseVariables(work, changes)
    const variableChanges = 'variables' in site ? site.variableChanges(form) : []
    refuseLocked(work, variableChanges)
    for (const change of changes) for (const edit of change.edits) work.edits.add(reader, edit)
    if ('variables' in site)
      work.uses.push({ where, variables: site.variables, changes: variableChanges, update })
    if (variableChanges.length === 0) work.matched.push(update)
    for (const change of changes) work.matches.push(matchOf(work, reader, change))
    if (changes.length === 0 && variableChanges.length === 0) work.matches.push(unchanged(work, reader, site))
    if (note !== undefined) work.notes.push(`${where}: ${note}`)
    guard(work, reader, site, form, update)
  } catch (thrown) {
    if (!(thrown instanceof Uneditable)) throw thrown
    work.refusals.push({ file: work.path, reason: thrown.message })
  }
}

function refuseLocked({ env }: Work, [change]: readonly VariableChange[]): void {
  if (env?.locked && change)
    throw new Uneditable(`reads ${change.variable} from ${env.path}; name that in 'files' to have it changed`)
}

/** Helm, Flux and Argo CD fill in what stands in braces; a fixed value in its place would part it from there for good. */
function refuseVariables({ file }: Work, changes: readonly Change[]): void {
  const filled = changes.find(({ old }) => /\{\{|\$[{(]/.test(old))
  if (filled)
    throw new Uneditable(
      `takes '${filled.old}' at line ${lineOf(file, filled.place)} from elsewhere; change it there, or name this value in 'set'`,
    )
}

function guard(work: Work, reader: Reader, site: Site, form: Form, update: ImageUpdate): void {
  const to = form.tag ?? update.tag
  if (work.request.allowDowngrade || site.form.tag === undefined || to === undefined) return
  const reason = downgrade(site.form.tag, to)
  if (reason === undefined) return
  const place = { file: work.path, line: lineOf(work.file, site.place), path: reader.pathOf(site.place) }
  const names = { old: `${update.name}${suffix(site.form)}`, new: `${update.name}${suffix(form)}` }
  work.downgrades.push({ ...place, ...names, reason })
}

function planSet(work: Work, readers: readonly Reader[], wanted: SetValue): void {
  const { reader, place } = resolve(work, readers, wanted)
  const node = place.node
  const alias = place.via.at(-1)
  if (alias)
    throw refused(work, wanted, `is reached through the alias *${alias.source}; set the value at its anchor`)
  if (!isScalar(node)) throw refused(work, wanted, 'is no single value but a list or a map')
  const old = textOf(place) ?? ''
  const edit = { kind: 'replace', place, scalar: node, value: wanted.value, keepType: true } as const
  work.edits.add(reader, edit, true)
  work.matches.push(matchOf(work, reader, { place, old, new: wanted.value, edits: [edit] }))
  for (const shared of reader.aliasedReadsOf(node))
    work.notes.push(
      `${work.path}:${lineOf(work.file, shared)}: ${reader.pathOf(shared)} changes with it, by an alias`,
    )
  const reason = work.request.allowDowngrade ? undefined : olderRun(tagOf(old), tagOf(wanted.value))
  if (reason !== undefined)
    work.downgrades.push({ ...matchOf(work, reader, { place, old, new: wanted.value, edits: [] }), reason })
}

function resolve(work: Work, readers: readonly Reader[], wanted: SetValue) {
  try {
    return resolvePath(readers, wanted.path)
  } catch (thrown) {
    throw refused(work, wanted, (thrown as Error).message)
  }
}

function refused(work: Work, { shown }: SetValue, why: string): UserError {
  return new UserError(`input 'set' names '${work.path}#${shown}', but it ${why}`)
}

/** The tag of a reference, or the text itself where it is a tag alone. */
function tagOf(text: string): string {
  const [name = ''] = text.split('@')
  return name.slice(name.lastIndexOf(':') + 1)
}

function tellPartialName(work: Work, site: Site | ComposeSite, where: string): void {
  const ends = 'nameEnds' in site ? site.nameEnds : undefined
  const update = ends ? work.request.images.find(({ repository }) => repository.endsWith(ends)) : undefined
  if (update)
    work.notes.push(
      `${where}: '${textOf(site.place)}' may be ${update.name}, but a variable holds the first part of its name; name the .env file in 'files', or use 'set'`,
    )
}

function matchOf({ path, file }: Work, reader: Reader, { place, old, new: wanted }: Change): Match {
  return { file: path, line: lineOf(file, place), path: reader.pathOf(place), old, new: wanted }
}

function unchanged(work: Work, reader: Reader, { place }: Site): Match {
  const text = textOf(place) ?? ''
  return matchOf(work, reader, { place, old: text, new: text, edits: [] })
}
