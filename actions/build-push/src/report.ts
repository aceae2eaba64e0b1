import { relative } from 'node:path'
import { messageOf, UserError } from '../../../toolkit/action/errors.ts'
import type { World } from '../../../toolkit/action/run.ts'
import type { Report } from '../../../toolkit/action/spec.ts'
import type { ScanResult } from './gate.ts'
import { inRegistry, type Outcome, pushedImages } from './outcome.ts'
import type { BuildInputs, Plan } from './plan.ts'
import type { spec } from './spec.ts'
import { bytes, duration, summarize, summarizePlan } from './summary.ts'

/** Waits for scans where they decide, and says what became of every image. */
export async function reportOutcomes(
  plan: Plan,
  outcomes: readonly Outcome[],
  inputs: BuildInputs,
  builder: string,
  world: World,
): Promise<Report<typeof spec>> {
  for (const line of outcomeLines(outcomes)) world.log.info(line)
  const scans = await scanAll(plan, outcomes, inputs, world)
  const pushed = pushedImages(outcomes)
  const failure = failureOf(outcomes, scans)
  return {
    outputs: {
      ...namesOf(plan),
      images: JSON.stringify(pushed),
      digest: pushed.find(image => image.name === plan.images[0]?.name)?.digest,
    },
    summary: summarize(plan, outcomes, scans, builder),
    ...(failure !== undefined && { failure }),
  }
}

/** Says what would be built, and does nothing. */
export function reportDryRun(
  plan: Plan,
  inputs: BuildInputs,
  builder: string,
  { log, context }: World,
): Report<typeof spec> {
  for (const image of plan.images) {
    const platforms = image.platforms.length > 0 ? ` for ${image.platforms.join(', ')}` : ''
    log.info(
      `${inputs.push ? 'would build and push' : 'would build'} ${image.name} from ${relative(context.workspace, image.context) || '.'}${platforms}`,
    )
    for (const tag of image.tags) log.info(`  ${image.repository}:${tag}`)
  }
  return {
    outputs: { ...namesOf(plan), images: '[]', digest: undefined },
    summary: summarizePlan(plan, inputs.push, builder),
  }
}

function namesOf(plan: Plan) {
  return { image: plan.images[0] && `${plan.images[0].repository}:${plan.tag}`, tag: plan.tag }
}

async function scanAll(
  plan: Plan,
  outcomes: readonly Outcome[],
  inputs: BuildInputs,
  world: World,
): Promise<ScanResult[]> {
  const limit = inputs['fail-on-severity']
  const images = inRegistry(outcomes)
  if (limit === 'none' || images.length === 0 || !inputs.push) return []
  const { gate } = await import('./gate.ts')
  world.log.info(`Waiting for ECR to scan ${images.map(({ image }) => image.name).join(', ')}`)
  return gate(plan.target, images, limit, world)
}

/** One line an image, in columns: name, what became of it, size, time, and what to pull. */
export function outcomeLines(outcomes: readonly Outcome[]): string[] {
  const rows = outcomes.map(outcome => [
    outcome.image.name,
    outcome.state,
    'size' in outcome && outcome.size !== undefined ? bytes(outcome.size) : '',
    'milliseconds' in outcome ? duration(outcome.milliseconds) : '',
    'digest' in outcome ? `${outcome.image.repository}:${outcome.image.tags[0]}@${outcome.digest}` : '',
  ])
  const widths = [0, 1, 2, 3].map(column => Math.max(...rows.map(row => row[column]?.length ?? 0)))
  return rows.map(([name = '', state = '', size = '', time = '', reference = '']) => {
    const [names = 0, states = 0, sizes = 0, times = 0] = widths
    const cells = [name.padEnd(names), state.padEnd(states), size.padStart(sizes), time.padStart(times)]
    return [...cells, reference].join('  ').trimEnd()
  })
}

function failureOf(outcomes: readonly Outcome[], scans: readonly ScanResult[]): string | undefined {
  const failed = outcomes.filter(outcome => outcome.state === 'failed')
  const crash = failed.find(
    outcome => outcome.error instanceof Error && !(outcome.error instanceof UserError),
  )
  if (crash) throw crash.error
  const skipped = outcomes
    .filter(outcome => outcome.state === 'not started')
    .map(outcome => outcome.image.name)
  const messages = [
    ...failed.map(outcome => messageOf(outcome.error)),
    ...(skipped.length > 0 ? [`not started after that: ${skipped.join(', ')}`] : []),
    ...scans.flatMap(scan => scan.failure ?? []),
  ]
  return messages.length > 0 ? messages.join('\n') : undefined
}
