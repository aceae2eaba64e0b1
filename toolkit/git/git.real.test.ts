import { createHash } from 'node:crypto'
import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from '@jest/globals'
import { startGitHub } from '../../test/support/github/server.ts'
import { exec } from '../exec/exec.ts'
import { createSecrets } from '../redact/secrets.ts'
import { sshAccess, tokenAccess } from './access.ts'
import { openGit } from './git.ts'
import { readCommits } from './objects.ts'
import { defaultBranch, fetchTips, tipOf } from './remote.ts'

async function place(env: NodeJS.ProcessEnv = {}) {
  const folder = await mkdtemp(join(tmpdir(), 'git-'))
  const world = {
    env: { ...process.env, ...env },
    exec,
    folder: async () => folder,
    signal: new AbortController().signal,
    secrets: createSecrets(),
  }
  return { ...world, path: folder, [Symbol.asyncDispose]: () => rm(folder, { recursive: true, force: true }) }
}

test('the runner’s own git configuration and variables steer nothing', async () => {
  await using github = await startGitHub()
  const shop = await github.createRepository('maestrops/shop', { files: { a: 'b' } })
  await using home = await place()
  await writeFile(
    join(home.path, '.gitconfig'),
    `[url "http://127.0.0.1:1/"]
  insteadOf = ${github.url}/
[http]
  extraHeader = Authorization: Basic c29tZWJvZHk6ZWxzZQ==
[core]
  hooksPath = /nowhere
[credential]
  helper = "!echo asked >&2; exit 1"
`,
  )
  await using there = await place({
    HOME: home.path,
    GIT_DIR: '/nowhere',
    GIT_WORK_TREE: '/nowhere',
    GIT_ASKPASS: '/nowhere/askpass',
    GIT_CONFIG_COUNT: '1',
    GIT_CONFIG_KEY_0: 'http.extraHeader',
    GIT_CONFIG_VALUE_0: 'X-Other: 1',
  })
  const git = await openGit(there, tokenAccess(shop.url, github.token({ write: false }), there.secrets))
  await fetchTips(git, 'main')
  const [tip] = await readCommits(git, [tipOf('main')])
  expect(tip).toMatchObject({ oid: await shop.head('main'), message: 'Initial commit\n' })
})

test('a proxy that the runner’s git configuration names is used', async () => {
  const asked: string[] = []
  const proxy = createServer((request, response) => {
    asked.push(request.url ?? '')
    response.writeHead(404).end()
  })
  await new Promise<void>(resolve => proxy.listen(0, '127.0.0.1', resolve))
  await using there = await place({
    GIT_CONFIG_COUNT: '1',
    GIT_CONFIG_KEY_0: 'http.proxy',
    GIT_CONFIG_VALUE_0: `http://127.0.0.1:${(proxy.address() as AddressInfo).port}`,
  })
  const git = await openGit(there, tokenAccess('http://git.example.com/a/b.git', 't0ken', there.secrets))
  await expect(defaultBranch(git)).rejects.toMatchObject({ verdict: { because: 'not-found' } })
  expect(asked[0]).toContain('http://git.example.com/a/b.git/info/refs')
  proxy.close()
})

test('credentials stand on no command line and in no file of the repository', async () => {
  await using github = await startGitHub()
  const shop = await github.createRepository('maestrops/shop', { files: { a: 'b' } })
  await using there = await place()
  const token = github.token()
  const commands: string[] = []
  const watched = {
    ...there,
    exec: ((program, args, options) => {
      commands.push([program, ...args].join(' '))
      return exec(program, args, options)
    }) as typeof exec,
  }
  const git = await openGit(watched, tokenAccess(shop.url, token, there.secrets))
  await fetchTips(git, 'main')
  const basic = Buffer.from(`x-access-token:${token}`).toString('base64')
  const files = await readdir(there.path, { recursive: true, withFileTypes: true })
  const written = await Promise.all(
    files.filter(file => file.isFile()).map(file => readFile(join(file.parentPath, file.name), 'latin1')),
  )
  for (const text of [...commands, ...written]) expect(text).not.toMatch(new RegExp(`${token}|${basic}`))
  expect(there.secrets.redact(`${token} ${basic}`)).toBe('*** ***')
})

test('a server that hangs is given up', async () => {
  const server = createServer(() => {})
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  await using there = await place()
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/a/b.git`
  const git = await openGit(there, tokenAccess(url, 't0ken', there.secrets), { timeout: 500 })
  await expect(defaultBranch(git)).rejects.toMatchObject({ verdict: { kind: 'hiccup' } })
  server.closeAllConnections()
  server.close()
})

test('a deploy key is normalised, private, and offered alone', async () => {
  await using there = await place()
  const access = await sshAccess('git@github.com:a/b.git', '\r\nBEGIN\r\nkey1\r\nEND', there)
  expect(await readFile(join(there.path, 'ssh-key'), 'utf8')).toBe('BEGIN\nkey1\nEND\n')
  expect((await stat(join(there.path, 'ssh-key'))).mode & 0o777).toBe(0o600)
  expect(access.env.GIT_SSH_COMMAND).toMatch(
    /^ssh -F \/dev\/null -i \S+\/ssh-key .*IdentitiesOnly=yes .*StrictHostKeyChecking=yes/,
  )
  expect(there.secrets.redact('key1')).toBe('***')
})

test('the pinned keys of github.com are those that GitHub publishes', async () => {
  await using there = await place()
  await sshAccess('git@github.com:a/b.git', 'key', there)
  const hosts = (await readFile(join(there.path, 'known_hosts'), 'utf8')).trim().split('\n')
  const fingerprints = hosts.map(line => fingerprint(line.split(' ')[2] ?? ''))
  expect(fingerprints.sort()).toEqual([
    'SHA256:+DiY3wvvV6TuJJhbpZisF/zLDA0zPMSvHdkr4UvCOqU',
    'SHA256:p2QAMXNIC1TJYWeIOttrVc98/R1BUFWu3/LiyKgUfQM',
    'SHA256:uNiVztksCsDhcc0u9e8BujQXVUpKZIDTMczCvj3tD2s',
  ])
})

/** As ssh-keygen prints it: the hash of the key itself, in base64 without its padding. */
function fingerprint(key: string): string {
  const hash = createHash('sha256').update(Buffer.from(key, 'base64')).digest('base64')
  return `SHA256:${hash.replace(/=+$/, '')}`
}
