import { randomUUID } from 'node:crypto'
import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { isAbsolute, join, relative } from 'node:path'
import {
  type ActionFile,
  completeInputs,
  findSuiteAction,
  inputVariables,
  readActionFile,
  stateVariables,
} from './runner/action-file.ts'
import { defaultVariables, machineEnvironment, nodeProgram, runnerVariables } from './runner/environment.ts'
import { FILE_COMMANDS_FOLDER } from './runner/file-commands.ts'
import { createMasks } from './runner/masks.ts'
import type { Annotation } from './runner/output.ts'
import type { CANCEL_GRACE } from './runner/process.ts'
import { runStepProcess } from './runner/step.ts'
import { endProcessesWith } from './runner/tree.ts'

export type { Annotation } from './runner/output.ts'

/** How an action is started. */
export interface RunOptions {
  /** By name, as under `with`; the rest gets the defaults of action.yml. */
  readonly inputs?: Readonly<Record<string, string>>
  /** Job and step environment; undefined takes a variable away. Also overrides `GITHUB_*` and `RUNNER_*`. */
  readonly env?: Readonly<Record<string, string | undefined>>
  /** The event's payload; GITHUB_EVENT_NAME is `push` unless `env` says otherwise. */
  readonly event?: unknown
  /** The workspace; default: an empty folder that is gone afterwards. */
  readonly cwd?: string
  /** RUNNER_TEMP; default: an empty folder that is gone afterwards. */
  readonly temp?: string
  /** What `${{ github.token }}` in a default of action.yml stands for; masked, like secrets. */
  readonly token?: string
  /** Values that the workflow has as secrets: masked from the start. */
  readonly secrets?: readonly string[]
  /** Cancels the step: after so many milliseconds, or at the first line of output for which this is true. */
  readonly killAfter?: number | ((line: string) => boolean)
  /** How long a cancelled step may tidy up, in milliseconds; default as on GitHub: 7,500 and then 2,500. */
  readonly grace?: typeof CANCEL_GRACE
  /** Shows `::debug::` lines, as with ACTIONS_STEP_DEBUG. */
  readonly debug?: boolean
}

/** What an action left behind. */
export interface ActionRun {
  /** Exit code of the main step; 128 + the number of the signal that ended it. */
  readonly code: number
  /** Exit code of the post step; undefined where the action has none. */
  readonly postCode: number | undefined
  readonly conclusion: 'success' | 'failure' | 'cancelled'
  readonly outputs: Readonly<Record<string, string>>
  /** What it added to GITHUB_ENV, GITHUB_PATH and GITHUB_STATE. */
  readonly env: Readonly<Record<string, string>>
  readonly path: readonly string[]
  readonly state: Readonly<Record<string, string>>
  /** The job summary, secrets hidden. */
  readonly summary: string
  /** The log as GitHub shows it: commands obeyed, secrets hidden. The post step's lines stand last. */
  readonly log: string
  /** Everything both steps wrote to either stream, as they wrote it. */
  readonly rawStdout: string
  /** Values given to `::add-mask::`. */
  readonly masks: readonly string[]
  readonly annotations: readonly Annotation[]
  /** Files that remain in RUNNER_TEMP after the post step, relative to it. */
  readonly tempLeft: readonly string[]
  /** Milliseconds from start to the end of the main step. */
  readonly duration: number
}

/**
 * Runs an action, main and post step, as GitHub's runner does.
 * @param name an action of this suite, run from the committed `dist/`; or a folder with an `action.yml`.
 */
export async function runAction(name: string, options: RunOptions = {}): Promise<ActionRun> {
  const scratch = await mkdtemp(join(tmpdir(), 'runner-'))
  try {
    return await runIn(scratch, name, options)
  } finally {
    await rm(scratch, { recursive: true, force: true, maxRetries: 3 })
  }
}

