import { posix } from 'node:path'
import { parse } from 'yaml'
import { problem, type Workflow } from './model.ts'
import { checkStep } from './refusals.ts'

type Plain = Record<string, unknown>
type ReadFile = (path: string) => Promise<string | undefined>

/** What the player cannot play in the actions that lie in the repository itself. */
export async function localActionProblems(workflow: Workflow, read: ReadFile): Promise<string[]> {
  const steps = workflow.jobs.flatMap(job => job.steps)
  const problems = await Promise.all(
    steps.map(async ({ uses, place }) => {
      if (!uses?.startsWith('./')) return []
      const folder = posix.normalize(uses)
      const text = (await read(`${folder}/action.yml`)) ?? (await read(`${folder}/action.yaml`))
      // An action that an earlier step puts there cannot be looked at yet; it is looked at when it runs.
      return text === undefined ? [] : judge(uses, parse(text) as Plain, message => problem(place, message))
    }),
  )
  return problems.flat()
}

function judge(uses: string, action: Plain, at: (message: string) => string): string[] {
  const runs = (action.runs ?? {}) as Plain
  if (typeof runs.using === 'string' && runs.using.startsWith('node') && runs.pre === undefined) return []
  if (runs.using !== 'composite')
    return [at(`the player does not support 'using: ${String(runs.using)}', or its 'pre' step, of ${uses}`)]
  const found: string[] = []
  for (const step of (runs.steps ?? []) as Plain[])
    checkStep(step, [], (_path, what) => found.push(at(`${uses}: the player does not support ${what}`)))
  return found
}
