import { expect, test } from '@jest/globals'
import { startArgoCD } from '../../../test/support/argocd/server.ts'
import type { TokenOptions } from '../../../test/support/github/accounts.ts'
import { startGitHub } from '../../../test/support/github/server.ts'
import { runAction } from '../../../test/support/runner.ts'

/** A source repository whose workflow waits, and one of manifests, with an application that follows it. */
async function stage() {
  const parts = new AsyncDisposableStack()
  const argocd = parts.use(await startArgoCD())
  const github = parts.use(await startGitHub())
  const source = await github.createRepository('acme/shop', { files: { 'a.txt': '1' } })
  const manifests = await github.createRepository('acme/manifests', {
    files: { 'app.yaml': 'image: shop:1' },
  })
  const [sha = '', old = ''] = [await source.head('main'), await manifests.head('main')]
  const run = (inputs: Record<string, string>, { permissions }: Pick<TokenOptions, 'permissions'> = {}) =>
    runAction('argocd-wait', {
      inputs: {
        ...{ server: argocd.url, token: argocd.token, applications: 'shop', timeout: '16' },
        ...inputs,
      },
      token: github.token(permissions ? { permissions } : {}),
      env: { ...github.env, GITHUB_REPOSITORY: 'acme/shop', GITHUB_SHA: sha, GITHUB_REF: 'refs/heads/main' },
    })
  const ask = async (path: string) => {
    const headers = { authorization: `Bearer ${github.token()}` }
    return (await (await fetch(`${github.apiUrl}/repos/acme/shop/${path}`, { headers })).json()) as Record<
      string,
      unknown
    >[]
  }
  return { parts, argocd, github, manifests, old, sha, run, ask, repoURL: `${github.url}/acme/manifests.git` }
}

test('a newer commit that contains ours is ours; one beside it is not', async () => {
  const { parts, argocd, manifests, old, run, repoURL } = await stage()
  await using _ = parts
  const beside = await manifests.commit('other', { 'app.yaml': 'image: shop:9' }, 'Elsewhere')
  const ours = await manifests.commit('main', { 'app.yaml': 'image: shop:2' }, 'Bump')
  const later = await manifests.commit('main', { 'app.yaml': 'image: shop:3' }, 'Bump again')
  argocd.application({ name: 'shop', repoURL, revision: old, head: () => later })
  const overtaken = await run({ revision: ours })
  expect(overtaken.conclusion).toBe('success')
  expect(overtaken.log).toContain(
    `live and healthy at ${later.slice(0, 7)}, which contains ${ours.slice(0, 7)}`,
  )

  argocd.application({ name: 'stray', repoURL, revision: old, head: () => beside })
  const strayed = await run({ revision: ours, applications: 'stray' })
  expect(strayed.annotations.at(-1)?.message).toMatch(
    /which does not contain .*: does it follow another branch/,
  )
})

test('of several sources in GitHub, one that has the commit is enough, without a warning', async () => {
  const { parts, argocd, github, manifests, old, sha, run, repoURL } = await stage()
  await using _ = parts
  const ours = await manifests.commit('main', { 'app.yaml': 'image: shop:2' }, 'Bump')
  const later = await manifests.commit('main', { 'app.yaml': 'image: shop:3' }, 'Bump again')
  const brought = { revision: '', revisions: [sha, later] }
  const sources = [{ repoURL: `${github.url}/acme/shop.git` }, { repoURL }]
  argocd.application({
    ...{ name: 'shop', revision: old, spec: { sources } },
    status: {
      sync: { status: 'Synced', ...brought },
      operationState: {
        ...{ phase: 'Succeeded', operation: {}, startedAt: '2026-01-01T00:00:00Z' },
        syncResult: { ...brought, sources },
      },
    },
  })
  const done = await run({ revision: ours })
  expect(done).toMatchObject({ conclusion: 'success', annotations: [] })
})

test('a rollback that overtakes ours is no success', async () => {
  const { parts, argocd, manifests, old, run, repoURL } = await stage()
  await using _ = parts
  const ours = await manifests.commit('main', { 'app.yaml': 'image: shop:2' }, 'Bump')
  const message = `Revert "Bump"\n\nThis reverts commit ${ours}.`
  const back = await manifests.commit('main', { 'app.yaml': 'image: shop:1' }, message)
  argocd.application({ name: 'shop', repoURL, revision: old, head: () => back })
  const undone = await run({ revision: ours, timeout: '5m' })
  expect(undone.annotations.map(({ message }) => message)).toEqual([
    `shop: is at ${back.slice(0, 7)}, and a commit since ${ours.slice(0, 7)} takes that back ("This reverts commit …")`,
  ])
})

test('an application in which the commit changes nothing is live with it', async () => {
  const { parts, argocd, manifests, old, run, repoURL } = await stage()
  await using _ = parts
  const ours = await manifests.commit('main', { 'README.md': 'words' }, 'Write')
  argocd.application({ name: 'shop', repoURL, revision: old, head: () => ours, changes: () => false })
  const done = await run({ revision: ours })
  expect(done.conclusion).toBe('success')
  expect(done.log).toContain('this commit changes nothing in it')
})

