import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type GitHub, startGitHub } from '../../../test/support/github/server.ts'
import { type ActionRun, type RunOptions, runAction } from '../../../test/support/runner.ts'
import { type TerraformTool, terraformEnvironment } from '../../../test/support/services/terraform.ts'
import { readSections } from '../../../toolkit/comment/read-sections.ts'
import { exec } from '../../../toolkit/exec/exec.ts'
import { createGitHub } from '../../../toolkit/github/client.ts'
import { createSecrets } from '../../../toolkit/redact/secrets.ts'
import { readContext } from '../../../toolkit/runner/context.ts'

const REPOSITORY = 'acme/shop'
const BASE = 'infra_main'
const AT = { owner: 'acme', repo: 'shop' }

/** A pull request of the story. */
export interface Pull {
  readonly number: number
  readonly branch: string
  readonly head: string
}

export type Files = Readonly<Record<string, string | null>>

/** What else a step gets. */
export type More = Pick<RunOptions, 'inputs' | 'env' | 'event' | 'killAfter' | 'grace' | 'token'>

/** A repository with Terraform in it, its GitHub, and a place where the state is. */
export interface Stage extends AsyncDisposable {
  readonly github: GitHub
  /** For the state and for what the tests leave for provisioners to find. */
  readonly folder: string
  readonly env: Readonly<Record<string, string>>
  /** A pull request against the base branch. */
  open(files: Files): Promise<Pull>
  push(pull: Pull, files: Files): Promise<Pull>
  /** Runs terraform-plan-comment on a pull request. */
  plan(pull: Pull, more?: More): Promise<ActionRun>
  /** @returns the commit on the base branch. */
  merge(pull: Pull, method?: 'merge' | 'squash' | 'rebase'): Promise<string>
  /** Commits onto the base branch, without a pull request. */
  commit(files: Files): Promise<string>
  /** Runs terraform-apply as on a push of a commit to the base branch. */
  apply(sha: string, more?: More): Promise<ActionRun>
  /** What `terraform state pull` says of a root module. */
  state(directory?: string): Promise<State>
  /** Bodies of all comments on a pull request. */
  comments(pull: Pull): Promise<{ id: number; body: string }[]>
  /** The data that an action left in its section. */
  data(pull: Pull, action: string, directory?: string): Promise<Readonly<Record<string, string>> | undefined>
  client(token?: string): ReturnType<typeof createGitHub>
}

/** The parts of a state that tests look at. */
export interface State {
  readonly serial: number
  readonly resources: readonly {
    readonly name: string
    readonly instances: readonly { readonly status?: string; readonly attributes: Record<string, unknown> }[]
  }[]
}

/** `{folder}` in a file stands for the stage's folder. */
export async function startStage(
  files: Files,
  tools: readonly TerraformTool[] = ['terraform'],
): Promise<Stage> {
  const folder = await mkdtemp(join(tmpdir(), 'stage-'))
  const terraform = await terraformEnvironment({ tools })
  const github = await startGitHub()
  const fill = (some: Files) =>
    Object.fromEntries(
      Object.entries(some).map(([name, text]) => [name, text?.replaceAll('{folder}', folder) ?? null]),
    )
  const shop = await github.createRepository(REPOSITORY, { files: { 'README.md': '' } })
  await shop.commit(BASE, fill(files), 'Start')
  const token = github.token()
  const env = { ...terraform.env, ...github.env, GITHUB_REPOSITORY: REPOSITORY }
  let runs = 1000

  const client = (own = token) => {
    const context = readContext(env)
    const signal = new AbortController().signal
    return createGitHub({ context, secrets: createSecrets(), signal, now: () => new Date() }, own)
  }
  const api = await client()

  async function checkout(revision: string): Promise<string> {
    const path = join(folder, `checkout-${++runs}`)
    await exec('git', ['clone', '--quiet', '--no-checkout', shop.path, path])
    await exec('git', ['-C', path, 'checkout', '--quiet', revision])
    return path
  }
  async function step(
    action: string,
    revision: string,
    more: More & { env: Record<string, string | undefined> },
  ) {
    const cwd = await checkout(revision)
    const run = { GITHUB_RUN_ID: String(runs), GITHUB_RUN_NUMBER: String(runs) }
    return runAction(action, {
      ...more,
      cwd,
      token: more.token ?? token,
      env: { ...env, ...run, ...more.env },
    })
  }

  return {
    github,
    folder,
    env,
    client,
    async open(changes) {
      const branch = `topic-${++runs}`
      const start = await shop.head(BASE)
      await exec('git', ['-C', shop.path, 'update-ref', `refs/heads/${branch}`, start ?? ''])
      const head = await shop.commit(branch, fill(changes), 'Change the infrastructure')
      const { data } = await api.rest.pulls.create({ ...AT, head: branch, base: BASE, title: 'Change' })
      return { number: data.number, branch, head }
    },
    push: async (pull, changes) => ({ ...pull, head: await shop.commit(pull.branch, fill(changes), 'More') }),
    async plan(pull, more = {}) {
      const { data } = await api.rest.pulls.get({ ...AT, pull_number: pull.number })
      return step('terraform-plan-comment', pull.head, {
        event: { action: 'synchronize', number: pull.number, pull_request: data },
        ...more,
        env: { GITHUB_EVENT_NAME: 'pull_request', GITHUB_REF: `refs/pull/${pull.number}/merge`, ...more.env },
      })
    },
    async merge({ number }, method = 'squash') {
      const { data } = await api.rest.pulls.merge({ ...AT, pull_number: number, merge_method: method })
      return data.sha
    },
    commit: changes => shop.commit(BASE, fill(changes), 'Push'),
    apply: (sha, more = {}) =>
      step('terraform-apply', sha, {
        ...more,
        env: { GITHUB_EVENT_NAME: 'push', GITHUB_REF: `refs/heads/${BASE}`, GITHUB_SHA: sha, ...more.env },
      }),
    async state(directory = '.') {
      const cwd = join(await checkout(BASE), directory)
      const run = (args: string[]) => exec('terraform', args, { cwd, env: { ...process.env, ...env } })
      await run(['init', '-input=false'])
      const { stdout } = await run(['state', 'pull'])
      return stdout.trim() === '' ? { serial: 0, resources: [] } : (JSON.parse(stdout) as State)
    },
    async comments({ number }) {
      const all = await api.paginate(api.rest.issues.listComments, {
        ...AT,
        issue_number: number,
        per_page: 100,
      })
      return all.map(({ id, body = '' }) => ({ id, body }))
    },
    async data({ number }, action, directory = '.') {
      const read = await readSections(api, { repository: REPOSITORY, number, key: 'infrastructure' })
      return read?.sections.find(one => one.action === action && one.directory === directory)?.data
    },
    async [Symbol.asyncDispose]() {
      await rm(folder, { recursive: true, force: true, maxRetries: 5 })
      await terraform[Symbol.asyncDispose]()
      await github[Symbol.asyncDispose]()
    },
  }
}
