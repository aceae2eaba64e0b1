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

/** The default variables (docs.github.com, "Variables reference") of a first run by a push to main. */
export function defaultVariables(
  workspace: string,
  eventPath: string,
  folder: string,
): Record<string, string> {
  return {
    GITHUB_ACTION: '__run',
    GITHUB_ACTION_PATH: folder,
    GITHUB_ACTION_REPOSITORY: 'maestrops/gitops-actions',
    GITHUB_ACTOR: 'octocat',
    GITHUB_ACTOR_ID: '583231',
    GITHUB_API_URL: 'https://api.github.com',
    GITHUB_BASE_REF: '',
    GITHUB_EVENT_NAME: 'push',
    GITHUB_EVENT_PATH: eventPath,
    GITHUB_GRAPHQL_URL: 'https://api.github.com/graphql',
    GITHUB_HEAD_REF: '',
    GITHUB_JOB: 'job',
    GITHUB_REF: 'refs/heads/main',
    GITHUB_REF_NAME: 'main',
    GITHUB_REF_PROTECTED: 'false',
    GITHUB_REF_TYPE: 'branch',
    GITHUB_REPOSITORY: 'octocat/hello-world',
    GITHUB_REPOSITORY_ID: '1296269',
    GITHUB_REPOSITORY_OWNER: 'octocat',
    GITHUB_REPOSITORY_OWNER_ID: '583231',
    GITHUB_RETENTION_DAYS: '90',
    GITHUB_RUN_ATTEMPT: '1',
    GITHUB_RUN_ID: '1658821493',
    GITHUB_RUN_NUMBER: '1',
    GITHUB_SERVER_URL: 'https://github.com',
    GITHUB_SHA: 'ffac537e6cbbf934b08745a378932722df287a53',
    GITHUB_TRIGGERING_ACTOR: 'octocat',
    GITHUB_WORKFLOW: 'workflow',
    GITHUB_WORKFLOW_REF: 'octocat/hello-world/.github/workflows/workflow.yml@refs/heads/main',
    GITHUB_WORKFLOW_SHA: 'ffac537e6cbbf934b08745a378932722df287a53',
    GITHUB_WORKSPACE: workspace,
  }
}
