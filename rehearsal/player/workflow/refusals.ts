import { checkoutInputs } from '../steps/checkout-inputs.ts'
import { standIns } from '../steps/stand-ins/index.ts'
import { inputProblems } from '../steps/stand-ins/stand-in.ts'
import { parseUses } from '../steps/uses.ts'
import type { Locate } from './load.ts'
import { problem } from './model.ts'

type Plain = Record<string, unknown>
/** Tells that something at a path is not supported. */
type Refuse = (path: (string | number)[], what: string) => void

const SHELLS = ['bash', 'sh', 'python']
const EVENTS = [
  'push',
  'pull_request',
  'pull_request_target',
  'workflow_dispatch',
  'workflow_run',
  'repository_dispatch',
  'schedule',
  'issues',
  'issue_comment',
  'delete',
  'create',
  'release',
  'merge_group',
]

/** What in a workflow the player cannot play, with file, line and column. Nothing is ever skipped in silence. */
export function refusals(workflow: Plain, locate: Locate): string[] {
  const found: string[] = []
  const refuse: Refuse = (path, what) =>
    found.push(problem(locate(...path), `the player does not support ${what}`))
  for (const event of eventNames(workflow.on))
    if (!EVENTS.includes(event)) refuse(['on'], `the event '${event}'`)
  checkWorkflowRun(workflow.on, refuse)
  checkShell((workflow.defaults as Plain | undefined)?.run as Plain | undefined, ['defaults', 'run'], refuse)
  for (const [id, job] of Object.entries((workflow.jobs ?? {}) as Record<string, Plain>))
    checkJob(job, ['jobs', id], refuse)
  return found
}

function checkJob(job: Plain, path: (string | number)[], refuse: Refuse): void {
  for (const key of ['container', 'services', 'uses', 'snapshot'])
    if (job[key] !== undefined) refuse([...path, key], `'${key}' on a job`)
  const runsOn = JSON.stringify(job['runs-on'] ?? '')
  if (/windows|macos/i.test(runsOn)) refuse([...path, 'runs-on'], `runners other than Linux: ${runsOn}`)
  checkShell(
    (job.defaults as Plain | undefined)?.run as Plain | undefined,
    [...path, 'defaults', 'run'],
    refuse,
  )
  const steps = (job.steps ?? []) as Plain[]
  for (const [index, step] of steps.entries()) checkStep(step, [...path, 'steps', index], refuse)
}

/** Checks a step of a job or of a composite action. */
export function checkStep(step: Plain, path: (string | number)[], refuse: Refuse): void {
  for (const key of ['background', 'wait', 'wait-all', 'cancel', 'parallel'])
    if (step[key] !== undefined) refuse([...path, key], `'${key}' on a step`)
  checkShell(step, path, refuse)
  if (typeof step.uses !== 'string') return
  const uses = parseUses(step.uses)
  if (uses.kind === 'unknown') refuse([...path, 'uses'], `'${step.uses}': it has no stand-in`)
  const standIn = uses.kind === 'checkout' ? checkoutInputs : standIns[uses.action]
  if (standIn === undefined) return
  for (const { input, what } of inputProblems(uses.action, standIn, Object.keys((step.with ?? {}) as Plain)))
    refuse(input === undefined ? [...path, 'uses'] : [...path, 'with', input], what)
}

/** The player tells of runs that have ended, not of those that are asked for or begin. */
function checkWorkflowRun(on: unknown, refuse: Refuse): void {
  if (!eventNames(on).includes('workflow_run')) return
  const { types = [] } = ((on as Plain).workflow_run ?? {}) as { types?: string | string[] }
  const others = [types].flat().filter(type => type !== 'completed')
  if (others.length > 0)
    refuse(['on', 'workflow_run', 'types'], `the type '${others.join("', '")}' of workflow_run`)
  else if ([types].flat().length === 0)
    refuse(
      ['on', 'workflow_run'],
      "workflow_run without 'types: [completed]', as it would start with the run, too",
    )
}

function checkShell(holder: Plain | undefined, path: (string | number)[], refuse: Refuse): void {
  const shell = holder?.shell
  if (shell !== undefined && !SHELLS.includes(String(shell)))
    refuse([...path, 'shell'], `the shell '${String(shell)}'`)
}

function eventNames(on: unknown): string[] {
  if (typeof on === 'string') return [on]
  return Array.isArray(on) ? on.map(String) : Object.keys((on ?? {}) as Plain)
}
