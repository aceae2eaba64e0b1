import { dirname } from 'node:path/posix'
import { UserError } from '../../../toolkit/action/errors.ts'
import { lastComponent } from '../../../toolkit/oci/reference.ts'
import { Uneditable } from '../../../toolkit/yaml/edit.ts'
import { decode, Unreadable, utf16Of } from '../../../toolkit/yaml/parse.ts'
import { type EnvFile, type EnvFilePlan, isEnvFile, planEnvFile, readEnvFile } from './env-file.ts'
import { type ImageUpdate, isNamedIn } from './images.ts'
import type { BumpRequest } from './request.ts'
import { missingFiles } from './unmatched.ts'
import { planYamlFile, type VariableUse } from './yaml-file.ts'

/** A file as it stands; `path` is relative to the root of the repository, with `/`. */
export interface SourceFile {
  readonly path: string
  /** undefined where the file is over LARGEST_FILE: it is not read at all. */
  readonly bytes: Uint8Array | undefined
  /** Set on what `files` does not name: it is read where that helps to understand the others, and never changed. */
  readonly context?: boolean
}

/** One value that was found: a whole reference, or a tag or digest on its own. */
export interface Match {
  readonly file: string
  /** Counts from 1. */
  readonly line: number
  /** The value's path in the file, as the input `set` takes it. */
  readonly path: string
  readonly old: string
  /** Equals `old` where nothing was left to do. */
  readonly new: string
}

/** A file that changes, before and after. Encoded as UTF-8, a byte order mark included, `after` is what to write. */
export interface FileChange {
  readonly path: string
  readonly before: string
  readonly after: string
}

/** A file, or a place in it, that was left alone although it names one of the images. */
export interface Refusal {
  readonly file: string
  readonly reason: string
}

/** A change that would go back to an older image. */
export interface Downgrade extends Match {
  readonly reason: string
}

/** What would change. */
export interface BumpPlan {
  /** Empty where `downgrades` stop the whole. */
  readonly changes: readonly FileChange[]
  readonly matches: readonly Match[]
  readonly refusals: readonly Refusal[]
  /** Things to tell the user: dropped digests, variables that are set elsewhere. */
  readonly notes: readonly string[]
  /** The images that no file names, as the user wrote them. */
  readonly unmatched: readonly string[]
  /** Not empty only where downgrades are not allowed. */
  readonly downgrades: readonly Downgrade[]
}

/**
 * Decides what changes in the files. Pure: reads nothing but its arguments.
 * @throws UserError where `set` names a file that is not there, cannot be read, or has no such path.
 */
export function planBump(files: Iterable<SourceFile>, request: BumpRequest): BumpPlan {
  const all = [...files]
  const asked = checkSetFiles(all, request)
  const plan = emptyPlan()
  plan.notes.push(...missingFiles(all, request))
  const envs = readEnvFiles(all, plan, asked)
  const uses = new Map<EnvFile, VariableUse[]>()
  const names = request.images.map(({ repository }) => Buffer.from(lastComponent(repository)))
  for (const file of all) {
    const env = envs.size > 0 ? envs.get(dirname(file.path)) : undefined
    const wanted = mentions(file.bytes, names) || asked.has(file.path) || env !== undefined
    if (!wanted || isEnvFile(file.path) || !isYamlFile(file.path, request, asked)) continue
    const done = attempt(plan, file.path, asked, () =>
      silentUnlessNamed(file, request, asked, () => planFile(plan, file, request, env)),
    )
    if (env && done) uses.set(env, [...(uses.get(env) ?? []), ...done])
  }
  for (const env of envs.values()) {
    const set = request.set.filter(({ file }) => file === env.path)
    const done = attempt(plan, env.path, asked, () => planEnvFile(env, uses.get(env) ?? [], set))
    if (done) addEnvFile(plan, done)
  }
  return finish(plan, request)
}

type Mutable<T> = { -readonly [K in keyof T]: T[K] extends readonly (infer I)[] ? I[] : T[K] }

type Draft = Mutable<Omit<BumpPlan, 'unmatched'>> & { matched: Set<ImageUpdate> }

function emptyPlan(): Draft {
  return { changes: [], matches: [], refusals: [], notes: [], downgrades: [], matched: new Set() }
}

