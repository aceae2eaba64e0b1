import { randomBytes } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { delimiter, dirname, join } from 'node:path'
import { type GitHub, startGitHub } from '../test/support/github/server.ts'
import { program } from '../test/support/programs/program.ts'
import { type Engine, startEngine } from '../test/support/services/engine.ts'
import { type Registry, startRegistry } from '../test/support/services/registry.ts'
import type { RegistryAccess } from './inspect/registry.ts'

/** Everything that the pipeline talks to, on this machine; disposing ends it all. */
export interface Stage extends AsyncDisposable {
  readonly github: GitHub
  readonly engine: Engine
  readonly registry: Registry & RegistryAccess
  /** For working copies; gone at the end. */
  readonly folder: string
  /** What every step of a job needs to find the engine. */
  readonly env: Readonly<Record<string, string>>
}

const USERNAME = 'maestrops'

/** Starts a GitHub, a container engine and a registry that demands a password. */
export async function setStage(): Promise<Stage> {
  await using stack = new AsyncDisposableStack()
  const folder = await mkdtemp(join(tmpdir(), 'rehearsal-'))
  stack.defer(() => rm(folder, { recursive: true, force: true, maxRetries: 3 }))
  const docker = await program('docker')
  const password = randomBytes(18).toString('base64url')
  const github = stack.use(await startGitHub())
  const registry = stack.use(await startRegistry({ username: USERNAME, password }))
  const engine = stack.use(await startEngine())
  const kept = stack.move()
  return {
    github,
    engine,
    registry: { ...registry, username: USERNAME, password },
    folder,
    env: { ...engine.env, PATH: [dirname(docker), process.env.PATH ?? ''].join(delimiter) },
    [Symbol.asyncDispose]: () => kept.disposeAsync(),
  }
}
