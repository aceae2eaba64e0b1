import { type Document, isMap, isScalar, LineCounter, parseDocument } from 'yaml'
import {
  type EventFilters,
  type Job,
  type Place,
  problem,
  type RunDefaults,
  type Step,
  type Workflow,
  WorkflowError,
} from './model.ts'
import { parser } from './parser.ts'
import { refusals } from './refusals.ts'

type Template = Awaited<ReturnType<typeof parser.convertWorkflowTemplate>>
type Plain = Record<string, unknown>
/** Finds where a key stands, by its path from the root. */
export type Locate = (...path: (string | number)[]) => Place

/**
 * Reads a workflow. GitHub's parser checks it and completes its conditions; the values come from the YAML document,
 * because the parser keeps block texts with their indentation.
 * @throws WorkflowError with the place of every schema error.
 */
export async function loadWorkflow(path: string, content: string): Promise<Workflow> {
  const template = await check(path, content)
  const lines = new LineCounter()
  const document = parseDocument(content, { lineCounter: lines })
  const locate: Locate = (...keys) => placeOf(path, document, lines, keys)
  const raw = document.toJS() as Plain
  return {
    path,
    unsupported: refusals(raw, locate),
    name: typeof raw.name === 'string' ? raw.name : path,
    on: readEvents(raw.on),
    env: raw.env,
    permissions: raw.permissions,
    concurrency: raw.concurrency,
    defaults: runDefaults(raw),
    jobs: Object.entries(raw.jobs as Record<string, Plain>).map(([id, job]) =>
      readJob(id, job, template, runDefaults(raw), locate),
    ),
  }
}

async function check(path: string, content: string): Promise<Template> {
  const { context, value } = parser.parseWorkflow(
    { name: path, content },
    new parser.NoOperationTraceWriter(),
  )
  const template = value && (await parser.convertWorkflowTemplate(context, value))
  const errors = context.errors.getErrors()
  if (errors.length > 0 || template === undefined)
    throw new WorkflowError(
      errors.map(({ range, rawMessage }) =>
        problem({ path, line: range?.start.line ?? 1, column: range?.start.column ?? 1 }, rawMessage),
      ),
    )
  return template
}

function readJob(id: string, raw: Plain, template: Template, inherited: RunDefaults, locate: Locate): Job {
  const checked = template.jobs.find(job => job.id.value === id)
  const steps = checked?.type === 'job' ? checked.steps : []
  return {
    id,
    name: raw.name ?? id,
    needs: listOf(raw.needs),
    condition: checked?.if.expression ?? 'success()',
    runsOn: raw['runs-on'],
    env: raw.env,
    outputs: raw.outputs,
    permissions: raw.permissions,
    environment: raw.environment,
    concurrency: raw.concurrency,
    strategy: raw.strategy,
    defaults: { ...inherited, ...runDefaults(raw) },
    timeoutMinutes: raw['timeout-minutes'],
    continueOnError: raw['continue-on-error'],
    steps: ((raw.steps as Plain[] | undefined) ?? []).map((step, index) => {
      const { id: stepId, if: condition } = steps[index] ?? {}
      return readStep(step, stepId ?? '', condition?.expression, locate('jobs', id, 'steps', index))
    }),
    place: locate('jobs', id),
  }
}

/** A step of a workflow or of a composite action, as it stands in the file. */
export function readStep(raw: Plain, id: string, condition: string | undefined, place: Place): Step {
  const text = (key: string) => (raw[key] === undefined ? undefined : String(raw[key]))
  return {
    id,
    name: raw.name,
    condition: condition ?? 'success()',
    env: raw.env,
    timeoutMinutes: raw['timeout-minutes'],
    continueOnError: raw['continue-on-error'],
    run: text('run'),
    shell: text('shell'),
    workingDirectory: text('working-directory'),
    uses: text('uses'),
    with: raw.with,
    place,
  }
}

function runDefaults(raw: Plain): RunDefaults {
  return ((raw.defaults as Plain | undefined)?.run as RunDefaults | undefined) ?? {}
}

/** `on` may be one event, a list, or a mapping; a filter may be one pattern or a list. */
export function readEvents(on: unknown): Record<string, EventFilters | null> {
  if (typeof on === 'string') return { [on]: null }
  if (Array.isArray(on)) return Object.fromEntries(on.map(name => [String(name), null]))
  return Object.fromEntries(
    Object.entries((on ?? {}) as Record<string, unknown>).map(([name, filters]) => [
      name,
      readFilters(filters),
    ]),
  )
}

function readFilters(filters: unknown): EventFilters | null {
  if (filters === null || filters === undefined) return null
  if (Array.isArray(filters)) return { cron: filters.map(entry => String((entry as Plain).cron)) }
  return Object.fromEntries(
    Object.entries(filters as Plain).map(([key, value]) => [
      key,
      ['inputs', 'outputs', 'secrets'].includes(key) ? value : listOf(value),
    ]),
  )
}

function listOf(value: unknown): string[] {
  if (value === undefined || value === null) return []
  return Array.isArray(value) ? value.map(String) : [String(value)]
}

function placeOf(path: string, document: Document, lines: LineCounter, keys: (string | number)[]): Place {
  const last = keys.at(-1)
  const parent = document.getIn(keys.slice(0, -1), true)
  const key = isMap(parent)
    ? parent.items.find(({ key }) => isScalar(key) && key.value === last)?.key
    : undefined
  const node = key ?? document.getIn(keys, true)
  const offset = (node as { range?: [number, number, number] } | undefined)?.range?.[0] ?? 0
  const { line, col } = lines.linePos(offset)
  return { path, line, column: col }
}
