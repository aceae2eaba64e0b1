import { readFile } from 'node:fs/promises'
import { messageOf, UserError } from '../action/errors.ts'
import { type InfracostRoot, readInfracostV0 } from './infracost-v0.ts'
import { type InfracostV2Root, readInfracostV2 } from './infracost-v2.ts'
import type { CostReport } from './report.ts'

/**
 * Reads a JSON file of Infracost: version 0.2 (`breakdown`, `diff` and `output` of v0.10) or that of v2's `scan --json`.
 * @throws UserError where it is neither, naming the file.
 */
export async function readCosts(path: string): Promise<CostReport> {
  return parseCosts(await textOf(path), path)
}

/**
 * The same from text.
 * @param name what errors call it.
 */
export function parseCosts(text: string, name: string): CostReport {
  const root = parsed(text, name)
  try {
    return isV0(root) ? readInfracostV0(root) : readInfracostV2(root)
  } catch (thrown) {
    if (thrown instanceof UserError) throw new UserError(`'${name}': ${thrown.message}`)
    // A list or an object was expected, and something else stands there.
    if (!(thrown instanceof TypeError)) throw thrown
    throw new UserError(`'${name}' is not formed as Infracost writes it (${thrown.message}); ${MAKE_IT}`)
  }
}

function parsed(text: string, name: string): InfracostRoot | InfracostV2Root {
  let root: unknown
  try {
    root = JSON.parse(text.replace(/^\ufeff/, ''))
  } catch (thrown) {
    throw new UserError(`'${name}' is no JSON (${messageOf(thrown)}); ${MAKE_IT}`)
  }
  const { version, projects } = (root ?? {}) as { version?: unknown; projects?: unknown }
  if (!Array.isArray(projects)) throw new UserError(`'${name}' is no JSON of Infracost; ${MAKE_IT}`)
  if (version === undefined) return root as InfracostV2Root
  if (typeof version !== 'string' || !/^0\.[12]$/.test(version))
    throw new UserError(
      `'${name}' has version ${JSON.stringify(version)} of Infracost's JSON; this action reads 0.2, which v0.10 writes`,
    )
  return root as InfracostRoot
}

const MAKE_IT = 'make it with `infracost breakdown --format json --out-file FILE`'

function isV0(root: InfracostRoot | InfracostV2Root): root is InfracostRoot {
  return root.version !== undefined
}

async function textOf(path: string): Promise<string> {
  try {
    return await readFile(path, 'utf8')
  } catch (thrown) {
    throw new UserError(`'${path}' cannot be read: ${messageOf(thrown)}`)
  }
}
