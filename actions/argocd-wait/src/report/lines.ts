import type { Status } from './status.ts'
import { resourceName } from './words.ts'

type Problems = Status['problems']

const MOST_LINES = 20
const MOST_NAMED = 3

/** What is wrong with an application, for the log, one line a resource. */
export function problemLines({ application, problems, url }: Status): string[] {
  const lines = problems.slice(0, MOST_LINES).map(problem => `  ${problemWords(problem)}`)
  const left = problems.length - lines.length
  return [`${application}: ${url}`, ...lines, ...(left > 0 ? [`  and ${left} more`] : [])]
}

/** Why the step fails, in one line. */
export function failureOf(statuses: readonly Status[], late: string | undefined): string {
  const missing = statuses.filter(({ live }) => !live)
  const each = missing.map(({ application, reason, problems }) => {
    const isSaid = (one: Problems[number]) =>
      reason.includes(resourceName(one)) && reason.includes(one.message)
    const news = problems
      .filter(one => !isSaid(one))
      .slice(0, MOST_NAMED)
      .map(problemWords)
    return `${application}: ${reason}${news.length > 0 ? ` (${news.join('; ')})` : ''}`
  })
  return `${late === undefined ? '' : `not live within ${late}: `}${each.join('; ')}`
}

function problemWords(problem: Problems[number]): string {
  return `${resourceName(problem)} ${problem.state}${problem.message ? `: ${problem.message}` : ''}`
}
