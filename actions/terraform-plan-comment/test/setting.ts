import { execFile } from 'node:child_process'
import { mkdir, mkdtempDisposable, readFile, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { getOctokit } from '@actions/github'
import type { GitHub } from '../../../test/support/github/server.ts'
import { program } from '../../../test/support/programs/program.ts'
import { type RunOptions, runAction } from '../../../test/support/runner.ts'

/** A resource that needs no provider. */
export const resource = (name: string, input: string) =>
  `resource "terraform_data" "${name}" {\n  input = ${input}\n}\n`

/** A workspace with files. */
export async function workspace(files: Record<string, string>) {
  const folder = await mkdtempDisposable(join(tmpdir(), 'workspace-'))
  const write = async (name: string, content: string, mode?: number) => {
    await mkdir(dirname(join(folder.path, name)), { recursive: true })
    await writeFile(join(folder.path, name), content, { mode })
  }
  for (const [name, content] of Object.entries(files)) await write(name, content)
  return {
    path: folder.path,
    write,
    read: (name: string) => readFile(join(folder.path, name), 'utf8'),
    [Symbol.asyncDispose]: () => folder.remove(),
  }
}

const env = { TF_CLI_CONFIG_FILE: '/dev/null' }

/** Runs the action on a workspace. */
export async function planComment(
  cwd: string,
  inputs: Record<string, string>,
  { env: more, ...options }: RunOptions = {},
) {
  const PATH = [dirname(await program('terraform')), process.env.PATH].join(':')
  return runAction('terraform-plan-comment', {
    cwd,
    inputs: { tool: 'terraform', ...inputs },
    ...options,
    env: { ...env, PATH, ...more },
  })
}

/** Runs Terraform itself. */
export async function terraform(cwd: string, ...args: string[]): Promise<void> {
  await promisify(execFile)(await program('terraform'), args, { cwd, env: { ...process.env, ...env } })
}

/** A pull request on a repository of its own. */
export async function pullRequest(github: GitHub) {
  const [owner, repo] = ['maestrops', 'infra']
  const repository = await github.createRepository('maestrops/infra', { files: { 'README.md': 'x' } })
  await repository.commit('topic', { 'a.txt': 'a' }, 'Change')
  const { rest } = getOctokit(github.token(), { baseUrl: github.apiUrl })
  const { data } = await rest.pulls.create({ owner, repo, title: 'Change', head: 'topic', base: 'main' })
  const issue = { owner, repo, issue_number: data.number }
  return {
    number: data.number,
    comments: async () => (await rest.issues.listComments(issue)).data,
    labels: async () => (await rest.issues.listLabelsOnIssue(issue)).data.map(({ name }) => name),
    remove: (comment_id: number) => rest.issues.deleteComment({ owner, repo, comment_id }),
    close: () => rest.pulls.update({ owner, repo, pull_number: data.number, state: 'closed' }),
    reopen: () => rest.pulls.update({ owner, repo, pull_number: data.number, state: 'open' }),
    merge: () => rest.pulls.merge({ owner, repo, pull_number: data.number }),
    issues: async () => (await rest.issues.listForRepo({ owner, repo, state: 'all' })).data,
    /** What a step in a run on this pull request is given. */
    job(run = 1, token = github.token()): RunOptions {
      return {
        token,
        event: {
          number: data.number,
          pull_request: {
            number: data.number,
            head: { sha: data.head.sha, ref: 'topic' },
            base: { sha: data.base.sha, ref: 'main' },
          },
        },
        env: {
          ...github.env,
          GITHUB_EVENT_NAME: 'pull_request',
          GITHUB_REPOSITORY: 'maestrops/infra',
          GITHUB_REF: `refs/pull/${data.number}/merge`,
          GITHUB_RUN_ID: String(run),
        },
      }
    },
  }
}

/** Everything that left a step. */
export function everything(run: Awaited<ReturnType<typeof planComment>>): string {
  const said = run.rawStdout.replace(/^::add-mask::.*$/gm, '')
  return [said, run.summary, JSON.stringify(run.outputs), JSON.stringify(run.annotations)].join('\n')
}
