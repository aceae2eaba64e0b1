import { expect, test } from '@jest/globals'
import type { ApplicationOptions } from '../../../test/support/argocd/application.ts'
import { type FakeArgoCD, startArgoCD } from '../../../test/support/argocd/server.ts'
import { type RunOptions, runAction } from '../../../test/support/runner.ts'
import type { Status } from '../src/report/status.ts'

const [OLD, WANTED, NEW] = ['a', 'b', 'c'].map(letter => letter.repeat(40)) as [string, string, string]
const FIXED: ApplicationOptions = { name: 'shop', revision: OLD, head: () => WANTED }

function wait(
  argocd: Pick<FakeArgoCD, 'url' | 'token'>,
  inputs: Record<string, string> = {},
  more: RunOptions = {},
) {
  return runAction('argocd-wait', {
    ...more,
    inputs: {
      server: argocd.url,
      token: argocd.token,
      applications: 'shop',
      revision: WANTED,
      timeout: '20',
      ...inputs,
    },
  })
}

const statuses = (output: string | undefined): Status[] => JSON.parse(output ?? '') as Status[]

test('a commit that rolls out is live', async () => {
  await using argocd = await startArgoCD()
  argocd.application({ ...FIXED, rollout: { syncMs: 300, rolloutMs: 2500 } })
  const run = await wait(argocd)
  expect(run).toMatchObject({ conclusion: 'success', tempLeft: [], masks: [argocd.token] })
  expect(run.log).toMatch(/syncs to bbbbbbb[\s\S]+is rolling out[\s\S]+live and healthy/)
  expect(statuses(run.outputs.status)).toMatchObject([
    {
      application: 'shop',
      live: true,
      revision: WANTED,
      sync: 'Synced',
      health: 'Healthy',
      phase: 'Succeeded',
    },
  ])
  expect(run.summary).toContain('✅ `bbbbbbb` is live in `shop`')
  expect(run.rawStdout.replaceAll(`::add-mask::${argocd.token}`, '')).not.toContain(argocd.token)
})

test('the old commit, healthy as it is, is not the wanted one', async () => {
  await using argocd = await startArgoCD()
  argocd.application({ name: 'shop', revision: OLD })
  const run = await wait(argocd, { timeout: '3' })
  expect(run.conclusion).toBe('failure')
  expect(run.annotations.at(-1)?.message).toMatch(
    /^not live within 3 s: shop: is at aaaaaaa, and GitHub cannot tell/,
  )
})

test('without a revision the newest commit counts', async () => {
  await using argocd = await startArgoCD()
  argocd.application({ ...FIXED, head: () => NEW })
  const run = await wait(argocd, { revision: '' })
  expect(run.conclusion).toBe('success')
  expect(statuses(run.outputs.status)[0]?.revision).toBe(NEW)
})

test('several applications, in several namespaces, are waited for together', async () => {
  await using argocd = await startArgoCD()
  argocd.application(FIXED)
  argocd.application({ ...FIXED, namespace: 'team-a', rollout: { rolloutMs: 2500 } })
  const run = await wait(argocd, { applications: 'shop\n\n  team-a/shop\nshop\n' })
  expect(statuses(run.outputs.status).map(({ application, live }) => [application, live])).toEqual([
    ['shop', true],
    ['team-a/shop', true],
  ])
  expect(run.summary).toContain('is live in 2 applications')
})

test('a rollout that breaks shows what is wrong with which resource', async () => {
  await using argocd = await startArgoCD()
  const web = { group: 'apps', version: 'v1', kind: 'Deployment', namespace: 'shop', name: 'web' }
  argocd.application({
    ...FIXED,
    rollout: {
      health: 'Degraded',
      resources: [
        {
          ...web,
          status: 'Synced',
          health: { status: 'Degraded', message: 'exceeded its progress deadline' },
        },
      ],
      nodes: [
        { ...web, uid: 'd', health: { status: 'Degraded' } },
        {
          ...{ version: 'v1', kind: 'Pod', namespace: 'shop', name: 'web-7-x', uid: 'p' },
          health: { status: 'Degraded', message: 'Back-off pulling image "shop:9"' },
          info: [{ name: 'Status Reason', value: 'ImagePullBackOff' }],
        },
      ],
      events: {
        p: [
          {
            type: 'Warning',
            reason: 'Failed',
            message: 'manifest for shop:9 not found',
            count: 4,
            metadata: {},
            involvedObject: {},
          },
        ],
      },
    },
  })
  const run = await wait(argocd, { timeout: '12' })
  expect(run.conclusion).toBe('failure')
  expect(run.annotations.at(-1)?.message).toMatch(
    /^shop: its health is Degraded: Deployment shop\/web: exceeded its progress deadline/,
  )
  expect(run.annotations.at(-1)?.message).toContain('Pod shop/web-7-x ImagePullBackOff')
  expect(run.summary).toContain('Failed: manifest for shop:9 not found (4 times)')
  expect(statuses(run.outputs.status)[0]?.problems.map(({ kind }) => kind)).toEqual(['Deployment', 'Pod'])
  // It was given up before its time: a quarter of that is enough for trouble to pass.
  expect(run.duration).toBeLessThan(10_000)
})

test('a sync that fails ends the waiting at once', async () => {
  await using argocd = await startArgoCD()
  const results = [
    { kind: 'Ingress', namespace: 'shop', name: 'web', status: 'SyncFailed', message: 'host is taken' },
  ]
  argocd.application({
    ...FIXED,
    rollout: { phase: 'Failed', message: 'one or more objects failed to apply', results },
  })
  const run = await wait(argocd, { timeout: '5m' })
  expect(run.annotations.at(-1)?.message).toBe(
    'shop: the sync of bbbbbbb ended as Failed: one or more objects failed to apply (Ingress shop/web SyncFailed: host is taken)',
  )
})

test('what syncs by hand only is not waited for', async () => {
  await using argocd = await startArgoCD()
  argocd.application({ ...FIXED, syncPolicy: {} })
  const run = await wait(argocd, { timeout: '5m' })
  expect(run.annotations.at(-1)?.message).toMatch(/automated sync is off/)
})

test('an application that is deleted meanwhile is missed', async () => {
  await using argocd = await startArgoCD()
  const shop = argocd.application({ ...FIXED, rollout: { rolloutMs: 60_000 } })
  setTimeout(() => argocd.remove(shop), 1500)
  const run = await wait(argocd, { timeout: '12' })
  expect(run.annotations.at(-1)?.message).toMatch(/answered 403 .*either there is no application 'shop'/)
})

test('a dry run looks, and has Argo CD do nothing', async () => {
  await using argocd = await startArgoCD()
  argocd.application(FIXED)
  const run = await wait(argocd, { 'dry-run': 'true' })
  expect(run.conclusion).toBe('success')
  expect(argocd.requests.filter(request => request.includes('refresh'))).toEqual([])
  expect(run.summary).toContain('Looked at `shop`')
  expect((await wait(argocd, { 'dry-run': 'true', applications: 'shpo' })).conclusion).toBe('failure')
})

test('a cancelled step ends at once', async () => {
  await using argocd = await startArgoCD()
  argocd.application({ ...FIXED, rollout: { rolloutMs: 60_000 } })
  const run = await wait(argocd, { timeout: '5m' }, { killAfter: line => line.includes('rolling out') })
  expect(run).toMatchObject({ conclusion: 'cancelled', code: 1, tempLeft: [] })
  expect(run.log).toContain('the job was cancelled')
})
