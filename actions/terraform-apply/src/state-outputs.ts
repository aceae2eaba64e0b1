import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileNameOf } from '../../../toolkit/terraform/plan/paths.ts'
import { type OutputValue, outputsOf } from '../../../toolkit/terraform/run/read.ts'
import type { Outcome } from './outcome.ts'
import { allOutputs, publicOutputs, sensitiveOutputs } from './outputs.ts'
import type { Planning } from './plan-roots.ts'

/** What later steps get of the outputs. */
export interface StateOutputs {
  readonly json: string
  readonly file: string | undefined
}

/** GitHub takes no more than 1 MiB for all outputs of a job. */
const LIMIT = 512 * 1024

/** Reads the outputs of every root module whose state is as planned; where one is not, of none. */
export async function readOutputs(planning: Planning, outcomes: readonly Outcome[]): Promise<StateOutputs> {
  const { world, tool } = planning
  if (world.signal.aborted || outcomes.some(({ kind }) => kind !== 'applied' && kind !== 'nothing'))
    return { json: '', file: undefined }
  const folder = await world.jobFolder()
  const byRoot = new Map<string, Readonly<Record<string, OutputValue>>>()
  for (const { root } of outcomes) {
    const to = join(folder, `${fileNameOf(root.directory)}.outputs.json`)
    byRoot.set(root.directory, await outputsOf(world, tool, root, to))
  }
  world.secrets.learn(sensitiveOutputs(byRoot))
  const file = join(folder, 'outputs.json')
  await writeFile(file, allOutputs(byRoot), { mode: 0o600 })
  const { json, withheld } = publicOutputs(byRoot, text => world.secrets.redact(text) !== text)
  for (const name of withheld)
    world.log.warning(
      `the output ${name} holds a secret and is not marked as sensitive, so it is left out of 'outputs'; mark it as sensitive, and read it from 'outputs-file'`,
    )
  if (Buffer.byteLength(json) <= LIMIT) return { json, file }
  world.log.warning("the outputs are too large for a step's output: 'outputs' is empty; read 'outputs-file'")
  return { json: '', file }
}
