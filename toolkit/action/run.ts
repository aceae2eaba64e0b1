import * as core from '@actions/core'
import { type Exec, exec } from '../exec/exec.ts'
import { createSecrets, type Secrets } from '../redact/secrets.ts'
import { type Context, readContext } from '../runner/context.ts'
import { privateFolder, removeFolder } from '../runner/folders.ts'
import { createLog, type Log } from '../runner/log.ts'
import { writeSummary } from '../runner/summary.ts'
import { CancelledError, machineFault, messageOf, UserError } from './errors.ts'
import { readInputs } from './fields.ts'
import type { ActionSpec, InputsOf, Report } from './spec.ts'

/** All that an action may touch; tests pass their own. */
export interface World {
  readonly env: NodeJS.ProcessEnv
  readonly context: Context
  readonly log: Log
  readonly exec: Exec
  readonly secrets: Secrets
  /** A private folder for credentials and scratch files: gone when the step ends, however it ends. */
  readonly folder: () => Promise<string>
  /** A private folder for what later steps of the job need: gone when the job ends, however it ends. */
  readonly jobFolder: () => Promise<string>
  /** Aborted when the job is cancelled. */
  readonly signal: AbortSignal
  readonly now: () => Date
}

const STATE_FOLDER = 'private-folder'
/** The name under which the runner keeps the path of `jobFolder` for the post step. */
export const STATE_JOB_FOLDER = 'job-folder'

/**
 * The one entry and the one catch of an action: reads inputs, acts, reports, cleans up, sets the exit code.
 * Never throws and never leaves a promise behind.
 */
export async function run<S extends ActionSpec>(
  spec: S,
  act: (inputs: InputsOf<S>, world: World) => Promise<Report<S>>,
): Promise<void> {
  const secrets = createSecrets(core.setSecret)
  const log = createLog(secrets)
  const cancelled = new AbortController()
  const cancel = () => cancelled.abort(new CancelledError())
  process.once('SIGINT', cancel).once('SIGTERM', cancel)
  const folder = privateFolder(process.env, path => core.saveState(STATE_FOLDER, path))
  const jobFolder = privateFolder(process.env, path => core.saveState(STATE_JOB_FOLDER, path))
  try {
    maskSecretInputs(spec, secrets)
    const inputs = readInputs(spec.inputs, given) as InputsOf<S>
    const world: World = {
      env: process.env,
      context: readContext(process.env),
      log,
      exec,
      secrets,
      folder: folder.path,
      jobFolder: jobFolder.path,
      signal: cancelled.signal,
      now: () => new Date(),
    }
    const report = await act(inputs, world)
    setOutputs(report)
    if (inputs.summary === true) await summarise(report, secrets, log)
    if (report.failure !== undefined) fail(log, report.failure)
  } catch (thrown) {
    reportFailure(spec, log, cancelled.signal.aborted ? new CancelledError() : thrown)
  } finally {
    // In this order: a signal that comes now must not stop the cleaning up.
    await folder.remove()
    process.off('SIGINT', cancel).off('SIGTERM', cancel)
  }
}

/** The post step of every action: removes what was kept for the job, and what a killed main step could not remove. */
export async function cleanUp(): Promise<void> {
  for (const state of [STATE_FOLDER, STATE_JOB_FOLDER]) {
    const folder = core.getState(state)
    if (folder !== '') await removeFolder(folder)
  }
}

function given(name: string): string {
  return core.getInput(name)
}

function maskSecretInputs(spec: ActionSpec, secrets: Secrets): void {
  for (const [name, declared] of Object.entries(spec.inputs)) if (declared.secret) secrets.add(given(name))
}

function setOutputs(report: Report<ActionSpec>): void {
  for (const [name, value] of Object.entries(report.outputs)) core.setOutput(name, value ?? '')
}

/** What was done is done: a summary that cannot be written is no reason to call it failed. */
async function summarise(report: Report<ActionSpec>, secrets: Secrets, log: Log): Promise<void> {
  try {
    await writeSummary(secrets.redact(report.summary))
  } catch (thrown) {
    log.warning(`the job summary cannot be written: ${messageOf(thrown)}`)
  }
}

function fail(log: Log, message: string): void {
  log.error(message)
  process.exitCode = 1
}

function reportFailure(spec: ActionSpec, log: Log, thrown: unknown): void {
  if (thrown instanceof UserError || thrown instanceof CancelledError) {
    fail(log, thrown.message)
    return
  }
  const machine = machineFault(thrown)
  if (machine !== undefined) {
    fail(log, machine)
    return
  }
  fail(
    log,
    `${spec.name} crashed: ${messageOf(thrown)}. This is a fault of the action, not of your workflow.`,
  )
  if (thrown instanceof Error && thrown.stack) log.info(thrown.stack)
}
