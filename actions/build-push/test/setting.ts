import { mkdir, mkdtempDisposable, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { type RunOptions, runAction } from '../../../test/support/runner.ts'
import { sharedEngine } from '../../../test/support/services/shared.ts'
import { openRegistry, type Registry } from '../../../toolkit/oci/registry.ts'
import type { PushedImage } from '../src/outcome.ts'
import { copyPrograms } from './shell.ts'

export { onShell } from './shell.ts'

export const SHA = 'ffac537e6cbbf934b08745a378932722df287a53'

/** What registries in these tests demand; long enough to be found in any output. */
export const credentials = { username: 'deployer', password: 'correct-horse-battery' }

/**
 * A workspace with files; every folder in `shells` also gets a `root/` with a shell, `cat` and `sleep` of this machine,
 * so that its Dockerfile can run something although no base image can be pulled.
 */
export async function workspace(files: Record<string, string>, shells: readonly string[] = []) {
  const folder = await mkdtempDisposable(join(tmpdir(), 'workspace-'))
  for (const [name, content] of Object.entries(files)) {
    await mkdir(dirname(join(folder.path, name)), { recursive: true })
    await writeFile(join(folder.path, name), content)
  }
  for (const shell of shells)
    await copyPrograms(['/bin/sh', '/bin/cat', '/bin/sleep'], join(folder.path, shell, 'root'))
  return { path: folder.path, [Symbol.asyncDispose]: () => folder.remove() }
}

/** Runs the action on the shared engine, and reads its output `images`. */
export async function buildPush(inputs: Record<string, string>, options: RunOptions) {
  const engine = await sharedEngine()
  const ran = await runAction('build-push', { inputs, ...options, env: { ...engine.env, ...options.env } })
  const images: PushedImage[] = ran.outputs.images ? JSON.parse(ran.outputs.images) : []
  return { ...ran, images }
}

/** A client of a test's registry. */
export async function clientOf(host: string): Promise<Registry & AsyncDisposable> {
  const registry = await openRegistry({ host, credentials, env: {}, signal: new AbortController().signal })
  return { ...registry, [Symbol.asyncDispose]: async () => registry.close() }
}

/** The config of an image in a registry: its labels and environment. */
export async function configOf(host: string, path: string, reference: string) {
  await using registry = await clientOf(host)
  const manifest = await registry.manifest(path, reference)
  const config = await registry.json(path, manifest?.body.config?.digest ?? '')
  return config as { config: { Labels: Record<string, string>; Env: string[] } }
}
