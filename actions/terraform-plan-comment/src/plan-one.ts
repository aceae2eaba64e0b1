import { existsSync } from 'node:fs'
import { messageOf, UserError } from '../../../toolkit/action/errors.ts'
import type { World } from '../../../toolkit/action/run.ts'
import { planPath } from '../../../toolkit/terraform/plan/paths.ts'
import { initRoot, planRoot } from '../../../toolkit/terraform/run/commands.ts'
import type { Diagnostic } from '../../../toolkit/terraform/run/diagnostics.ts'
import { allOf, type Ran, type Say } from '../../../toolkit/terraform/run/exec-tool.ts'
import { learnSecrets } from '../../../toolkit/terraform/run/learn-secrets.ts'
import { showJson, showText } from '../../../toolkit/terraform/run/read.ts'
import type { RootModule } from '../../../toolkit/terraform/run/root-modules.ts'
import { learnState } from '../../../toolkit/terraform/run/state-secrets.ts'
import type { Tool } from '../../../toolkit/terraform/run/tool.ts'
import { workspaceOf } from '../../../toolkit/terraform/run/workspace.ts'
import { readPlanned } from './read-planned.ts'
import type { Failed, Planned, Texted } from './results.ts'
import type { PlanInputs } from './spec.ts'

/** Plans one root module. What goes wrong there is a result, so that the others are still reported. */
export async function planOne(
  world: World,
  tool: Tool,
  root: RootModule,
  inputs: PlanInputs,
  { say, turn }: { say: Say; turn: <T>(task: () => Promise<T>) => Promise<T> },
): Promise<Planned | Texted | Failed> {
  const common = { root, workspace: workspaceOf(world.env, root, inputs) }
  const failed = (step: string, diagnostics: readonly Diagnostic[]): Failed => ({
    ...common,
    outcome: 'failed',
    step,
    diagnostics,
  })
  try {
    learnSecrets(world, root, inputs)
    const init = await turn(() => initRoot(world, tool, root, inputs, { say }))
    if (!init.ok) return failed('init', allOf(init))
    const planFile = planPath(await world.jobFolder(), root.directory, 'plan')
    // Errors are told at the end: only then is it known what in them must be hidden.
    const run = await planRoot(world, tool, root, inputs, { out: planFile, say, sayDiagnostic: () => {} })
    if (!run.ok && !existsSync(planFile)) {
      await learnState(world, tool, root)
      return failed('plan', allOf(run))
    }
    return await readSaved(
      world,
      tool,
      { ...common, diagnostics: run.ok ? run.diagnostics : allOf(run) },
      planFile,
      run,
      inputs,
    )
  } catch (thrown) {
    if (!(thrown instanceof UserError)) throw thrown
    return failed('plan', [{ severity: 'error', summary: thrown.message, detail: '' }])
  }
}

/** Reads a saved plan; where `show -json` or the reading fails, there is still the text that the tool prints. */
async function readSaved(
  world: World,
  tool: Tool,
  common: Pick<Planned, 'root' | 'workspace' | 'diagnostics'>,
  planFile: string,
  { ok }: Ran,
  inputs: PlanInputs,
): Promise<Planned | Texted> {
  const jsonFile = planPath(await world.jobFolder(), common.root.directory, 'json')
  try {
    await showJson(world, tool, common.root, { planFile, to: jsonFile })
    return await readPlanned(world, { ...common, ok, planFile, jsonFile }, inputs)
  } catch (thrown) {
    if (!(thrown instanceof UserError)) throw thrown
    // The text marks only what its own schema knows to be sensitive.
    await learnState(world, tool, common.root)
    const text = await showText(world, tool, common.root, planFile)
    return { ...common, outcome: 'text', text, why: messageOf(thrown), planFile }
  }
}
