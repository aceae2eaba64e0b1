import { resolve } from 'node:path'
import { findSuiteAction, readActionFile } from '../../../test/support/runner/action-file.ts'
import type { Outcome, StepCall } from '../job/world.ts'
import { checkout } from './checkout.ts'
import { runNodeAction } from './node-action.ts'
import { playStandIn } from './stand-ins/index.ts'
import { parseUses } from './uses.ts'

/** Plays a `uses:` step, whatever kind of action it names. */
export async function runUses(
  text: string,
  call: StepCall,
  playComposite: (folder: string, call: StepCall) => Promise<Outcome>,
): Promise<Outcome> {
  const uses = parseUses(text)
  switch (uses.kind) {
    case 'suite':
      return runNodeAction(findSuiteAction(uses.action), text, call)
    case 'checkout':
      return checkout(call)
    case 'stand-in':
      return playStandIn(uses.action, call)
    case 'local': {
      const folder = resolve(call.world.workspace, uses.action)
      const file = readActionFile(folder)
      if (file.runs.using === 'composite') return playComposite(folder, call)
      if (!file.runs.using.startsWith('node'))
        throw new Error(`the player does not support 'using: ${file.runs.using}' (${text})`)
      return runNodeAction({ folder, file, declared: true }, text, call)
    }
    default:
      throw new Error(`the player has nothing for '${text}'`)
  }
}
