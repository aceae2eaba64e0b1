import { messageOf, UserError } from '../../../toolkit/action/errors.ts'
import type { Log } from '../../../toolkit/runner/log.ts'
import type { ArgoCD } from './api/client.ts'
import type { Outcome } from './follow.ts'
import { type Problem, problemsOf, warningIn } from './report/problems.ts'

/** How many resources are asked for their events. */
const MOST_ASKED = 5

/** Finds out which resources keep an application from being live. What cannot be had is left out. */
export async function diagnose(outcome: Outcome, argocd: ArgoCD, log: Log): Promise<Problem[]> {
  const { app, name, verdict } = outcome
  if (app === undefined || verdict.state === 'live') return []
  const tree = await orNothing(() => argocd.tree(name), log)
  const problems = problemsOf(app, tree ?? {})
  const asked = problems.filter(({ uid }) => uid !== undefined).slice(0, MOST_ASKED)
  const warnings = await Promise.all(
    asked.map(async problem => {
      const events = await orNothing(
        () => argocd.events(name, { ...problem, namespace: problem.namespace ?? '' }),
        log,
      )
      return [problem, warningIn(events?.items ?? [])] as const
    }),
  )
  const heard = new Map(warnings)
  return problems.map(problem => {
    const warning = heard.get(problem)
    const isNews = warning !== undefined && !problem.message.includes(warning)
    return isNews ? { ...problem, message: [problem.message, warning].filter(Boolean).join(' · ') } : problem
  })
}

async function orNothing<T>(ask: () => Promise<T>, log: Log): Promise<T | undefined> {
  try {
    return await ask()
  } catch (thrown) {
    if (!(thrown instanceof UserError)) throw thrown
    log.debug(messageOf(thrown))
    return undefined
  }
}
