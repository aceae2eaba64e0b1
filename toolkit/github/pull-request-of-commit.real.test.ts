import { expect, test } from '@jest/globals'
import { type GitHub, startGitHub } from '../../test/support/github/server.ts'
import { createSecrets } from '../redact/secrets.ts'
import { readContext } from '../runner/context.ts'
import { createGitHub } from './client.ts'
import { findMergedPull } from './pull-request-of-commit.ts'

const signal = new AbortController().signal

async function start() {
  const github = await startGitHub()
  const shop = await github.createRepository('acme/shop', { files: { 'main.tf': '' } })
  await shop.commit('infra_main', { 'main.tf': '# 1\n' }, 'Start')
  const token = github.token()
  const ask = async (sha: string, more: { event?: object; number?: number; token?: string } = {}) => {
    const context = {
      ...readContext({
        ...github.env,
        GITHUB_REPOSITORY: 'acme/shop',
        GITHUB_REF: 'refs/heads/infra_main',
        GITHUB_SHA: sha,
      }),
      event: more.event ?? {},
    }
    const secrets = createSecrets()
    const client = await createGitHub(
      { context, secrets, signal, now: () => new Date() },
      more.token ?? token,
    )
    return findMergedPull(client, context, { number: more.number, delay: 10, signal })
  }
  const api = await client(github, token)
  const open = async (branch: string) => {
    await shop.commit('infra_main', { [`base-${branch}`]: '' }, 'Move on')
    await shop.commit(branch, { [`${branch}.tf`]: '# a\n' }, 'One')
    await shop.commit(branch, { [`${branch}.tf`]: '# b\n' }, 'Two')
    const at = { owner: 'acme', repo: 'shop' }
    const { data } = await api.rest.pulls.create({ ...at, head: branch, base: 'infra_main', title: branch })
    return data
  }
  const merge = async (number: number, merge_method: 'merge' | 'squash' | 'rebase') => {
    const { data } = await api.rest.pulls.merge({
      owner: 'acme',
      repo: 'shop',
      pull_number: number,
      merge_method,
    })
    return data.sha
  }
  return { github, shop, ask, open, merge, [Symbol.asyncDispose]: () => github[Symbol.asyncDispose]() }
}

function client(github: GitHub, token: string) {
  const context = readContext({ ...github.env, GITHUB_REPOSITORY: 'acme/shop' })
  return createGitHub({ context, secrets: createSecrets(), signal, now: () => new Date() }, token)
}

test.each(['merge', 'squash', 'rebase'] as const)('merged by %s: found by the commit', async method => {
  await using there = await start()
  const pull = await there.open('topic')
  const sha = await there.merge(pull.number, method)
  expect(await there.ask(sha)).toEqual({
    pull: {
      number: pull.number,
      url: pull.html_url,
      headSha: pull.head.sha,
      baseRef: 'infra_main',
      mergedAt: expect.any(Date),
    },
  })
})

test('before the index knows the commit, the list of closed pull requests tells', async () => {
  await using there = await start()
  const pull = await there.open('topic')
  const sha = await there.merge(pull.number, 'squash')
  there.github.fault({ path: /\/commits\/.*\/pulls/, status: 200, body: [], times: 9 })
  expect(await there.ask(sha)).toMatchObject({ pull: { number: pull.number } })
})

test('what neither knows yet is asked for again', async () => {
  await using there = await start()
  const pull = await there.open('topic')
  const sha = await there.merge(pull.number, 'merge')
  there.github.fault({ path: /\/commits\/.*\/pulls/, status: 200, body: [], times: 2 })
  there.github.fault({ path: /\/pulls\?/, status: 200, body: [], times: 2 })
  expect(await there.ask(sha)).toMatchObject({ pull: { number: pull.number } })
})

test('a direct push has none', async () => {
  await using there = await start()
  const sha = await there.shop.commit('infra_main', { 'main.tf': '# pushed\n' }, 'Push')
  expect(await there.ask(sha)).toEqual({
    missing: `commit ${sha.slice(0, 7)} of 'infra_main' came with no pull request`,
  })
})

test('named by its number: merged or not', async () => {
  await using there = await start()
  const pull = await there.open('topic')
  const { number } = pull
  expect(await there.ask(pull.head.sha, { number })).toEqual({
    missing: `pull request #${number} is not merged`,
  })
  await there.merge(number, 'squash')
  expect(await there.ask('f'.repeat(40), { number })).toMatchObject({ pull: { number } })
})

test('a token that may not read pull requests is told so', async () => {
  await using there = await start()
  const sha = await there.shop.commit('infra_main', { 'main.tf': '# pushed\n' }, 'Push')
  there.github.fault({ path: /\/commits\/.*\/pulls/, status: 403, times: 9 })
  await expect(there.ask(sha)).rejects.toThrow(/find the merged pull request .*'pull-requests: read'/)
})
