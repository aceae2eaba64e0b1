import { readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import type { Status } from '../../actions/argocd-wait/src/report/status.ts'
import { type ActionRun, runAction } from '../support/runner.ts'
import type { Application } from './expand.ts'
import { edit, type Installed, install } from './installed.ts'
import { applications } from './world.ts'

let it: Installed
beforeAll(async () => {
  it = await install()
})
afterAll(() => it?.[Symbol.asyncDispose]())

const REGISTRY = '123456789012.dkr.ecr.eu-central-1.amazonaws.com/kv'
const IMAGE = /\b123456789012\.dkr\.ecr\.eu-central-1\.amazonaws\.com\/kv:[\w-]+/
const DEPLOYMENT = 'manifests/app-a/deployment.yaml'

/** argocd-wait as the example's workflow runs it. */
function wait(inputs: Record<string, string>): Promise<ActionRun> {
  const { argocd, token, github } = it
  return runAction('argocd-wait', {
    inputs: { server: argocd.url, ca: argocd.ca, token, timeout: '2m', ...inputs },
    env: github.env,
    token: github.token({ user: 'github-actions[bot]' }),
  })
}

const statuses = (run: ActionRun): Status[] => JSON.parse(run.outputs.status ?? '') as Status[]
const failure = (run: ActionRun): string => run.annotations.at(-1)?.message ?? ''

/** Changes a file of the branch `staging`, and pushes that. */
async function push(file: string, change: (text: string) => string): Promise<string> {
  const { copy } = it.manifests
  await edit(join(copy.folder, file), change)
  const sha = await copy.commit(`Change ${file}`)
  await copy.push('staging')
  return sha
}

test('what argocd/ says becomes applications, and they become live', async () => {
  const { copy, repository } = it.manifests
  for (const file of ['argocd', 'default', 'kv', 'monitoring'])
    await it.clusters.production.apply(
      await readFile(join(copy.folder, `argocd/projects/${file}.yaml`), 'utf8'),
    )
  await it.clusters.production.apply(await readFile(join(copy.folder, 'argocd/bootstrap/root.yaml'), 'utf8'))
  const names = ['app-a-staging', 'kv-staging', 'app-a-production', 'kv-production']
  await until(async () => (await found()).size === applications.length)
  const run = await wait({
    applications: names.join('\n'),
    revision: (await repository.head('staging')) ?? '',
  })
  console.log(run.log)
  expect(run).toMatchObject({ conclusion: 'success', tempLeft: [] })
  expect(statuses(run).map(({ application, live }) => [application, live])).toEqual(
    names.map(name => [name, true]),
  )
})

test('its controller makes the very applications that the tests expand', async () => {
  const made = await found()
  expect([...made.keys()].sort()).toEqual(applications.map(({ metadata }) => metadata.name).sort())
  for (const { metadata, spec } of applications) {
    const text = JSON.stringify(spec).replaceAll('https://github.com/acme/', `${it.github.url}/acme/`)
    expect(made.get(metadata.name)?.spec).toEqual(JSON.parse(text))
  }
})

/** Every Application that there is in Argo CD. */
async function found(): Promise<Map<string, Application>> {
  const path = '/apis/argoproj.io/v1alpha1/namespaces/argocd/applications'
  const { items } = await it.clusters.production.api.call<{ items: Application[] }>('GET', path)
  return new Map(items.map(item => [item.metadata.name, item]))
}

async function until(is: () => Promise<boolean>): Promise<void> {
  for (let end = Date.now() + 60_000; !(await is()); await sleep(200))
    if (Date.now() > end) throw new Error('it has not come to pass within a minute')
}

test('a bump becomes live, at that commit', async () => {
  const revision = await push(DEPLOYMENT, text => text.replace(IMAGE, `${REGISTRY}:1-1111111`))
  const run = await wait({ applications: 'app-a-staging', revision })
  console.log(run.log, run.summary)
  expect(run.conclusion).toBe('success')
  expect(statuses(run)).toMatchObject([
    { live: true, revision, sync: 'Synced', health: 'Healthy', phase: 'Succeeded', problems: [] },
  ])
  expect(await images()).toEqual([`${REGISTRY}:1-1111111`])
})

test('a commit that changes nothing in it is live without a sync', async () => {
  const revision = await push('README.md', text => `${text}\nMore.\n`)
  const run = await wait({ applications: 'app-a-staging\nkv-staging', revision })
  console.log(run.log)
  expect(run.conclusion).toBe('success')
})

test('an overtaken commit is live by the one that contains it', async () => {
  const first = await push(DEPLOYMENT, text => text.replace(IMAGE, `${REGISTRY}:2-2222222`))
  const second = await push(DEPLOYMENT, text => text.replace(IMAGE, `${REGISTRY}:3-3333333`))
  const run = await wait({ applications: 'app-a-staging', revision: first })
  console.log(run.log)
  expect(run.log).toContain(`live and healthy at ${second.slice(0, 7)}, which contains ${first.slice(0, 7)}`)
  expect(run.conclusion).toBe('success')
})

describe('what goes wrong is told:', () => {
  test('an image that nobody has', async () => {
    it.clusters.staging.nodes.forget(`${REGISTRY}:4-4444444`)
    const revision = await push(DEPLOYMENT, text =>
      text
        .replace(IMAGE, `${REGISTRY}:4-4444444`)
        .replace('  replicas: 3', '  progressDeadlineSeconds: 10\n  replicas: 3'),
    )
    const run = await wait({ applications: 'app-a-staging', revision, timeout: '1m' })
    console.log(run.log, run.summary)
    expect(run.conclusion).toBe('failure')
    expect(failure(run)).toMatch(/Deployment staging\/app-a/)
    expect(failure(run)).toMatch(/Pod staging\/app-a-\S+ ImagePullBackOff/)
  })

  test('its revert is live', async () => {
    const revision = await push(DEPLOYMENT, text => text.replace(IMAGE, `${REGISTRY}:3-3333333`))
    const run = await wait({ applications: 'app-a-staging', revision })
    console.log(run.log)
    expect(run.conclusion).toBe('success')
  })

  test('a value of the wrong type', async () => {
    const revision = await push(DEPLOYMENT, text => text.replace('  replicas: 3', '  replicas: three'))
    const run = await wait({ applications: 'app-a-staging', revision, timeout: '1m' })
    console.log(run.log, run.summary, failure(run))
    expect(run.conclusion).toBe('failure')
    await push(DEPLOYMENT, text => text.replace('  replicas: three', '  replicas: 3'))
  })

  test('manifests that cannot be rendered', async () => {
    const revision = await push('manifests/app-a/kustomization.yaml', text =>
      text.replace('deployment.yaml', 'deploy.yaml'),
    )
    const run = await wait({ applications: 'app-a-staging', revision, timeout: '40' })
    console.log(run.log, run.summary, failure(run))
    expect(run.conclusion).toBe('failure')
    await push('manifests/app-a/kustomization.yaml', text => text.replace('deploy.yaml', 'deployment.yaml'))
  })

  test.each([
    [
      'an application that is not there',
      { applications: 'shop' },
      /answered 403 \(permission denied\): either there is no/,
    ],
    [
      'one that the token may not see',
      { applications: 'root' },
      /answered 403 \(permission denied\): either there is no/,
    ],
    ['one in a namespace without Argo CD', { applications: 'team-a/app-a-staging' }, /answered 403 /],
    ['a token of nobody', { token: 'a.b.c' }, /answered 401 .*: the token is invalid or has expired/],
  ])('%s', async (_, inputs, why) => {
    const run = await wait({ applications: 'app-a-staging', ...inputs })
    expect(failure(run)).toMatch(why)
    expect(run.duration).toBeLessThan(10_000)
  })

  test('a token that has expired', async () => {
    const token = await it.argocd.token('ci', { expiresIn: 1 })
    await sleep(2000)
    const run = await wait({ applications: 'app-a-staging', token })
    expect(failure(run)).toMatch(/answered 401 \(.*expired.*\): the token is invalid or has expired/)
  })
})

/** The images that staging's pods of app-a run. */
async function images(): Promise<string[]> {
  const path = '/api/v1/namespaces/staging/pods?labelSelector=app.kubernetes.io%2Fname%3Dapp-a'
  const { items } = await it.clusters.staging.api.call<{
    items: { spec: { containers: { image: string }[] } }[]
  }>('GET', path)
  return [...new Set(items.flatMap(({ spec }) => spec.containers.map(({ image }) => image)))].sort()
}
void [rm, writeFile]
