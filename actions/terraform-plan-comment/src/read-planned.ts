import type { World } from '../../../toolkit/action/run.ts'
import { fingerprint } from '../../../toolkit/terraform/plan/fingerprint.ts'
import { readPlan } from '../../../toolkit/terraform/plan/read.ts'
import type { Planned } from './results.ts'
import type { PlanInputs } from './spec.ts'

/**
 * Reads a plan from its JSON, and hides its secrets from now on.
 * @throws UserError where it is none, is cut short, or is of a version that is not known.
 */
export async function readPlanned(
  world: World,
  planned: Omit<Planned, 'outcome' | 'plan' | 'fingerprint'> & { jsonFile: string },
  { redact }: Pick<PlanInputs, 'redact'>,
): Promise<Planned> {
  const plan = await readPlan(planned.jsonFile, { redact })
  world.secrets.learn(plan.sensitiveValues)
  const salt = {
    repository: world.context.repository,
    directory: planned.root.directory,
    workspace: planned.workspace,
  }
  return { ...planned, outcome: 'planned', plan, fingerprint: await fingerprint(plan.digest, salt) }
}
