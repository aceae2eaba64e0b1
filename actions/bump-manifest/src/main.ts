import { UserError } from '../../../toolkit/action/errors.ts'
import { cleanUp, run, type World } from '../../../toolkit/action/run.ts'
import type { Report } from '../../../toolkit/action/spec.ts'
import { land } from './land.ts'
import { reportOf } from './outcome.ts'
import { bumpRepository } from './repository.ts'
import { readRequest } from './request.ts'
import { type BumpInputs, spec } from './spec.ts'
import { workspaceTarget } from './targets/workspace.ts'

export const main = () => run(spec, bumpManifest)
export const post = cleanUp

/** Changes the workspace, a branch, or a branch by pull request, and tells what became of it. */
export function bumpManifest(inputs: BumpInputs, world: World): Promise<Report<typeof spec>> {
  return inputs.mode === 'write' ? bumpWorkspace(inputs, world) : bumpRepository(inputs, world)
}

async function bumpWorkspace(inputs: BumpInputs, world: World): Promise<Report<typeof spec>> {
  for (const name of ['repository', 'branch'] as const)
    if (inputs[name] !== undefined)
      throw new UserError(
        `input '${name}' has no use in mode 'write', which edits the workspace; leave it out`,
      )
  const request = readRequest(inputs)
  const target = workspaceTarget(world.context.workspace, request)
  return reportOf({ target, ...(await land(target, request, inputs, world)) }, inputs, world)
}
