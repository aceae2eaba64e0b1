import { mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import type { Status } from '../../actions/argocd-wait/src/report/status.ts'
import { argocdContract } from '../support/argocd/contract.ts'
import { OPERATIONS } from '../support/argocd/routes.ts'
import { type ActionRun, runAction } from '../support/runner.ts'
import type { Application } from './expand.ts'
import { type Installed, install } from './installed.ts'
import { applications } from './world.ts'

// One Argo CD serves all tests, in their order: each leaves staging as the next one finds it, live.
let it: Installed
beforeAll(async () => {
  it = await install()
})
afterAll(async () => {
  await it?.[Symbol.asyncDispose]()
})

const IMAGE = '123456789012.dkr.ecr.eu-central-1.amazonaws.com/kv'
const DEPLOYMENT = 'manifests/app-a/deployment.yaml'
const tagged = (tag: string) => (text: string) => text.replace(/(?<= image: .*\/kv:)[\w-]+/, tag)

/** argocd-wait as a workflow of the manifests repository runs it. */
function wait(inputs: Record<string, string>): Promise<ActionRun> {
  const { argocd, token, github } = it
  return runAction('argocd-wait', {
    inputs: { server: argocd.url, ca: argocd.ca, token, timeout: '2m', ...inputs },
    env: github.env,
    token: github.token(),
  })
}

const statuses = (run: ActionRun): Status[] => JSON.parse(run.outputs.status ?? '') as Status[]
const failure = (run: ActionRun): string => run.annotations.at(-1)?.message ?? ''

/** Changes a file, or removes it, and pushes that. */
async function push(
  file: string,
  change: (text: string) => string | null,
  branch: 'staging' | 'main' = 'staging',
): Promise<string> {
  const { copy } = it.manifests
  await copy.checkout(branch)
  const path = join(copy.folder, file)
  const before = await readFile(path, 'utf8').catch(() => '')
  const after = change(before)
  expect(after).not.toBe(before)
  await mkdir(dirname(path), { recursive: true })
  if (after === null) await rm(path)
  else await writeFile(path, after)
  const sha = await copy.commit(`Change ${file}`)
  await copy.push(branch)
  return sha
}

/** Tries until it succeeds, for a minute. */
async function eventually(what: () => Promise<unknown>): Promise<void> {
  for (const end = Date.now() + 60_000; ; await sleep(200))
    try {
      await what()
      return
    } catch (thrown) {
      if (Date.now() > end) throw thrown
    }
}

/** Every Application that there is in Argo CD. */
async function found(): Promise<Map<string, Application>> {
  const path = '/apis/argoproj.io/v1alpha1/namespaces/argocd/applications'
  const { items } = await it.clusters.production.api.call<{ items: Application[] }>('GET', path)
  return new Map(items.map(item => [item.metadata.name, item]))
}

/** The images of app-a's pods. */
async function images(environment: 'staging' | 'production'): Promise<string[]> {
  const path = `/api/v1/namespaces/${environment}/pods?labelSelector=app.kubernetes.io%2Fname%3Dapp-a`
  type Pods = { items: { spec: { containers: { image: string }[] } }[] }
  const { items } = await it.clusters[environment].api.call<Pods>('GET', path)
  return [...new Set(items.flatMap(({ spec }) => spec.containers.map(({ image }) => image)))].sort()
}

test('argocd/ brings the store to both clusters', async () => {
  await it.begin()
  await eventually(async () => expect((await found()).size).toBe(applications.length))
  const names = ['app-a-staging', 'kv-staging', 'app-a-production', 'kv-production']
  const revision = (await it.manifests.repository.head('staging')) ?? ''
  const run = await wait({ applications: names.join('\n'), revision })
  expect(run).toMatchObject({ conclusion: 'success', tempLeft: [] })
  expect(statuses(run).map(({ application, live }) => [application, live])).toEqual(
    names.map(name => [name, true]),
  )
})

test('its ApplicationSets make the very applications that the tests expand', async () => {
  const made = await found()
  expect([...made.keys()].sort()).toEqual(applications.map(({ metadata }) => metadata.name).sort())
  for (const { metadata, spec } of applications) {
    const text = JSON.stringify(spec).replaceAll('https://github.com/acme/', `${it.github.url}/acme/`)
    expect(made.get(metadata.name)?.spec).toEqual(JSON.parse(text))
  }
})

test('it answers as its description says, which the fake is held to', async () => {
  const contract = argocdContract()
  const ask = async (operation: keyof typeof OPERATIONS, path: string, expected = 200, token = it.token) => {
    const { status, body } = await it.argocd.get(`/api/v1/applications/${path}`, token)
    expect(status).toBe(expected)
    // Who wrote which field is an object without names, says the description.
    const text = JSON.stringify(body, (key, value) => (key === 'managedFields' ? undefined : value))
    expect(contract.reply(OPERATIONS[operation], status, JSON.parse(text))).toEqual([])
    return body
  }
  await ask('get', 'app-a-staging')
  await ask('get', 'app-a-staging?refresh=normal')
  await ask('get', 'root', 403)
  await ask('get', 'shop', 403)
  await ask('get', 'app-a-staging', 401, 'a.b.c')
  const tree = (await ask('tree', 'app-a-staging/resource-tree')) as { nodes: { kind: string }[] }
  // What the project does not permit, Argo CD does not show either.
  expect(tree.nodes.map(({ kind }) => kind)).toEqual(
    expect.arrayContaining(['Deployment', 'ReplicaSet', 'Pod', 'Ingress', 'ServiceMonitor']),
  )
})

test('a bump becomes live, at that commit', async () => {
  const revision = await push(DEPLOYMENT, tagged('1-1111111'))
  const run = await wait({ applications: 'app-a-staging', revision })
  expect(run.log).toContain('app-a-staging: live and healthy')
  expect(statuses(run)).toMatchObject([
    { live: true, revision, sync: 'Synced', health: 'Healthy', phase: 'Succeeded', problems: [] },
  ])
  expect(await images('staging')).toEqual([`${IMAGE}:1-1111111`])
})

test('a commit that changes nothing in it is live without a sync', async () => {
  const revision = await push('README.md', text => `${text}\nMore.\n`)
  const run = await wait({ applications: 'app-a-staging', revision })
  expect(run.log).toContain('live and healthy; this commit changes nothing in it')
  expect(run.conclusion).toBe('success')
})

test('an overtaken commit is live by the one that contains it', async () => {
  const first = await push(DEPLOYMENT, tagged('2-2222222'))
  const second = await push(DEPLOYMENT, tagged('3-3333333'))
  const run = await wait({ applications: 'app-a-staging', revision: first })
  expect(run.log).toContain(`live and healthy at ${second.slice(0, 7)}, which contains ${first.slice(0, 7)}`)
  expect(await images('staging')).toEqual([`${IMAGE}:3-3333333`])
})

test('a promotion to production, and the revert of it', async () => {
  await it.manifests.copy.checkout('staging')
  await it.manifests.copy.push('HEAD:main')
  const promoted = (await it.manifests.repository.head('main')) ?? ''
  expect((await wait({ applications: 'app-a-production', revision: promoted })).conclusion).toBe('success')
  expect(await images('production')).toEqual([`${IMAGE}:3-3333333`])
  const reverted = await push(DEPLOYMENT, tagged('0-0000000'), 'main')
  expect((await wait({ applications: 'app-a-production', revision: reverted })).conclusion).toBe('success')
  expect(await images('production')).toEqual([`${IMAGE}:0-0000000`])
  expect(await images('staging')).toEqual([`${IMAGE}:3-3333333`])
})

test('who switches off self-healing, or deletes what git has, is undone', async () => {
  const path = '/apis/argoproj.io/v1alpha1/namespaces/argocd/applications/app-a-staging'
  const service = '/api/v1/namespaces/staging/services/app-a'
  const { production, staging } = it.clusters
  await production.api.call('PATCH', path, { spec: { syncPolicy: { automated: null } } })
  await eventually(async () =>
    expect(await production.api.call('GET', path)).toHaveProperty('spec.syncPolicy.automated'),
  )
  await staging.api.call('DELETE', service)
  await eventually(() => staging.api.call('GET', service))
})

/** Pushes what makes app-a live again, and waits for that. */
async function mend(file: string, change: (text: string) => string): Promise<void> {
  const run = await wait({ applications: 'app-a-staging', revision: await push(file, change) })
  expect(run.conclusion).toBe('success')
}

describe('what goes wrong is told:', () => {
  test('an image that nobody has, until a commit takes it back', async () => {
    it.clusters.staging.nodes.forget(`${IMAGE}:4-4444444`)
    const impatient = (text: string) => text.replace('\nspec:\n', '\nspec:\n  progressDeadlineSeconds: 6\n')
    const revision = await push(DEPLOYMENT, text => impatient(tagged('4-4444444')(text)))
    const run = await wait({ applications: 'app-a-staging', revision, timeout: '40' })
    await mend(DEPLOYMENT, tagged('3-3333333'))
    expect(failure(run)).toMatch(
      /^app-a-staging: its health is Degraded: Deployment staging\/app-a: .*exceeded its progress deadline.* \(Pod staging\/app-a-\S+ ImagePullBackOff: .* Failed: Failed to pull image ".*:4-4444444": not found\)$/,
    )
  })

  test('a value of the wrong type, whose retries end with a newer commit', async () => {
    const revision = await push(DEPLOYMENT, text => text.replace('replicas: 3', 'replicas: three'))
    const run = await wait({ applications: 'app-a-staging', revision, timeout: '12' })
    await mend(DEPLOYMENT, text => text.replace('replicas: three', 'replicas: 3'))
    expect(failure(run)).toMatch(
      /^not live within 12 s: app-a-staging: syncs to .*Retrying attempt #\d .*\(Deployment staging\/app-a SyncFailed: /,
    )
  })

  test('manifests that cannot be rendered', async () => {
    const file = 'manifests/app-a/kustomization.yaml'
    const revision = await push(file, text => text.replace('deployment.yaml', 'deploy.yaml'))
    const run = await wait({ applications: 'app-a-staging', revision, timeout: '12' })
    await mend(file, text => text.replace('deploy.yaml', 'deployment.yaml'))
    expect(failure(run)).toMatch(/^app-a-staging: ComparisonError: .*kustomize build/)
  })

  test('a sync without retries, a kind that the project forbids, what is left over', async () => {
    const map = (name: string, data: object) => () =>
      JSON.stringify({ apiVersion: 'v1', kind: 'ConfigMap', metadata: { name }, data })
    const live = async (revision: string) => wait({ applications: 'extra-staging', revision })
    await push('extra/a.yaml', map('a', {}))
    const first = await push('extra/b.yaml', map('b', {}))
    await it.clusters.production.apply(JSON.stringify(extra()))
    expect((await live(first)).conclusion).toBe('success')

    const wrong = await live(await push('extra/a.yaml', map('a', { list: ['one'] })))
    expect(failure(wrong)).toMatch(
      /^extra-staging: the sync of .* ended as Failed: .*ConfigMap staging\/a SyncFailed/,
    )
    await push('extra/a.yaml', map('a', { list: 'one' }))
    const secret = { apiVersion: 'v1', kind: 'Secret', metadata: { name: 's' } }
    const forbidden = await live(await push('extra/s.yaml', () => JSON.stringify(secret)))
    expect(failure(forbidden)).toMatch(
      /ended as Failed: .*Secret staging\/s SyncFailed: .*not permitted in project kv/,
    )
    await push('extra/s.yaml', () => null)
    const left = await live(await push('extra/b.yaml', () => null))
    expect(failure(left)).toMatch(
      /^extra-staging: is OutOfSync by what git holds no more, and pruning is off: .*ConfigMap staging\/b OutOfSync/,
    )
    const unchanged = await live(await push('notes.md', () => 'nothing of it\n'))
    expect(failure(unchanged)).toMatch(/^extra-staging: is OutOfSync by what git holds no more/)
    // None of these is waited out.
    for (const { duration } of [wrong, forbidden, left, unchanged]) expect(duration).toBeLessThan(60_000)
  })

  test.each([
    ['an application that is not there', { applications: 'shop' }],
    ['one that the token may not see', { applications: 'root' }],
    ['one in a namespace where Argo CD does not look', { applications: 'team-a/app-a-staging' }],
  ])('%s', async (_, inputs) => {
    const run = await wait({ ...inputs, timeout: '12' })
    expect(failure(run)).toMatch(/answered 403 \(permission denied\): either there is no application/)
  })

  test('a token of nobody, and one that has expired', async () => {
    const expired = await it.argocd.token('ci', { expiresIn: 1 })
    await sleep(1500)
    for (const [token, why] of [
      ['a.b.c', /answered 401 \(.*\): the token is invalid or has expired/],
      [expired, /answered 401 \(.*token is expired.*\): the token is invalid or has expired/],
    ] as const)
      expect(failure(await wait({ applications: 'app-a-staging', token }))).toMatch(why)
  })
})

/** An application of the store's project that a person wrote: without retries (it is five where unset) or pruning. */
function extra(): object {
  return {
    apiVersion: 'argoproj.io/v1alpha1',
    kind: 'Application',
    metadata: { name: 'extra-staging', namespace: 'argocd' },
    spec: {
      project: 'kv',
      source: { repoURL: it.manifests.repository.url, targetRevision: 'staging', path: 'extra' },
      destination: { name: 'staging', namespace: 'staging' },
      syncPolicy: { automated: { prune: false, selfHeal: true }, retry: { limit: 0 } },
    },
  }
}
