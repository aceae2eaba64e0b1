import { join } from 'node:path'
import type { World } from '../../../toolkit/action/run.ts'
import type { Report } from '../../../toolkit/action/spec.ts'
import { type Credentials, openRegistry, type Registry } from '../../../toolkit/oci/registry.ts'
import { retry } from '../../../toolkit/retry/retry.ts'
import { buildAll, factsOf } from './build-all.ts'
import { readUserConfig, writePrivateConfig } from './config.ts'
import { buildx } from './engines/buildx.ts'
import { chooseBuilder } from './engines/choose.ts'
import type { Site } from './engines/engine.ts'
import { findBuilders } from './engines/find.ts'
import { findExisting, mayReuse } from './existing.ts'
import { mayPassByItself } from './failures.ts'
import { readImages } from './images.ts'
import type { Outcome } from './outcome.ts'
import { type BuildInputs, makePlan, type Plan } from './plan.ts'
import { report } from './report.ts'
import { secretsOf, writeSecrets } from './secrets.ts'
import type { spec } from './spec.ts'
import { together } from './together.ts'
import { locate } from './workspace.ts'

/** Builds the images and pushes them. */
export async function buildPush(inputs: BuildInputs, world: World): Promise<Report<typeof spec>> {
  for (const [, value] of inputs.secrets) world.secrets.add(value)
  const { env, context, log } = world
  const planned = makePlan(inputs, await readImages(inputs.images), context, world.now())
  const images = await Promise.all(planned.images.map(image => locate(image, context.workspace)))
  const plan = { ...planned, images }

  const users = await readUserConfig(env)
  const choice = chooseBuilder(
    inputs.builder,
    await findBuilders(env.PATH ?? '', [join(users.folder, 'cli-plugins')]),
  )
  const engine = buildx
  log.info(`Builder: ${choice.name} (${choice.why})`)

  const folder = await world.folder()
  const credentials = await credentialsFor(inputs)
  const config = await writePrivateConfig(folder, users, credentials && plan.target.host)
  const site: Site = {
    exec: world.exec,
    env: childEnvironment(env, config, users.folder),
    folder,
    signal: world.signal,
  }
  const settings = {
    push: inputs.push,
    attestations: inputs.attestations,
    cacheFrom: inputs['cache-from'],
    cacheTo: inputs['cache-to'],
    secrets: await writeSecrets(folder, secretsOf(inputs.secrets)),
  }
  const registry = inputs.push
    ? await openRegistry({
        host: plan.target.host,
        env,
        signal: world.signal,
        ...(credentials && { credentials }),
      })
    : undefined
  try {
    const [existing] = await together(world.signal, signal => [
      lookUp(plan, inputs, registry),
      credentials &&
        retry(() => engine.login({ ...site, signal }, plan.target.host, credentials), {
          attempts: 3,
          delay: 2_000,
          retryable: mayPassByItself,
          signal,
        }),
    ])
    const toBuild = plan.images.filter(image => !existing.has(image.name))
    const built = await buildAll(toBuild, inputs.parallel, { engine, site, settings, registry, log })
    const outcomes = plan.images.map(
      image => existing.get(image.name) ?? (built.find(outcome => outcome.image === image) as Outcome),
    )
    return report(plan, outcomes, choice.name)
  } finally {
    registry?.close()
  }
}

async function lookUp(
  plan: Plan,
  inputs: BuildInputs,
  registry: Registry | undefined,
): Promise<Map<string, Outcome>> {
  const reused = new Map<string, Outcome>()
  if (registry === undefined) return reused
  await Promise.all(
    plan.images.map(async image => {
      const started = performance.now()
      const existing = await findExisting(registry, image)
      if (!mayReuse(image, existing, inputs['if-exists']) || existing === undefined) return
      const facts = await factsOf(registry, image, existing.manifest)
      reused.set(image.name, { state: 'reused', image, ...facts, milliseconds: performance.now() - started })
    }),
  )
  return reused
}

async function credentialsFor(inputs: BuildInputs): Promise<Credentials | undefined> {
  if (inputs.username === undefined || inputs.password === undefined) return undefined
  return { username: inputs.username, password: inputs.password }
}

/** What the programs we start may see: not our inputs, some of which are secrets. */
function childEnvironment(env: NodeJS.ProcessEnv, config: string, usersConfig: string): NodeJS.ProcessEnv {
  const passed = Object.fromEntries(Object.entries(env).filter(([name]) => !name.startsWith('INPUT_')))
  return { BUILDX_CONFIG: join(usersConfig, 'buildx'), ...passed, DOCKER_CONFIG: config }
}
