/**
 * Kubernetes manifests of any kind: the places where pod templates name images, wherever a pod template stands
 * (Deployment, CronJob, Rollout, Knative Service, AnalysisTemplate, List …), Tekton's steps and sidecars, Argo's
 * containers, and the Helm values, parameters and kustomize images inside HelmRelease, Application and Kustomization.
 * Schemas, annotations and text blocks never count.
 */
import { isMap, isSeq } from 'yaml'
import { type Place, type Reader, textOf } from '../../../../toolkit/yaml/places.ts'
import { helmSites, parameterSites } from './helm.ts'
import { imageEntries } from './kustomization.ts'
import { type Site, wholeReference } from './site.ts'

const CONTAINER_LISTS = new Set(['containers', 'initContainers', 'ephemeralContainers', 'steps', 'sidecars'])
const CONTAINERS = new Set(['stepTemplate', 'container', 'script'])
const NEVER = new Set(['annotations', 'labels', 'openAPIV3Schema'])

/** The references in a manifest. */
export function kubernetesSites(reader: Reader): Site[] {
  const sites: Site[] = []
  const add = (site: Site | undefined) => {
    if (site) sites.push(site)
  }

  const visit = (place: Place): void => {
    if (isSeq(place.node)) for (const item of reader.items(place)) visit(item)
    if (!isMap(place.node)) return
    const fields = reader.fields(place)
    if (isKind(fields, 'CustomResourceDefinition')) return
    for (const field of fields) if (!NEVER.has(String(field.step))) visitField(field)
  }

  const visitField = (field: Place): void => {
    const key = String(field.step)
    if (CONTAINER_LISTS.has(key))
      for (const container of reader.items(field)) add(wholeReference(reader.field(container, 'image')))
    if (CONTAINERS.has(key)) add(wholeReference(reader.field(field, 'image')))
    if (key === 'volumes')
      for (const volume of reader.items(field))
        add(wholeReference(reader.field(reader.field(volume, 'image'), 'reference')))
    const embedded = embeddedSites(key, field)
    if (embedded) sites.push(...embedded)
    else visit(field)
  }

  const embeddedSites = (key: string, field: Place): Site[] | undefined => {
    if (key === 'values' || key === 'valuesObject') return embeddedValues(field)
    if (key === 'images') return imageOverrides(field)
    return key === 'parameters' && field.parent?.step === 'helm' ? parameterSites(reader, field) : undefined
  }

  /** `spec.values` of a HelmRelease, `helm.valuesObject` of an Application; elsewhere `values` is a plain list. */
  const embeddedValues = (field: Place): Site[] => (isMap(field.node) ? helmSites(reader, field) : [])

  /** `spec.images` of Flux's Kustomization; `kustomize.images` of an Application: `[name=]repository:tag`. */
  const imageOverrides = (field: Place): Site[] => [
    ...imageEntries(reader, field),
    ...reader.items(field).flatMap(item => {
      const site = wholeReference(item, (textOf(item) ?? '').indexOf('=') + 1)
      return site && site.place.parent?.parent?.step === 'kustomize' ? [site] : []
    }),
  ]

  visit(reader.root)
  return sites
}

/** The references in a JSON patch (RFC 6902) for manifests: the values that go to a path ending in `image`. */
export function patchSites(reader: Reader): Site[] {
  return reader.items(reader.root).flatMap(operation => {
    if (!textOf(reader.field(operation, 'path'))?.endsWith('/image')) return []
    return wholeReference(reader.field(operation, 'value')) ?? []
  })
}

function isKind(fields: readonly Place[], kind: string): boolean {
  return fields.some(field => field.step === 'kind' && textOf(field) === kind)
}
