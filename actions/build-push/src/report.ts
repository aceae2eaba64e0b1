import { messageOf } from '../../../toolkit/action/errors.ts'
import type { Report } from '../../../toolkit/action/spec.ts'
import { type Outcome, pushedImages } from './outcome.ts'
import type { Plan } from './plan.ts'
import type { spec } from './spec.ts'
import { summarize } from './summary.ts'

/** The outputs, the summary, and the failure if there is one. */
export function report(plan: Plan, outcomes: readonly Outcome[], builder: string): Report<typeof spec> {
  const pushed = pushedImages(outcomes)
  const [first] = plan.images
  const found = pushed.find(image => image.name === first?.name)
  const failure = failureOf(outcomes)
  return {
    outputs: {
      images: JSON.stringify(pushed),
      image: first && `${first.repository}:${plan.tag}`,
      tag: plan.tag,
      digest: found?.digest,
    },
    summary: summarize(plan, outcomes, builder),
    ...(failure !== undefined && { failure }),
  }
}

function failureOf(outcomes: readonly Outcome[]): string | undefined {
  const failed = outcomes.filter(outcome => outcome.state === 'failed')
  if (failed.length === 0) return undefined
  const skipped = outcomes
    .filter(outcome => outcome.state === 'not started')
    .map(outcome => outcome.image.name)
  const messages = failed.map(outcome => messageOf(outcome.error))
  return [...messages, ...(skipped.length > 0 ? [`not started after that: ${skipped.join(', ')}`] : [])].join(
    '\n',
  )
}
