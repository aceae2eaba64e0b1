import { UserError } from '../../../toolkit/action/errors.ts'
import { cleanUp, run, type World } from '../../../toolkit/action/run.ts'
import type { Report } from '../../../toolkit/action/spec.ts'
import { connect } from './api/client.ts'
import { diagnose } from './diagnose.ts'
import { reporter } from './github/report.ts'
import { lookOnce, watch } from './look.ts'
import { reportOf } from './outcome.ts'
import { pageOf, statusOf } from './report/status.ts'
import { spec, type WaitInputs } from './spec.ts'

export const main = () => run(spec, argocdWait)
export const post = cleanUp

/** Waits until the wanted commit is live in all applications, and tells what keeps it from that. */
export async function argocdWait(inputs: WaitInputs, world: World): Promise<Report<typeof spec>> {
  const { server, ca, applications } = inputs
  const token = tokenOf(inputs, world)
  const github = reporter(inputs, world)
  const argocd = await connect({ server, token, ca }, world)
  const page = pageOf(server, applications[0]!)
  try {
    await github.begin(page)
    const waited = inputs['dry-run']
      ? await lookOnce(inputs, argocd, world)
      : await watch(inputs, argocd, world)
    const statuses = await Promise.all(
      waited.outcomes.map(async outcome =>
        statusOf(server, outcome, await diagnose(outcome, argocd, world.log)),
      ),
    )
    const report = reportOf(statuses, waited, inputs, world)
    await github.end(
      report.failure === undefined
        ? { state: 'success', description: 'live and healthy', url: page }
        : { state: 'failure', description: report.failure, url: page },
    )
    return report
  } catch (thrown) {
    const [state, description] = world.signal.aborted
      ? (['cancelled', 'the job was cancelled'] as const)
      : (['failure', 'the step broke off'] as const)
    await github.end({ state, description, url: page })
    throw thrown
  } finally {
    argocd.close()
  }
}

function tokenOf({ token }: WaitInputs, { env, secrets }: World): string {
  const found = token ?? env.ARGOCD_AUTH_TOKEN?.trim() ?? ''
  if (found === '')
    throw new UserError(
      "input 'token' was not given, and neither was the variable ARGOCD_AUTH_TOKEN; make one with `argocd proj role create-token PROJECT ROLE`, and give it as a secret (the workflow of a fork's pull request gets none)",
    )
  if (/[^\x21-\x7e]/.test(found))
    throw new UserError(
      "input 'token' is (a secret): it holds spaces or line breaks, and is no token of Argo CD",
    )
  secrets.add(found)
  return found
}
