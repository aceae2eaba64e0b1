import { existsSync } from 'node:fs'
import { arch } from 'node:os'
import { delimiter, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The project's folder. */
export const root = dirname(dirname(dirname(dirname(fileURLToPath(import.meta.url)))))

// Variables that would tell a step of a test's surroundings instead of its job's.
const FOREIGN =
  /^(GITHUB_|RUNNER_|INPUT_|STATE_|ACTIONS_|JEST_|npm_|NODE_OPTIONS$|NODE_ENV$|CI$|REQUIRE_ALL$)/i

/** The environment of the machine, as a service would see it: nothing of npm, jest or a surrounding job. */
export function machineEnvironment(): Record<string, string> {
  const kept = Object.entries(process.env).filter(
    (entry): entry is [string, string] => entry[1] !== undefined && !FOREIGN.test(entry[0]),
  )
  return Object.fromEntries(kept)
}

/** RUNNER_* as on a Linux machine of one's own. */
export function runnerVariables(temp: string, toolCache: string): Record<string, string> {
  return {
    CI: 'true',
    GITHUB_ACTIONS: 'true',
    RUNNER_OS: 'Linux',
    RUNNER_ARCH: arch() === 'arm64' ? 'ARM64' : 'X64',
    RUNNER_NAME: 'rehearsal',
    RUNNER_ENVIRONMENT: 'self-hosted',
    RUNNER_TEMP: temp,
    RUNNER_TOOL_CACHE: toolCache,
  }
}

/** The Node 24 that actions run under: this one, or the one that the project brings along. */
export function nodeProgram(): string {
  if (Number(process.versions.node.split('.')[0]) >= 24) return process.execPath
  const brought = join(root, 'node_modules/.bin/node')
  if (!existsSync(brought)) throw new Error('Node 24 is missing: run npm ci, with optional dependencies')
  return brought
}

/** PATH with folders in front; the last one added stands first. */
export function prependPath(path: string | undefined, folders: readonly string[]): string {
  return [...folders]
    .reverse()
    .concat(path ?? '')
    .filter(part => part !== '')
    .join(delimiter)
}
