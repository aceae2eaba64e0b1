import { globSync, readFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { parse } from 'yaml'
import type { Manifest } from '../support/kubernetes/validate.ts'

/** Of an application, what the tests look at. */
export interface Application extends Manifest {
  readonly spec: {
    readonly project: string
    readonly source?: Source
    readonly sources?: readonly Source[]
    readonly destination: {
      readonly name?: string
      readonly server?: string
      readonly namespace: string
    }
    readonly syncPolicy: {
      readonly automated: { readonly prune: boolean; readonly selfHeal: boolean }
      readonly syncOptions?: readonly string[]
    }
  }
}

/** One place that an application's manifests come from. */
export interface Source {
  readonly repoURL: string
  readonly targetRevision: string
  readonly path?: string
  readonly chart?: string
  readonly ref?: string
  readonly helm?: {
    readonly releaseName: string
    readonly valueFiles?: readonly string[]
    readonly valuesObject?: Readonly<Record<string, unknown>>
  }
}

/** A cluster that Argo CD knows, by its Secret. */
export interface Cluster extends Manifest {
  readonly metadata: {
    readonly name: string
    readonly labels: Readonly<Record<string, string>>
    readonly annotations: Readonly<Record<string, string>>
  }
  readonly stringData: { readonly name: string; readonly server: string; readonly config: string }
}

interface Generator {
  readonly template?: object
  readonly clusters?: { readonly selector: { readonly matchLabels: Readonly<Record<string, string>> } }
  readonly list?: { readonly elements: readonly object[]; readonly template?: object }
  readonly git?: { readonly repoURL: string; readonly files: readonly { readonly path: string }[] }
  readonly matrix?: { readonly generators: readonly Generator[]; readonly template?: object }
}

/** Of an ApplicationSet, what makes its applications. */
export interface ApplicationSet extends Manifest {
  readonly spec: {
    readonly generators: readonly Generator[]
    readonly template: object
    readonly templatePatch?: string
  }
}

/**
 * The applications that an ApplicationSet makes, as Argo CD's controller would: lists, clusters, matrices of a list and
 * git files, the templates of generators before the common one, and `templatePatch` over both.
 * @param repositories the folder of each repository, by its URL; every branch of it holds the same.
 * @throws Error on a parameter that is not there, and on what this does not know.
 */
export function expand(
  set: ApplicationSet,
  repositories: Readonly<Record<string, readonly string[]>>,
  clusters: readonly Cluster[] = [],
): Application[] {
  return set.spec.generators.flatMap(generator => {
    const { template = {} } = generator.matrix ?? generator.list ?? {}
    return parametersOf(generator, {}, repositories, clusters).map(parameters => {
      const filled = fill(merge(set.spec.template, template), parameters) as object
      const patch = parse(fill(set.spec.templatePatch ?? '{}', parameters) as string) as object
      return { apiVersion: set.apiVersion, kind: 'Application', ...merge(filled, patch) } as Application
    })
  })
}

type Parameters = Readonly<Record<string, unknown>>

function parametersOf(
  { list, git, matrix, clusters: chosen }: Generator,
  given: Parameters,
  repositories: Readonly<Record<string, readonly string[]>>,
  clusters: readonly Cluster[],
): Parameters[] {
  if (chosen)
    return clusters
      .filter(({ metadata }) =>
        Object.entries(chosen.selector.matchLabels).every(([key, value]) => metadata.labels[key] === value),
      )
      .map(({ metadata, stringData: { name, server } }) => ({ ...given, metadata, name, server }))
  if (list) return list.elements.map(element => ({ ...given, ...element }))
  if (matrix)
    return matrix.generators.reduce<Parameters[]>(
      (sofar, generator) => sofar.flatMap(one => parametersOf(generator, one, repositories, clusters)),
      [given],
    )
  if (git === undefined) throw new Error('a generator that the tests do not know')
  const folders = repositories[git.repoURL]
  if (folders === undefined) throw new Error(`no repository ${git.repoURL}`)
  return git.files.flatMap(({ path }) =>
    folders.flatMap(folder =>
      globSync(fill(path, given) as string, { cwd: folder }).map(file => ({
        ...(parse(readFileSync(join(folder, file), 'utf8')) as object),
        ...given,
        path: { path: dirname(file), basename: basename(dirname(file)), filename: basename(file) },
      })),
    ),
  )
}

/** Fills `{{ .some.parameter }}` into every text. */
function fill(template: unknown, parameters: Parameters): unknown {
  if (Array.isArray(template)) return template.map(one => fill(one, parameters))
  if (typeof template === 'object' && template !== null)
    return Object.fromEntries(Object.entries(template).map(([key, value]) => [key, fill(value, parameters)]))
  if (typeof template !== 'string') return template
  return template.replace(/\{\{(.*?)\}\}/g, (whole, expression: string) => {
    if (!/^ (\.\w+)+ $/.test(expression)) throw new Error(`the tests cannot fill in ${whole}`)
    const value = expression
      .trim()
      .slice(1)
      .split('.')
      .reduce<unknown>((from, key) => (from as Parameters | undefined)?.[key], parameters)
    if (value === undefined || typeof value === 'object') throw new Error(`nothing is known as ${whole}`)
    return String(value)
  })
}

/** What the second says goes, unless it is empty. */
function merge(first: object, second: object): object {
  const merged: Record<string, unknown> = { ...first }
  for (const [key, value] of Object.entries(second)) {
    const before = merged[key]
    if (isMap(before) && isMap(value)) merged[key] = merge(before, value)
    else if (value !== '') merged[key] = value
  }
  return merged
}
const isMap = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
