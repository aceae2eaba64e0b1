/**
 * Kubernetes manifests of any kind: the places where pod templates name images, wherever a pod template stands
 * (Deployment, CronJob, Rollout, Knative Service, AnalysisTemplate, List …), Tekton's steps and sidecars, Argo's
 * containers, what operators are told in a `spec` (`spec.image` of a Prometheus, `image: {repository, tag}`), and the
 * Helm values, parameters and kustomize images inside HelmRelease, Application and Kustomization.
 * Schemas, annotations, text blocks, `status`, and where an image is built to never count.
 */
import { isMap, isScalar, isSeq } from 'yaml'
import { type Place, type Reader, textOf } from '../../../../toolkit/yaml/places.ts'
import { helmSites, parameterSites } from './helm.ts'
import { imageEntries } from './kustomization.ts'
import { type Site, wholeReference } from './site.ts'

const CONTAINER_LISTS = new Set(['containers', 'initContainers', 'ephemeralContainers', 'steps', 'sidecars'])
const CONTAINERS = new Set(['stepTemplate', 'container', 'script'])
const NEVER = new Set(['annotations', 'labels', 'openAPIV3Schema'])

/** The references in a manifest. */
export function kubernetesSites(reader: Reader): Site[] {
  return sitesBelow(reader, reader.root, false)
}

/**
 * The references below a place.
 * @param isSpec whether it is a part of a `spec` itself
 */
function sitesBelow(reader: Reader, root: Place, isSpec: boolean): Site[] {
  const sites: Site[] = []
  const add = (site: Site | undefined) => {
    if (site) sites.push(site)
  }

  const visit = (place: Place): void => {
    if (isSeq(place.node)) for (const item of reader.items(place)) visit(item)
    if (!isMap(place.node)) return
    const fields = reader.fields(place)
    if (isKind(fields, 'CustomResourceDefinition')) return
    // Of duplicate keys the last one counts.
    for (const field of new Map(fields.map(one => [one.step, one])).values())
      if (!NEVER.has(String(field.step))) visitField(field)
  }

  const visitField = (field: Place): void => {
    const key = String(field.step)
    if (/image$/i.test(key)) add(isOfContainer(field) ? wholeReference(field) : specified(field))
    if (key === 'volumes')
      for (const volume of reader.items(field))
        add(wholeReference(reader.field(reader.field(volume, 'image'), 'reference')))
    const embedded = embeddedSites(key, field)
    if (embedded) sites.push(...embedded)
    else visit(field)
  }

  /** An image without a tag may be one that is only watched (Flux's ImageRepository). */
  const specified = (field: Place): Site | undefined => {
    if (!inSpec(field) || field.parent?.step === 'output') return undefined
    const site = wholeReference(field)
    return site?.form.tag === undefined && site?.form.digest === undefined ? undefined : site
  }

  const inSpec = (place: Place): boolean => {
    for (let up = place.parent; up; up = up.parent) if (up.step === 'spec') return true
    return isSpec
  }

  const embeddedSites = (key: string, field: Place): Site[] | undefined => {
    if (key === 'values' || key === 'valuesObject') return embeddedValues(field)
    if (key === 'images') return imageOverrides(field)
    if (/image$/i.test(key) && isMap(field.node) && inSpec(field)) return helmSites(reader, field)
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

  visit(root)
  return sites
}

/** The references in a JSON patch (RFC 6902) for manifests: values for a path that ends in `image`, or with images in them. */
export function patchSites(reader: Reader): Site[] {
  return reader.items(reader.root).flatMap(operation => {
    const value = reader.field(operation, 'value')
    if (value && !isScalar(value.node)) return sitesBelow(reader, value, true)
    return textOf(reader.field(operation, 'path'))?.endsWith('/image') ? (wholeReference(value) ?? []) : []
  })
}

function isOfContainer({ step, parent }: Place): boolean {
  if (step !== 'image' || !parent) return false
  return CONTAINERS.has(String(parent.step)) || CONTAINER_LISTS.has(String(parent.parent?.step))
}

function isKind(fields: readonly Place[], kind: string): boolean {
  return fields.some(field => field.step === 'kind' && textOf(field) === kind)
}
