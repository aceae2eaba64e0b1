import { mkdtemp, readdir, readFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { type Manifest, manifestsIn } from '../../test/support/kubernetes/validate.ts'
import { exec } from '../../toolkit/exec/exec.ts'
import type { Environment, Repositories } from './repositories.ts'
import type { Stage } from './stage.ts'

/** What Argo CD would apply, as YAML, by application. */
export type Rendered = Readonly<Record<string, string>>

/**
 * Renders an environment as the manifests repository has it at a revision: by its own script, with helm and kustomize,
 * from a fresh clone.
 */
export async function renderAt(
  { folder, env }: Stage,
  { manifests }: Repositories,
  revision: string,
  environment: Environment,
): Promise<Rendered> {
  const clone = await mkdtemp(join(folder, 'rendered-'))
  await exec('git', ['clone', '--quiet', '--no-checkout', manifests.repository.path, clone])
  await exec('git', ['-C', clone, 'checkout', '--quiet', revision])
  const out = join(clone, 'rendered')
  await exec(join(clone, 'scripts/render'), [environment, out], {
    cwd: clone,
    env: { ...process.env, ...env },
  })
  const files = (await readdir(out)).sort()
  return Object.fromEntries(
    await Promise.all(
      files.map(async file => [basename(file, '.yaml'), await readFile(join(out, file), 'utf8')] as const),
    ),
  )
}

interface PodTemplate {
  readonly spec: { readonly containers: readonly { readonly image: string }[] }
}

/** The images that the containers of some manifests run, each once. */
export function imagesIn(text: string): string[] {
  return [...new Set(manifestsIn(text).flatMap(imagesOf))]
}

function imagesOf({ spec }: Manifest): string[] {
  const { template } = (spec ?? {}) as { template?: PodTemplate }
  return template?.spec?.containers.map(({ image }) => image) ?? []
}
