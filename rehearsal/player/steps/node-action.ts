import { join } from 'node:path'
import {
  type ActionFile,
  completeInputs,
  inputVariables,
  stateVariables,
} from '../../../test/support/runner/action-file.ts'
import { nodeProgram } from '../../../test/support/runner/environment.ts'
import type { Outcome, StepCall } from '../job/world.ts'
import { outcomeOf, runInJob } from './process.ts'

/** Runs a JavaScript action; its post step is kept for the end of the job. */
export async function runNodeAction(
  { folder, file, declared }: { folder: string; file: ActionFile; declared: boolean },
  uses: string,
  call: StepCall,
): Promise<Outcome> {
  const { main, post, 'post-if': condition = 'always()' } = file.runs
  if (main === undefined) throw new Error(`${uses}: its action.yml names no 'main'`)
  const { inputs, unexpected } = completeInputs(file, call.with, call.scope)
  showInputs(uses, inputs, call)
  if (declared && unexpected.length > 0)
    call.show(
      `##[warning]Unexpected input(s) '${unexpected.join("', '")}', valid inputs are ['${Object.keys(file.inputs).join("', '")}']`,
    )
  const env = { ...inputVariables(inputs), GITHUB_ACTION_PATH: folder }
  const start = (from: StepCall, script: string, state: Record<string, string>) =>
    runInJob(from, nodeProgram(), [join(folder, script)], {
      cwd: from.world.workspace,
      env: { ...env, ...state },
    })
  const result = await start(call, main, {})
  if (post !== undefined)
    call.world.posts.push({
      name: `Post ${call.name}`,
      kind: uses,
      condition,
      with: call.with,
      env: call.env,
      play: async later => outcomeOf(await start(later, post, stateVariables(result.commands.state))),
    })
  return outcomeOf(result)
}

function showInputs(uses: string, inputs: Record<string, string>, { show }: StepCall): void {
  show(`##[group]Run ${uses}`)
  const given = Object.entries(inputs).filter(([, value]) => value !== '')
  if (given.length > 0) show('with:')
  for (const [name, value] of given)
    for (const line of `  ${name}: ${value.trimEnd()}`.split('\n')) show(line)
  show('##[endgroup]')
}
