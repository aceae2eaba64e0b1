import { catalogue, type Entry, type ProgramName } from './catalogue.ts'
import { findInCache, findOnMachine } from './find.ts'
import { install } from './install.ts'

const asked = new Map<ProgramName, Promise<string>>()

/**
 * The absolute path of a usable program: found on PATH, in the usual places or in the project's `.cache/programs`,
 * else installed, which is said before it is done. Building a Go program takes minutes.
 * @throws UserError that names the command to install it with, where it can be neither found nor installed.
 */
export function program(name: ProgramName): Promise<string> {
  const path = asked.get(name) ?? findOrInstall(name, catalogue[name])
  asked.set(name, path)
  return path
}

async function findOrInstall(name: ProgramName, entry: Entry): Promise<string> {
  return (await findOnMachine(entry)) ?? (await findInCache(entry)) ?? (await install(name, entry))
}