async function runIn(scratch: string, name: string, options: RunOptions): Promise<ActionRun> {
  const { token = '', secrets = [], cwd = join(scratch, 'workspace'), temp = join(scratch, 'temp') } = options
  const tools = join(scratch, 'tools')
  for (const folder of [cwd, temp, tools]) await mkdir(folder, { recursive: true })
  const masks = createMasks()
  for (const value of [...secrets, token]) masks.add(value)
  const given = masks.values.length

  const { folder, file, declared } = isAbsolute(name)
    ? { folder: name, file: readActionFile(name), declared: true }
    : findSuiteAction(name)
  const { inputs, unexpected } = completeInputs(file, options.inputs ?? {}, {
    contexts: { github: { token } },
  })
  const eventPath = join(scratch, 'event.json')
  await writeFile(eventPath, JSON.stringify(options.event ?? {}))
  // By this the runner finds what a job left running, and kills it at the end of the job.
  const tracking = `github_${randomUUID()}`
  const env = withOverrides(
    {
      RUNNER_TRACKING_ID: tracking,
      ...machineEnvironment(),
      ...runnerVariables(temp, tools),
      ...defaultVariables(cwd, eventPath, folder),
      ...inputVariables(inputs),
    },
    options.env ?? {},
  )
  const log = declared ? complain(unexpected, file) : []
  const raw: string[] = []
  const cancel = new AbortController()
  const watch = cancelWatch(options.killAfter, cancel)
  const start = (script: string, more: Record<string, string>, signal?: AbortSignal) =>
    runStepProcess({
      program: nodeProgram(),
      args: [join(folder, script)],
      cwd,
      env: { ...env, ...more },
      runnerTemp: temp,
      masks,
      show: line => log.push(line),
      raw(line) {
        raw.push(line)
        watch.line(line)
      },
      ...(options.debug && { debug: true }),
      ...(signal && { signal }),
      ...(options.grace && { grace: options.grace }),
    })

  const begun = performance.now()
  const main = await start(file.runs.main!, {}, cancel.signal)
  const duration = performance.now() - begun
  watch.stop()
  const post = file.runs.post ? await start(file.runs.post, stateVariables(main.commands.state)) : undefined
  endProcessesWith('RUNNER_TRACKING_ID', tracking)
  const { outputs, env: exported, path, state, summary } = main.commands
  return {
    code: main.code,
    postCode: post?.code,
    conclusion: cancel.signal.aborted ? 'cancelled' : main.ok && post?.ok !== false ? 'success' : 'failure',
    outputs,
    env: exported,
    path,
    state,
    summary: [summary, post?.commands.summary].join(''),
    log: log.join('\n'),
    rawStdout: raw.join('\n'),
    masks: masks.values.slice(given),
    annotations: [main, post].flatMap(process => process?.output.annotations ?? []),
    tempLeft: await filesBelow(temp),
    duration,
  }
}

function complain(unexpected: readonly string[], { inputs }: ActionFile): string[] {
  const quoted = (names: readonly string[]) => names.map(name => `'${name}'`).join(', ')
  if (unexpected.length === 0) return []
  const valid = quoted(Object.keys(inputs))
  return [`##[warning]Unexpected input(s) ${quoted(unexpected)}, valid inputs are [${valid}]`]
}

function withOverrides(
  env: Record<string, string>,
  overrides: Readonly<Record<string, string | undefined>>,
): Record<string, string> {
  const merged = { ...env, ...overrides }
  return Object.fromEntries(
    Object.entries(merged).filter((entry): entry is [string, string] => entry[1] !== undefined),
  )
}

function cancelWatch(killAfter: RunOptions['killAfter'], cancel: AbortController) {
  const timer = typeof killAfter === 'number' ? setTimeout(() => cancel.abort(), killAfter) : undefined
  return {
    line(text: string): void {
      if (typeof killAfter === 'function' && !cancel.signal.aborted && killAfter(text)) cancel.abort()
    },
    stop: () => clearTimeout(timer),
  }
}

async function filesBelow(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  return entries
    .filter(entry => !entry.isDirectory())
    .map(entry => relative(folder, join(entry.parentPath, entry.name)))
    .filter(path => !path.startsWith(FILE_COMMANDS_FOLDER))
    .sort()
}
