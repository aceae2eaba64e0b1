import { mkdir, mkdtempDisposable, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { getOctokit } from '@actions/github'
import type { GitHub } from '../../../test/support/github/server.ts'

/** A workspace with files. */
export async function workspace(files: Record<string, string>) {
  const folder = await mkdtempDisposable(join(tmpdir(), 'workspace-'))
  for (const [name, content] of Object.entries(files)) {
    await mkdir(dirname(join(folder.path, name)), { recursive: true })
    await writeFile(join(folder.path, name), content)
  }
  return { path: folder.path, [Symbol.asyncDispose]: () => folder.remove() }
}

/** The event of a pull request, as the runner gives it. */
export function onPullRequest(number = 1, head = 'a'.repeat(40)) {
  return {
    env: {
      GITHUB_EVENT_NAME: 'pull_request',
      GITHUB_REPOSITORY: 'maestrops/infra',
      GITHUB_REF: `refs/pull/${number}/merge`,
      GITHUB_SHA: 'b'.repeat(40),
    },
    event: {
      number,
      pull_request: {
        number,
        head: { sha: head, ref: 'topic' },
        base: { sha: 'c'.repeat(40), ref: 'main' },
      },
    },
  }
}

/** A pull request in a repository of its own, and a token that may comment on it. */
export async function pullRequest(github: GitHub) {
  const repository = await github.createRepository('maestrops/infra', { files: { 'README.md': 'x' } })
  await repository.commit('topic', { 'a.txt': 'a' }, 'Change')
  const token = github.token()
  const { rest } = getOctokit(token, { baseUrl: github.apiUrl })
  const { data } = await rest.pulls.create({
    owner: 'maestrops',
    repo: 'infra',
    title: 'Change',
    head: 'topic',
    base: 'main',
  })
  const at = onPullRequest(data.number, data.head.sha)
  return { token, event: at.event, env: { ...github.env, ...at.env } }
}