/** The files that `set` names. */
function checkSetFiles(files: readonly SourceFile[], { set }: BumpRequest): Set<string> {
  const asked = new Set(set.map(({ file }) => file))
  const found = new Set(files.filter(({ path }) => asked.has(path)).map(({ path }) => path))
  for (const file of asked)
    if (!found.has(file)) throw new UserError(`input 'set' names the file '${file}', which is not there`)
  return asked
}

function readEnvFiles(files: readonly SourceFile[], plan: Draft, asked: ReadonlySet<string>) {
  const envs = new Map<string, EnvFile>()
  for (const file of files.filter(({ path }) => isEnvFile(path))) {
    const env = attempt(plan, file.path, asked, () =>
      file.context
        ? silentUnlessNamed(file, { images: [] }, asked, () => readEnvFile(file))
        : readEnvFile(file),
    )
    if (env) envs.set(env.folder, env)
  }
  return envs
}

/** A glob like `deploy/**` also finds files that are no YAML; they count only where they are named themselves. */
function isYamlFile(path: string, { files }: BumpRequest, asked: ReadonlySet<string>): boolean {
  return /\.(?:ya?ml|json)$|(?:^|\/)Kustomization$/.test(path) || asked.has(path) || files.includes(path)
}

/** The last part of a repository's name stands in every spelling of it; a file without it needs no parsing. */
function mentions(bytes: Uint8Array | undefined, names: readonly Buffer[]): boolean {
  if (bytes === undefined || utf16Of(bytes)) return true
  const buffer = Buffer.isBuffer(bytes)
    ? bytes
    : Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  return names.some(name => buffer.includes(name))
}

function planFile(
  plan: Draft,
  { path, bytes }: SourceFile,
  request: BumpRequest,
  env: EnvFile | undefined,
): readonly VariableUse[] {
  const before = decode(bytes)
  const { after, uses, matched, ...found } = planYamlFile(path, before, request, env)
  if (after !== before) plan.changes.push({ path, before, after })
  plan.matches.push(...found.matches)
  plan.refusals.push(...found.refusals)
  plan.notes.push(...found.notes)
  plan.downgrades.push(...found.downgrades)
  for (const update of matched) plan.matched.add(update)
  return uses
}

/** Leaves out, without a word, a file that cannot be read and does not name one of the images either. */
function silentUnlessNamed<T>(
  { path, bytes }: SourceFile,
  { images }: Pick<BumpRequest, 'images'>,
  asked: ReadonlySet<string>,
  decide: () => T,
): T | undefined {
  try {
    return decide()
  } catch (thrown) {
    const text = bytes && new TextDecoder(utf16Of(bytes) ?? 'latin1').decode(bytes)
    const silent = text !== undefined && !asked.has(path) && !images.some(image => isNamedIn(text, image))
    if (silent && thrown instanceof Unreadable) return undefined
    throw thrown
  }
}

/** Refuses the file where it cannot be read or changed; stops where the user named this very file in `set`. */
function attempt<T>(plan: Draft, path: string, asked: ReadonlySet<string>, decide: () => T): T | undefined {
  try {
    return decide()
  } catch (thrown) {
    const reason = refusalOf(thrown)
    if (reason === undefined) throw thrown
    if (asked.has(path)) throw new UserError(`input 'set' names the file '${path}', which ${reason}`)
    plan.refusals.push({ file: path, reason })
    return undefined
  }
}

function refusalOf(thrown: unknown): string | undefined {
  if (thrown instanceof Unreadable || thrown instanceof Uneditable) return thrown.message
  return thrown instanceof RangeError ? 'is nested too deeply' : undefined
}

function addEnvFile(plan: Draft, { change, matches, refusals, settled }: EnvFilePlan): void {
  for (const { update } of settled) if (update) plan.matched.add(update)
  if (change) plan.changes.push(change)
  plan.matches.push(...matches)
  plan.refusals.push(...refusals)
}

function finish({ matched, ...plan }: Draft, request: BumpRequest): BumpPlan {
  const unmatched = request.images.filter(image => !matched.has(image)).map(({ name }) => name)
  return { ...plan, unmatched, changes: plan.downgrades.length > 0 ? [] : plan.changes }
}
