import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from '@jest/globals'
import { exec } from '../../../toolkit/exec/exec.ts'
import { GIT_ENV } from './objects.ts'
import { startGitHub } from './server.ts'

/** A working copy in a temporary folder, and git in it. */
async function workingCopy(url: string, token?: string) {
  const folder = await mkdtemp(join(tmpdir(), 'copy-'))
  const header = token && `Authorization: Basic ${Buffer.from(`x-access-token:${token}`).toString('base64')}`
  const env = {
    ...GIT_ENV,
    GIT_AUTHOR_NAME: 'Ada',
    GIT_AUTHOR_EMAIL: 'ada@example.com',
    GIT_COMMITTER_NAME: 'Ada',
    GIT_COMMITTER_EMAIL: 'ada@example.com',
    ...(header && {
      GIT_CONFIG_COUNT: '1',
      GIT_CONFIG_KEY_0: 'http.extraHeader',
      GIT_CONFIG_VALUE_0: header,
    }),
  }
  const git = (...args: string[]) => exec('git', args, { cwd: folder, env, accept: 'any' })
  const cloned = await git('clone', '--quiet', url, '.')
  return {
    cloned,
    git,
    async commit(file: string, content: string) {
      await writeFile(join(folder, file), content)
      await git('add', '.')
      await git('commit', '--quiet', '-m', `Change ${file}`)
    },
    [Symbol.asyncDispose]: () => rm(folder, { recursive: true, force: true }),
  }
}

test('clones and pushes with a token', async () => {
  await using github = await startGitHub()
  const repository = await github.createRepository('acme/shop', { files: { 'a.txt': 'one\n' } })
  await using copy = await workingCopy(repository.url, github.token())
  expect(copy.cloned).toMatchObject({ code: 0 })
  await copy.commit('a.txt', 'two\n')
  expect(await copy.git('push')).toMatchObject({ code: 0 })
  expect(await repository.read('main', 'a.txt')).toBe('two\n')
  expect((await repository.log('main')).map(entry => entry.message)).toEqual([
    'Change a.txt',
    'Initial commit',
  ])
  expect(github.requests.at(-1)).toMatchObject({
    method: 'POST',
    path: '/acme/shop.git/git-receive-pack',
    status: 200,
    actor: 'github-actions[bot]',
  })
})

test.each([
  [{ write: false }, 'remote: Permission to acme/shop.git denied to github-actions[bot].'],
  [{ write: false, user: 'ada' }, 'remote: Write access to repository not granted.'],
  [{ repositories: ['acme/other'] }, 'remote: Permission to acme/shop.git denied to github-actions[bot].'],
])('a token %j may read, not push', async (options, words) => {
  await using github = await startGitHub()
  const repository = await github.createRepository('acme/shop', { files: { 'a.txt': 'one\n' } })
  await using copy = await workingCopy(repository.url, github.token(options))
  await copy.commit('a.txt', 'two\n')
  const { code, stderr } = await copy.git('push')
  expect(code).not.toBe(0)
  expect(stderr).toContain(words)
  expect(stderr).toContain('The requested URL returned error: 403')
})

