import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from '../../scripts/actions.ts'
import { type Manifest, manifestsIn } from '../support/kubernetes/validate.ts'
import { type Application, type ApplicationSet, type Cluster, expand } from './expand.ts'
import type { Project } from './project.ts'

/** The folder that describes Argo CD. */
export const folder = join(root, 'argocd')
/** The manifests repository, as the examples call it. */
export const MANIFESTS = 'https://github.com/acme/kv-manifests.git'
/** Its twin with the sources. */
export const SOURCE = 'https://github.com/acme/kv-source.git'
/** Where the files of each repository lie; what the scaffold adds is at the root of this project. */
export const repositories = {
  [MANIFESTS]: [join(root, 'workflows-examples/eks/manifests-repo'), root],
  [SOURCE]: [join(root, 'workflows-examples/eks/source-repo')],
}

/** Every file of argocd/ with YAML in it, by its path there. */
export const texts = Object.fromEntries(
  globSync('**/*.yaml', { cwd: folder }).map(file => [file, readFileSync(join(folder, file), 'utf8')]),
)
const isValues = (file: string) => file.endsWith('/values.yaml')

/** The files that hold manifests. */
export const manifests: Readonly<Record<string, string>> = Object.fromEntries(
  Object.entries(texts).filter(([file]) => !isValues(file)),
)
const all = Object.values(manifests).flatMap(text => manifestsIn(text))
const ofKind = <Shape extends Manifest>(kind: string) => all.filter(one => one.kind === kind) as Shape[]

/** Every project. */
export const projects = ofKind<Project>('AppProject')
/** Every cluster. */
export const clusters = ofKind<Cluster>('Secret')
/** Every application: those that are written down, and those that ApplicationSets make. */
export const applications: readonly Application[] = [
  ...ofKind<Application>('Application'),
  ...ofKind<ApplicationSet>('ApplicationSet').flatMap(set => expand(set, repositories, clusters)),
]

/** @throws Error where there is no such project. */
export function projectOf({ metadata, spec }: Application): Project {
  const project = projects.find(one => one.metadata.name === spec.project)
  if (project === undefined) throw new Error(`${metadata.name} is in no project that there is`)
  return project
}
