import * as core from '@actions/core'
import { STATE_JOB_FOLDER } from '../../../toolkit/action/run.ts'
import { outlast, survivors } from '../../../toolkit/exec/outliving.ts'

/** GitHub ends a cancelled job after 5 minutes, post steps included. */
const PATIENCE = 270_000

/**
 * Waits for an apply that the runner left running when it killed the main step, so that the state is saved and
 * unlocked. (actions/runner, ProcessInvoker: on Linux and macOS it kills the step's own process and no other; those
 * that are left are killed at the end of the job.)
 */
export async function waitForSurvivors(folder = core.getState(STATE_JOB_FOLDER)): Promise<void> {
  if (folder === '') return
  for (const survivor of await survivors(folder)) {
    core.warning(
      `the step was killed while ${survivor.program} was applying; it was told to stop, and is waited for so that it can save the state`,
    )
    const ended = await outlast(survivor, PATIENCE)
    if (ended) core.info('It has ended. Run the job again: it tells what is left to do')
    else
      core.error(
        `${survivor.program} still runs and will be killed with the job: its state may stay locked and may lack what it did last`,
      )
  }
}
