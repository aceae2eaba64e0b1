import { completeInputs, readActionFile } from '../../../test/support/runner/action-file.ts'
import { resolveTexts } from '../../../test/support/runner/expressions.ts'
import type { StepRun } from '../report.ts'
import { compositeSteps } from '../workflow/composite-steps.ts'
import type { Step } from '../workflow/model.ts'
import { type StepState, scopeOf } from './step-runner.ts'
import type { Outcome, StepCall } from './world.ts'

/** Plays the steps of a composite action with its own `inputs` and `steps`; their logs become the step's log. */
export async function playComposite(
  folder: string,
  call: StepCall,
  outer: StepState,
  runStep: (step: Step, state: StepState) => Promise<StepRun>,
): Promise<Outcome> {
  const file = readActionFile(folder)
  const { inputs } = completeInputs(file, call.with, call.scope)
  const state: StepState = {
    ...outer,
    fixed: { ...outer.fixed, inputs },
    jobEnv: call.env,
    defaults: {},
    steps: {},
    status: 'success',
    onProgress: () => {},
  }
  const runs: StepRun[] = []
  for (const step of compositeSteps(file, `${folder}/action.yml`)) {
    const run = await runStep(step, state)
    runs.push(run)
    for (const line of run.log) call.show(line)
  }
  const outputs = Object.fromEntries(
    Object.entries(file.outputs).map(([name, { value }]) => [name, value ?? '']),
  )
  return {
    ok: state.status === 'success',
    outputs: resolveTexts(outputs, scopeOf(state)),
    env: {},
    path: [],
    summary: runs.map(({ summary }) => summary).join(''),
    annotations: runs.flatMap(({ annotations }) => annotations),
  }
}
