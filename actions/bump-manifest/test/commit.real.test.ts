import { expect, test } from '@jest/globals'
import type { RepositoryHandle } from '../../../test/support/github/handle.ts'
import { startGitHub } from '../../../test/support/github/server.ts'
import { exec } from '../../../toolkit/exec/exec.ts'
import { bump } from './landing.ts'

const COMPOSE = `services:
  backend:
    image: maestrops/backend:3-1111111   # keep me
  frontend:
    image: "maestrops/frontend:3-1111111"
`

test('one commit names the new images and leads back to its source', async () => {
  await using github = await startGitHub()
  const shop = await github.createRepository('maestrops/shop', {
    files: { 'docker-compose.yml': COMPOSE, 'run.sh': '#!/bin/sh\n' },
  })
  const before = await shop.head('main')
  const { outputs, log } = await bump(github, {
    inputs: { images: 'maestrops/backend:4-0a3087a\nmaestrops/frontend:4-0a3087a', token: github.token() },
  })
  expect(await shop.read('main', 'docker-compose.yml')).toBe(COMPOSE.replaceAll('3-1111111', '4-0a3087a'))
  const [commit] = await shop.log('main')
  expect(commit).toEqual({
    sha: outputs.commit,
    parents: [before],
    author: expect.stringContaining(
      'github-actions[bot] <41898282+github-actions[bot]@users.noreply.github.com>',
    ),
    committer: commit?.author,
    message: `deploy: maestrops/backend 4-0a3087a, maestrops/frontend 4-0a3087a

Source-Repository: maestrops/shop
Source-Commit: 0a3087a0a3087a0a3087a0a3087a0a3087a0a308
Source-Run: ${github.url}/maestrops/shop/actions/runs/1001
Image: maestrops/backend:4-0a3087a
Image: maestrops/frontend:4-0a3087a`,
  })
  expect(outputs).toMatchObject({ changed: true, 'changed-files': 'docker-compose.yml' })
  expect(log.join('\n')).toContain('docker-compose.yml:3')
})

test('a second run finds it applied and pushes nothing', async () => {
  await using github = await startGitHub()
  const shop = await github.createRepository('maestrops/shop', { files: { 'docker-compose.yml': COMPOSE } })
  const inputs = { images: 'maestrops/backend:4-0a3087a', token: github.token() }
  const first = await bump(github, { inputs })
  const second = await bump(github, { inputs })
  expect(second.outputs).toMatchObject({ changed: false, commit: undefined, diff: '' })
  expect(await shop.head('main')).toBe(first.outputs.commit)
})

test('dry-run shows the diff and pushes nothing', async () => {
  await using github = await startGitHub()
  const shop = await github.createRepository('maestrops/shop', { files: { 'docker-compose.yml': COMPOSE } })
  const before = await shop.head('main')
  const { outputs, summary } = await bump(github, {
    inputs: {
      images: 'maestrops/backend:4-0a3087a',
      token: github.token({ write: false }),
      'dry-run': 'true',
    },
  })
  expect(outputs.diff).toContain('+    image: maestrops/backend:4-0a3087a   # keep me')
  expect(summary).toContain('dry run')
  expect(await shop.head('main')).toBe(before)
})

test('modes stay, and symbolic links are left alone', async () => {
  await using github = await startGitHub()
  const shop = await github.createRepository('maestrops/shop', { files: { 'other.yaml': 'a: 1\n' } })
  await commitWithModes(shop, { 'run.yaml': ['100755', COMPOSE], 'link.yaml': ['120000', 'run.yaml'] })
  const inputs = { images: 'maestrops/backend:4-0a3087a', token: github.token() }
  await bump(github, { inputs })
  expect(await shop.modes('main')).toEqual({
    'other.yaml': '100644',
    'run.yaml': '100755',
    'link.yaml': '120000',
  })
  await expect(bump(github, { inputs: { ...inputs, files: 'link.yaml' } })).rejects.toThrow(
    "input 'files' names 'link.yaml', which is a symbolic link",
  )
})

test('a thousand files take no more processes than one', async () => {
  await using github = await startGitHub()
  const shop = await github.createRepository('maestrops/shop', { files: { 'other.yaml': 'a: 1\n' } })
  const paths = Array.from({ length: 1000 }, (_, n) => `apps/${n}/compose.yaml`)
  await commitWithModes(shop, Object.fromEntries(paths.map(path => [path, ['100644', COMPOSE]])))
  const programs: string[] = []
  const { outputs } = await bump(github, {
    inputs: { images: 'maestrops/backend:4-0a3087a', token: github.token() },
    onExec: (_, args) => programs.push(args[0] ?? ''),
  })
  expect(programs).toEqual([
    ...['config', 'init', 'fetch', 'cat-file', 'ls-tree', 'cat-file', 'fast-import', 'push'],
  ])
  expect(String(outputs['changed-files']).split('\n')).toHaveLength(1000)
  expect(await shop.read('main', 'apps/999/compose.yaml')).toContain('maestrops/backend:4-0a3087a')
})

test('another repository is changed at its default branch', async () => {
  await using github = await startGitHub()
  await github.createRepository('maestrops/shop', { files: { a: 'b' } })
  const manifests = await github.createRepository('maestrops/manifests', {
    branch: 'trunk',
    files: { 'app.yaml': COMPOSE },
  })
  const { outputs } = await bump(github, {
    inputs: {
      images: 'maestrops/backend:4-0a3087a',
      repository: 'maestrops/manifests',
      token: github.token(),
    },
  })
  expect(await manifests.head('trunk')).toBe(outputs.commit)
})

test('with sign the commit comes from the API, verified, with the very same tree', async () => {
  await using github = await startGitHub()
  const shop = await github.createRepository('maestrops/shop', { files: { 'other.yaml': 'a: 1\n' } })
  await commitWithModes(shop, { 'run.yaml': ['100755', `\ufeff${COMPOSE.replaceAll('\n', '\r\n')}`] })
  const { outputs } = await bump(github, {
    inputs: { images: 'maestrops/backend:4-0a3087a', token: github.token(), sign: 'true' },
  })
  expect(await shop.head('main')).toBe(outputs.commit)
  const [commit] = await shop.log('main')
  expect(commit?.committer).toContain('GitHub <noreply@github.com>')
  expect((await shop.modes('main'))['run.yaml']).toBe('100755')
})

async function commitWithModes(
  shop: RepositoryHandle,
  files: Record<string, [mode: string, content: string]>,
) {
  const branch = 'refs/heads/main'
  const stream = Object.entries(files).map(
    ([path, [mode, content]]) => `M ${mode} inline ${path}\ndata ${Buffer.byteLength(content)}\n${content}\n`,
  )
  const input = `commit ${branch}\ncommitter A <a@b.c> 1 +0000\ndata 0\nfrom ${branch}^0\n${stream.join('')}\n`
  await exec('git', ['-C', shop.path, 'fast-import', '--quiet'], { input })
}
