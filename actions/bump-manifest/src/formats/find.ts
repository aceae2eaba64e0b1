import type { Reader } from '../../../../toolkit/yaml/places.ts'
import { type ComposeSite, composeSites } from './compose.ts'
import { detectFormat } from './detect.ts'
import { helmSites } from './helm.ts'
import { kubernetesSites, patchSites } from './kubernetes.ts'
import { kustomizationSites } from './kustomization.ts'
import type { Site } from './site.ts'

/** Every reference of a document, whatever its format. */
export function findSites(
  path: string,
  reader: Reader,
  variables: ReadonlyMap<string, string>,
): (Site | ComposeSite)[] {
  switch (detectFormat(path, reader)) {
    case 'kubernetes':
      return kubernetesSites(reader)
    case 'kustomization':
      return kustomizationSites(reader)
    case 'compose':
      return composeSites(reader, variables)
    case 'json-patch':
      return patchSites(reader)
    case 'helm-values':
      return helmSites(reader, reader.root)
  }
}
