import { access, constants } from 'node:fs/promises'
import { delimiter, join } from 'node:path'
import { exec } from '../../../../toolkit/exec/exec.ts'
import type { Outcome, StepCall } from '../../job/world.ts'
import { environmentOf } from '../process.ts'

/** Something small that takes the place of an action that cannot be downloaded here. */
export interface StandIn {
  /** The inputs it understands, in lower case. */
  readonly inputs: readonly string[]
  /** Of those the ones that must be given. */
  readonly required?: readonly string[]
  /** Inputs that the action declares and that are not played; refused before the run, as such. */
  readonly notPlayed?: readonly string[]
  /** Does what is needed, and says what that was. */
  readonly play: (call: StepCall) => Promise<Partial<Outcome> & { standIn: string }>
}

/** What the player does not support among the inputs that a step gives an action. */
export function inputProblems(
  action: string,
  { inputs, required = [], notPlayed = [] }: Omit<StandIn, 'play'>,
  given: readonly string[],
): { readonly input?: string; readonly what: string }[] {
  const names = new Set(given.map(name => name.toLowerCase()))
  const wrong = given
    .filter(name => !inputs.includes(name.toLowerCase()))
    .map(input => {
      const unknown = notPlayed.includes(input.toLowerCase()) ? '' : ', which declares no such input'
      return { input, what: `the input '${input}' of ${action}${unknown}` }
    })
  const missing = required.filter(name => !names.has(name))
  return [...wrong, ...missing.map(name => ({ what: `${action} without its input '${name}'` }))]
}

/** The first line that a program of this machine prints, such as its version. */
export async function firstLine(call: StepCall, program: string, args: string[]): Promise<string> {
  const { stdout } = await exec(await whereIs(call, program), args, {
    env: environmentOf(call),
    signal: call.signal,
  })
  return stdout.split('\n')[0]?.trim() ?? ''
}

/** A program on the job's own PATH, which is not this process's. Throws where there is none. */
export async function whereIs(call: StepCall, program: string): Promise<string> {
  for (const folder of (environmentOf(call).PATH ?? '').split(delimiter)) {
    const path = join(folder, program)
    const found = await access(path, constants.X_OK).then(
      () => true,
      () => false,
    )
    if (folder !== '' && found) return path
  }
  throw new Error(`'${program}' is not on this machine's PATH`)
}

/** `; asked for was …`, where something was. */
export function askedFor(version: string | undefined): string {
  return version ? `; asked for was ${version}` : ''
}
