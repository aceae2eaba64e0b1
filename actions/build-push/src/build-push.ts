import { join } from 'node:path'
import { UserError } from '../../../toolkit/action/errors.ts'
import type { World } from '../../../toolkit/action/run.ts'
import type { Report } from '../../../toolkit/action/spec.ts'
import { buildAll } from './build-all.ts'
import { readUserConfig } from './config.ts'
import { type Choice, chooseBuilder } from './engines/choose.ts'
import { findBuilders } from './engines/find.ts'
import { findReusable } from './existing.ts'
import { readImages } from './images.ts'
import { logIn } from './login.ts'
import type { Outcome } from './outcome.ts'
import { type BuildInputs, makePlan, type Plan } from './plan.ts'
import { reportDryRun, reportOutcomes } from './report.ts'
import { openSession, type Session } from './session.ts'
import type { spec } from './spec.ts'
import { movingTags } from './tags.ts'
import { together } from './together.ts'
import { locate } from './workspace.ts'

/** Builds the images and pushes them. */
export async function buildPush(inputs: BuildInputs, world: World): Promise<Report<typeof spec>> {
  for (const [, value] of inputs.secrets) world.secrets.add(value)
  const plan = await decide(inputs, world)
  const users = await readUserConfig(world.env)
  const plugins = [join(users.folder, 'cli-plugins'), ...(users.config.cliPluginsExtraDirs ?? [])]
  const choice = chooseBuilder(inputs.builder, await findBuilders(world.env.PATH ?? '', plugins))
  checkEngine(choice, plan, inputs)
  world.log.info(`Builder: ${choice.engine.name} (${choice.why})`)
  if (inputs['dry-run']) return reportDryRun(plan, inputs, choice.engine.name, world)
  try {
    const session = await openSession(inputs, plan.target, users, world)
    return await execute(plan, inputs, choice, session, world)
  } catch (thrown) {
    world.signal.throwIfAborted()
    throw thrown
  }
}

async function decide(inputs: BuildInputs, { context, now }: World): Promise<Plan> {
  const plan = makePlan(inputs, await readImages(inputs.images), context, now())
  return { ...plan, images: await Promise.all(plan.images.map(image => locate(image, context.workspace))) }
}

function checkEngine({ engine }: Choice, plan: Plan, inputs: BuildInputs): void {
  const settings = { ...inputs, cacheFrom: inputs['cache-from'], cacheTo: inputs['cache-to'], secrets: [] }
  for (const image of plan.images) {
    const objection = engine.objection(image, settings)
    if (objection !== undefined) throw new UserError(`image '${image.name}': ${objection}`)
  }
}

async function execute(
  plan: Plan,
  inputs: BuildInputs,
  { engine }: Choice,
  session: Session,
  world: World,
): Promise<Report<typeof spec>> {
  const { site, settings, registry, login } = session
  const { log, signal } = world
  try {
    const lookup = registry && findReusable(registry, plan.images, inputs['if-exists'])
    const [reused = new Map<string, Outcome>()] = await together(signal, stop => {
      const stoppable = { ...site, signal: stop }
      return [
        lookup,
        login && logIn(engine, stoppable, plan.target.host, login, lookup),
        engine.prepare?.(stoppable),
        inputs['create-repository'] && inputs.push && createRepositories(plan, inputs, world, stop),
      ]
    })
    for (const name of reused.keys()) log.info(`${name}: is in the registry already and is reused`)
    const toBuild = plan.images.filter(image => !reused.has(image.name))
    const workshop = { engine, site, settings, registry, log, prefixed: toBuild.length > 1 }
    const built =
      toBuild.length === 0
        ? []
        : await log.group(`Building ${toBuild.map(image => image.name).join(', ')}`, () =>
            buildAll(toBuild, inputs.parallel, workshop),
          )
    signal.throwIfAborted()
    const fresh = new Map(built.map(outcome => [outcome.image.name, outcome]))
    const outcomes = plan.images.map(({ name }) => (reused.get(name) ?? fresh.get(name)) as Outcome)
    return await reportOutcomes(plan, outcomes, inputs, engine.name, world)
  } finally {
    registry?.close()
    await engine.close?.(site)
  }
}

async function createRepositories(plan: Plan, inputs: BuildInputs, world: World, signal: AbortSignal) {
  const { ensureRepositories } = await import('./ecr/repository.ts')
  const names = plan.images.map(image => image.path)
  const created = await ensureRepositories(plan.target, names, movingTags(inputs.tags), { ...world, signal })
  for (const name of created) world.log.info(`Created the repository ${plan.target.host}/${name}`)
}
