import { cleanUp, run, type World } from '../../../toolkit/action/run.ts'
import type { Report } from '../../../toolkit/action/spec.ts'
import { checkInputs } from './check-inputs.ts'
import { played } from './played.ts'
import { prepare } from './prepare.ts'
import { reportOf } from './report/report.ts'
import { type AnsibleInputs, spec } from './spec.ts'
import { closeConnections } from './ssh/close.ts'

export const main = () => run(spec, ansibleRun)
export const post = cleanUp

/** Plays a playbook on hosts, and tells what happened. */
export async function ansibleRun(inputs: AnsibleInputs, world: World): Promise<Report<typeof spec>> {
  const request = await checkInputs(inputs, world)
  const ready = await prepare(request, inputs, world)
  try {
    return await reportOf(await played(ready, inputs, world), inputs, world)
  } finally {
    await closeConnections(ready.ssh, world)
  }
}
