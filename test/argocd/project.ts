import { matchesGlob } from 'node:path'
import type { Manifest } from '../support/kubernetes/validate.ts'
import type { Application, Source } from './expand.ts'

/** Of an AppProject, what it allows. */
export interface Project extends Manifest {
  readonly spec: {
    readonly sourceRepos: readonly string[]
    readonly destinations: readonly { readonly [key in 'name' | 'server' | 'namespace']?: string }[]
    readonly clusterResourceWhitelist: readonly Kind[]
    readonly namespaceResourceWhitelist?: readonly Kind[]
  }
}
interface Kind {
  readonly group: string
  readonly kind: string
  readonly name?: string
}

/** Where an application's manifests come from. */
export const sourcesOf = ({ spec }: Application): readonly Source[] =>
  spec.sources ?? (spec.source ? [spec.source] : [])

/** What a project does not permit of an application, a line each. */
export function forbidden({ spec }: Project, application: Application): string[] {
  const { destination } = application.spec
  const goesThere = spec.destinations.some(
    allowed =>
      allowed.namespace === destination.namespace &&
      (destination.name ? allowed.name === destination.name : allowed.server === destination.server),
  )
  const sources = sourcesOf(application)
    .filter(({ repoURL }) => !spec.sourceRepos.includes(repoURL))
    .map(({ repoURL }) => `source ${repoURL}`)
  return goesThere
    ? sources
    : [...sources, `destination ${destination.name ?? destination.server}/${destination.namespace}`]
}

/** The manifests that a project does not let its applications have, as `Kind name`. */
export function forbiddenKinds(
  { spec }: Project,
  manifests: readonly Manifest[],
  isClusterWide: (kind: string) => boolean,
): string[] {
  const allows = (list: readonly Kind[], { apiVersion, kind, metadata }: Manifest) => {
    const group = apiVersion.includes('/') ? (apiVersion.split('/')[0] ?? '') : ''
    return list.some(
      one =>
        one.group === group &&
        one.kind === kind &&
        (one.name === undefined || matchesGlob(metadata.name, one.name)),
    )
  }
  return manifests
    .filter(one =>
      isClusterWide(one.kind)
        ? !allows(spec.clusterResourceWhitelist, one)
        : spec.namespaceResourceWhitelist && !allows(spec.namespaceResourceWhitelist, one),
    )
    .map(({ kind, metadata }) => `${kind} ${metadata.name}`)
}
