import { isMap, isSeq } from 'yaml'
import { type Reader, textOf } from '../../../../toolkit/yaml/places.ts'

/** The formats that name images, each in its own way. */
export type Format = 'kubernetes' | 'kustomization' | 'compose' | 'helm-values' | 'json-patch'

const KUSTOMIZATION = /(?:^|\/)(?:kustomization\.ya?ml|Kustomization)$/
const COMPOSE = /(?:^|\/)(?:[^/]*[-._])?compose(?:[-._][^/]*)?\.(?:ya?ml|json)$/

/** Whether a file is a compose file by its name. */
function isComposeFile(path: string): boolean {
  return COMPOSE.test(path)
}

/** What a document is, by what stands in it, and where that does not tell, by the name of its file. */
export function detectFormat(path: string, reader: Reader): Format {
  const { root } = reader
  const apiVersion = textOf(reader.field(root, 'apiVersion'))
  const kind = reader.field(root, 'kind')
  if (apiVersion?.startsWith('kustomize.config.k8s.io/')) return 'kustomization'
  if (apiVersion !== undefined && kind) return 'kubernetes'
  if (KUSTOMIZATION.test(path)) return 'kustomization'
  if (isSeq(root.node) && reader.items(root).some(item => reader.field(item, 'op'))) return 'json-patch'
  if (reader.field(root, 'services') && (isComposeFile(path) || looksLikeCompose(reader))) return 'compose'
  return 'helm-values'
}

/** Values may have `services` too, but not a map in which each has an image or a build, and nothing strange beside. */
function looksLikeCompose(reader: Reader): boolean {
  const services = reader.field(reader.root, 'services')
  if (!services || !isMap(services.node)) return false
  const known = /^(?:version|name|services|networks|volumes|configs|secrets|include|models|x-.*)$/
  return (
    reader.fields(reader.root).every(({ step }) => known.test(String(step))) &&
    reader.fields(services).every(service => reader.field(service, 'image') ?? reader.field(service, 'build'))
  )
}
