import { existsSync, mkdtempDisposableSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from '@jest/globals'
import { scaffold } from '../../scripts/scaffold.ts'
import { exec } from '../../toolkit/exec/exec.ts'
import { type Manifest, manifestsIn, validateManifests } from '../support/kubernetes/validate.ts'
import { program } from '../support/programs/program.ts'
import type { Application, Source } from './expand.ts'
import { forbiddenKinds, sourcesOf } from './project.ts'
import { applications, MANIFESTS, manifests, projectOf, projects, SOURCE } from './world.ts'

const CLUSTER_WIDE = new Set(['Namespace', 'CustomResourceDefinition', 'ClusterRole', 'ClusterRoleBinding'])

test('what is written down, and what ApplicationSets make of it, meets the definitions of Argo CD', async () => {
  // Image Updater's definition is in no package registry.
  const { 'image-updater/kv.yaml': _, ...files } = manifests
  const made = applications.map(one => [`made/${one.metadata.name}`, JSON.stringify(one)])
  expect(await validateManifests({ ...files, ...Object.fromEntries(made) })).toEqual([])
})

test('a field that Argo CD does not know is found', async () => {
  const root = (manifests['bootstrap/root.yaml'] ?? '').replace('selfHeal', 'selfheal')
  expect(await validateManifests({ root })).toEqual([expect.stringMatching(/root.*selfheal/)])
})

test('the repositories that the scaffold makes render every application, and its project permits each kind', async () => {
  using place = mkdtempDisposableSync(join(tmpdir(), 'argocd-'))
  const [manifestsRepo, sourceRepo] = [join(place.path, 'manifests'), join(place.path, 'source')]
  await scaffold('eks/manifests-repo', manifestsRepo)
  await scaffold('eks/source-repo', sourceRepo)
  const folders: Readonly<Record<string, string>> = { [MANIFESTS]: manifestsRepo, [SOURCE]: sourceRepo }
  for (const application of applications) {
    const project = projectOf(application)
    for (const source of sourcesOf(application)) {
      const rendered = await render(application, source, folders[source.repoURL])
      expect(forbiddenKinds(project, rendered, kind => CLUSTER_WIDE.has(kind))).toEqual([])
    }
  }
})

test('a role, a secret and another namespace are not permitted to the store', () => {
  const kv = projects.find(({ metadata }) => metadata.name === 'kv')!
  const make = (apiVersion: string, kind: string, name: string) => ({ apiVersion, kind, metadata: { name } })
  const given = [
    make('rbac.authorization.k8s.io/v1', 'Role', 'all'),
    make('rbac.authorization.k8s.io/v1', 'ClusterRole', 'all'),
    make('v1', 'Secret', 'x'),
    make('v1', 'Namespace', 'argocd'),
    make('v1', 'Namespace', 'staging'),
    make('v1', 'Service', 'kv'),
  ]
  expect(forbiddenKinds(kv, given, kind => CLUSTER_WIDE.has(kind))).toEqual([
    ...['Role all', 'ClusterRole all', 'Secret x', 'Namespace argocd'],
  ])
})

/** As Argo CD's repository server does it. */
async function render(
  { spec }: Application,
  { path, chart, ref, helm }: Source,
  folder: string | undefined,
): Promise<Manifest[]> {
  // A chart of a repository that is no package registry.
  if (chart !== undefined) return []
  const at = join(folder ?? '', path ?? '.')
  expect([path, existsSync(at)]).toEqual([path, true])
  if (ref !== undefined) return []
  if (spec.project === 'argocd')
    return Object.entries(manifests)
      .filter(([file]) => /^(projects|apps)\//.test(file))
      .flatMap(([, text]) => manifestsIn(text))
  if (helm === undefined) return manifestsIn((await exec(await program('kustomize'), ['build', at])).stdout)
  const files = (helm.valueFiles ?? []).flatMap(file => ['--values', join(folder ?? '', file)])
  const args = ['template', helm.releaseName, at, '--namespace', spec.destination.namespace, ...files]
  const rendered = manifestsIn((await exec(await program('helm'), args)).stdout)
  expect(rendered).not.toEqual([])
  // Tests are for `helm test`: Argo CD leaves them out.
  return rendered.filter(({ metadata }) => !JSON.stringify(metadata).includes('"helm.sh/hook":"test"'))
}