test('where GitHub shows no commits, only the very commit counts, and that is said', async () => {
  const { parts, argocd, github, manifests, old, run, repoURL } = await stage()
  await using _ = parts
  const ours = await manifests.commit('main', { 'app.yaml': 'image: shop:2' }, 'Bump')
  const later = await manifests.commit('main', { 'app.yaml': 'image: shop:3' }, 'Bump again')
  argocd.application({ name: 'shop', repoURL, revision: old, head: () => later })
  github.fault({ path: /\/compare\//, status: 404, times: 9 })
  const done = await run({ revision: ours, timeout: '5' })
  expect(done.annotations.map(({ message }) => message)).toEqual([
    expect.stringMatching(/GitHub does not compare .* in acme\/manifests .*needs 'contents: read' there/),
    expect.stringMatching(/^not live within 5 s: shop: is at .*GitHub cannot tell whether that contains/),
  ])
})

test('what cannot be rendered is told; the branch that Argo CD then names is no commit', async () => {
  const { parts, argocd, github, manifests, old, run, repoURL } = await stage()
  await using _ = parts
  const ours = await manifests.commit('main', { 'app.yaml': 'image: shop:2' }, 'Bump')
  const conditions = [{ type: 'ComparisonError', message: 'kustomize build failed' }]
  const sync = { status: 'Unknown', revision: 'main' }
  argocd.application({ name: 'shop', repoURL, revision: old, status: { sync, conditions } })
  const done = await run({ revision: ours, timeout: '8' })
  expect(done.annotations.map(({ message }) => message)).toEqual([
    expect.stringMatching(/^shop: ComparisonError: kustomize build failed/),
  ])
  expect(github.requests.filter(({ path }) => path.includes('/compare/'))).toEqual([
    expect.objectContaining({ path: expect.stringContaining(`...${old}`) }),
  ])
})

test('the report is one commit status', async () => {
  const { parts, argocd, run, ask, sha } = await stage()
  await using _ = parts
  argocd.application({ name: 'shop', revision: 'a'.repeat(40), head: () => 'b'.repeat(40) })
  await run({ report: 'status' })
  expect((await ask(`commits/${sha}/statuses`)).map(({ context, state }) => [context, state])).toEqual([
    ['argocd/shop', 'success'],
    ['argocd/shop', 'pending'],
  ])
  argocd.application({ name: 'shop', revision: 'a'.repeat(40), head: () => 'b'.repeat(40), syncPolicy: {} })
  await run({ report: 'status', environment: 'prod' })
  const [last] = await ask(`commits/${sha}/statuses`)
  expect(last).toMatchObject({
    context: 'argocd/prod',
    state: 'failure',
    target_url: `${argocd.url}/applications/shop`,
  })
  expect(String(last?.description).length).toBeLessThanOrEqual(140)
})

test('the report is one deployment, however often the job is run', async () => {
  const { parts, argocd, run, ask } = await stage()
  await using _ = parts
  argocd.application({ name: 'shop', revision: 'a'.repeat(40), head: () => 'b'.repeat(40) })
  for (const _attempt of [1, 2]) await run({ report: 'deployment', environment: 'production' })
  const deployments = await ask('deployments')
  expect(deployments.map(({ environment }) => environment)).toEqual(['production'])
  const states = await ask(`deployments/${deployments[0]?.id}/statuses`)
  expect(states.map(({ state }) => state)).toEqual(['success', 'in_progress', 'success', 'in_progress'])
})

test('a report that may not be written stops the step before it waits', async () => {
  const { parts, argocd, run } = await stage()
  await using _ = parts
  argocd.application({ name: 'shop', revision: 'a'.repeat(40), head: () => 'b'.repeat(40) })
  const refused = await run({ report: 'deployment' }, { permissions: { deployments: 'none' } })
  expect(refused.annotations.at(-1)?.message).toMatch(/the token lacks 'deployments: write'/)
  expect(argocd.requests).toEqual([])
  const dry = await run({ report: 'deployment', 'dry-run': 'true' }, { permissions: { deployments: 'none' } })
  expect(dry.conclusion).toBe('success')
})

test('a report that is lost at the end is no failure of the rollout', async () => {
  const { parts, argocd, github, run } = await stage()
  await using _ = parts
  argocd.application({
    name: 'shop',
    revision: 'a'.repeat(40),
    head: () => 'b'.repeat(40),
    rollout: { rolloutMs: 3000 },
  })
  const running = run({ report: 'status' })
  while (!github.requests.some(({ path, status }) => path.includes('/statuses/') && status === 201))
    await new Promise(resolve => setTimeout(resolve, 50))
  github.fault({ path: /\/statuses\//, status: 403, times: 9 })
  const done = await running
  expect(done.conclusion).toBe('success')
  expect(done.annotations.map(({ message }) => message)).toEqual([
    expect.stringMatching(/the report stays as it was/),
  ])
})

test('a cancelled step says so', async () => {
  const { parts, argocd, github, sha, ask } = await stage()
  await using _ = parts
  argocd.application({
    name: 'shop',
    revision: 'a'.repeat(40),
    head: () => 'b'.repeat(40),
    rollout: { rolloutMs: 60_000 },
  })
  await runAction('argocd-wait', {
    inputs: { server: argocd.url, token: argocd.token, applications: 'shop', report: 'status' },
    token: github.token(),
    env: { ...github.env, GITHUB_REPOSITORY: 'acme/shop', GITHUB_SHA: sha },
    killAfter: line => line.includes('rolling out'),
  })
  expect((await ask(`commits/${sha}/statuses`))[0]).toMatchObject({
    state: 'error',
    description: 'the job was cancelled',
  })
})