test.each([
  ['acme/shop', '', 'could not read Username'],
  ['acme/shop', 'x:wrong-token@', 'remote: Invalid username or token.'],
  ['acme/none', 'x:TOKEN@', 'remote: Repository not found.'],
])('cloning %s with credentials %j is refused', async (name, credentials, words) => {
  await using github = await startGitHub()
  await github.createRepository('acme/shop', { files: { 'a.txt': 'one\n' }, private: true })
  const login = credentials.replace('TOKEN', github.token())
  await using copy = await workingCopy(`${github.url.replace('//', `//${login}`)}/${name}.git`)
  expect(copy.cloned.code).not.toBe(0)
  expect(copy.cloned.stderr).toContain(words)
})

test.each([
  [{}, 'GH006: Protected branch update failed for refs/heads/main.', '(protected branch hook declined)'],
  [
    { by: 'ruleset' as const },
    'GH013: Repository rule violations found for refs/heads/main.',
    '(push declined due to repository rule violations)',
  ],
])('a branch protected by %j refuses a push', async (protection, words, reason) => {
  await using github = await startGitHub()
  const repository = await github.createRepository('acme/shop', { files: { 'a.txt': 'one\n' } })
  repository.protect('main', protection)
  await using copy = await workingCopy(repository.url, github.token())
  await copy.commit('a.txt', 'two\n')
  const { stderr } = await copy.git('push')
  expect(stderr).toContain(`remote: error: ${words}`)
  expect(stderr).toContain(`! [remote rejected] main -> main ${reason}`)
  expect(await copy.git('push', 'origin', 'HEAD:topic')).toMatchObject({ code: 0 })
  expect(await repository.read('topic', 'a.txt')).toBe('two\n')
})

test('a pushed branch and a pushed tag are told as a webhook tells them', async () => {
  await using github = await startGitHub()
  const repository = await github.createRepository('acme/shop', { files: { 'a.txt': 'one\n' } })
  const heard: unknown[] = []
  github.on('push', ({ ref, created, forced, commits, head_commit }) => {
    heard.push([ref, created, forced, (commits as { added: string[] }[]).map(({ added }) => added)])
    expect(head_commit).toMatchObject({ author: { name: 'Ada', email: 'ada@example.com' } })
  })
  await using copy = await workingCopy(repository.url, github.token({ user: 'ada' }))
  await copy.commit('b.txt', 'b\n')
  await copy.git('tag', '-a', 'v1', '-m', 'First')
  await copy.git('push', 'origin', 'main', 'v1', 'HEAD:topic')
  await copy.git('commit', '--quiet', '--amend', '-m', 'Again')
  await copy.git('push', '--force', 'origin', 'main')
  expect(heard).toEqual([
    ['refs/heads/main', false, false, [['b.txt']]],
    ['refs/tags/v1', true, false, []],
    ['refs/heads/topic', true, false, []],
    ['refs/heads/main', false, true, [['b.txt']]],
  ])
})

test.each([
  [{ status: 500 }, /The requested URL returned error: 500/, false],
  [{ status: 403, body: 'Not now.' }, /The requested URL returned error: 403/, false],
  [{ cut: true as const, times: 2 }, /the remote end hung up unexpectedly/, false],
  [{ cut: 'after' as const, times: 2 }, /the remote end hung up unexpectedly/, true],
])('a push meets %j', async (fault, words, lands) => {
  await using github = await startGitHub()
  const repository = await github.createRepository('acme/shop', { files: { 'a.txt': 'one\n' } })
  await using copy = await workingCopy(repository.url, github.token())
  await copy.commit('a.txt', 'two\n')
  github.fault({ method: 'POST', path: /git-receive-pack$/, ...fault })
  const { code, stderr } = await copy.git('push')
  expect(code).not.toBe(0)
  expect(stderr).toMatch(words)
  expect(await repository.read('main', 'a.txt')).toBe(lands ? 'two\n' : 'one\n')
})

test('12 pushers race on one branch: git itself decides, and with retries all land', async () => {
  await using github = await startGitHub()
  const repository = await github.createRepository('acme/shop', { files: { 'a.txt': 'one\n' } })
  const token = github.token()
  const races = await Promise.all(
    Array.from({ length: 12 }, async (_, index) => {
      await using copy = await workingCopy(repository.url, token)
      await copy.commit(`file-${index}`, `${index}\n`)
      for (let lost = 0; ; lost++) {
        const { code, stderr } = await copy.git('push')
        if (code === 0) return lost
        expect(stderr).toMatch(/fetch first|cannot lock ref|failed to update ref|non-fast-forward/)
        await copy.git('pull', '--rebase', '--quiet')
      }
    }),
  )
  const log = await repository.log('main')
  expect(log).toHaveLength(13)
  expect(log.every(({ parents }) => parents.length <= 1)).toBe(true)
  expect(Math.max(...races)).toBeGreaterThan(0)
})
