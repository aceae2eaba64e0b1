import { expect, test } from '@jest/globals'
import type { Application } from '../src/api/types.ts'
import type { Outcome } from '../src/follow.ts'
import { failureOf } from '../src/report/lines.ts'
import { problemsOf, warningIn } from '../src/report/problems.ts'
import { outputOf, type Status, statusOf } from '../src/report/status.ts'
import { summaryOf } from '../src/report/summary.ts'
import { clean, duration } from '../src/report/words.ts'

const SHA = '0123456789'.repeat(4)
const app: Application = {
  metadata: { name: 'shop', namespace: 'argocd' },
  status: {
    sync: { status: 'OutOfSync', revision: SHA },
    health: { status: 'Degraded' },
    operationState: {
      phase: 'Failed',
      syncResult: {
        revision: SHA,
        resources: [
          {
            kind: 'Job',
            namespace: 'shop',
            name: 'migrate',
            hookType: 'PreSync',
            hookPhase: 'Failed',
            message: 'exit 1',
          },
          { kind: 'Service', namespace: 'shop', name: 'web', status: 'Synced' },
          { kind: 'Ingress', namespace: 'shop', name: 'web', status: 'SyncFailed', message: 'host is taken' },
        ],
      },
    },
    resources: [
      { kind: 'Service', namespace: 'shop', name: 'web', status: 'Synced', health: { status: 'Healthy' } },
      {
        kind: 'HorizontalPodAutoscaler',
        namespace: 'shop',
        name: 'web',
        status: 'Synced',
        health: { status: 'Progressing' },
      },
      {
        kind: 'Deployment',
        namespace: 'shop',
        name: 'web',
        status: 'OutOfSync',
        health: { status: 'Degraded', message: 'exceeded its\nprogress deadline' },
      },
      { kind: 'ConfigMap', namespace: 'shop', name: 'old', status: 'OutOfSync', requiresPruning: true },
    ],
  },
}
const tree = {
  nodes: [
    { kind: 'Deployment', namespace: 'shop', name: 'web', uid: 'd1', health: { status: 'Degraded' } },
    { kind: 'ReplicaSet', namespace: 'shop', name: 'web-1', uid: 'r1', health: { status: 'Healthy' } },
    // Says what its Deployment says.
    {
      ...{ kind: 'ReplicaSet', namespace: 'shop', name: 'web-2', uid: 'r2' },
      parentRefs: [{ kind: 'Deployment', namespace: 'shop', name: 'web' }],
      health: { status: 'Progressing', message: 'Waiting for rollout to finish' },
    },
    {
      ...{ kind: 'Pod', namespace: 'shop', name: 'web-1-x', uid: 'p1' },
      health: { status: 'Degraded', message: 'Back-off pulling image "shop:9"' },
      info: [
        { name: 'Status Reason', value: 'ImagePullBackOff' },
        { name: 'Containers', value: '0/1' },
      ],
    },
  ],
}
const outcome = (more: Partial<Outcome> = {}): Outcome => ({
  name: { name: 'shop' },
  verdict: { state: 'failed', reason: 'its health is Degraded' },
  app,
  seconds: 71.26,
  ...more,
})
const failed = statusOf('https://argocd.test', outcome(), problemsOf(app, tree))
const fine: Status = statusOf(
  'https://argocd.test',
  outcome({
    name: { name: 'cart', namespace: 'team' },
    verdict: { state: 'live', reason: 'live and healthy' },
    app: {
      metadata: { name: 'cart', namespace: 'team' },
      status: {
        sync: { status: 'Synced', revision: SHA },
        health: { status: 'Healthy' },
        operationState: { phase: 'Succeeded' },
      },
    },
  }),
  [],
)

test('problems come the most telling first, and each resource once', () => {
  expect(problemsOf(app, tree).map(({ kind, name, state, uid }) => [kind, name, state, uid])).toEqual([
    ['Job', 'migrate', 'PreSync hook Failed', undefined],
    ['Ingress', 'web', 'SyncFailed', undefined],
    ['Deployment', 'web', 'Degraded', 'd1'],
    ['Pod', 'web-1-x', 'ImagePullBackOff', 'p1'],
    ['HorizontalPodAutoscaler', 'web', 'Progressing', undefined],
    ['ConfigMap', 'old', 'OutOfSync', undefined],
  ])
})

test('of events the last warning tells', () => {
  const event = (type: string, reason: string, lastTimestamp: string, count = 1) => ({
    ...{ type, reason, lastTimestamp, count },
    message: 'so it is',
  })
  expect(
    warningIn([
      event('Warning', 'Failed', '2026-01-01T10:00:00Z', 3),
      event('Normal', 'Pulling', '2026-01-01T11:00:00Z'),
      event('Warning', 'Scheduled', '2026-01-01T09:00:00Z'),
    ]),
  ).toBe('Failed: so it is (3 times)')
  expect(warningIn([event('Normal', 'Pulled', '2026-01-01T11:00:00Z')])).toBeUndefined()
})

test('the output tells how an application stands', () => {
  expect(failed).toMatchObject({
    application: 'shop',
    live: false,
    revision: SHA,
    sync: 'OutOfSync',
    health: 'Degraded',
    phase: 'Failed',
    url: 'https://argocd.test/applications/argocd/shop',
    seconds: 71.3,
  })
  expect(JSON.stringify(failed)).not.toContain('uid')
  expect(fine).toMatchObject({
    application: 'team/cart',
    live: true,
    url: 'https://argocd.test/applications/team/cart',
  })
})

test('the failure names the application, why, and the first resources', () => {
  expect(failureOf([failed, fine], '10 min')).toBe(
    'not live within 10 min: shop: its health is Degraded (Job shop/migrate PreSync hook Failed: exit 1; Ingress shop/web SyncFailed: host is taken; Deployment shop/web Degraded: exceeded its progress deadline)',
  )
})

test('the summary shows what is wrong with which resource', () => {
  const text = summaryOf([failed, fine], { revision: SHA, seconds: 71, dryRun: false })
  expect(text).toContain('### ❌ `0123456` is not live in `shop` · 1 min 11 s')
  expect(text).toContain('| `Pod shop/web-1-x` | ImagePullBackOff | Back-off pulling image "shop:9" |')
  expect(text).toContain('✅ <a href="https://argocd.test/applications/team/cart"><code>team/cart</code></a>')
})

test('what a server says stays within its cell and calls nobody', () => {
  const message = 'a | b\n\n## @octocat <img src=x> #12 ::set-output'
  const status: Status = {
    ...failed,
    reason: message,
    problems: [{ kind: 'Pod', namespace: 'a', name: 'b', state: 'x|y', message }],
  }
  const text = summaryOf([status], { revision: undefined, seconds: 1, dryRun: false })
  expect(text).not.toMatch(/@octocat|[^\\]<img|\n## |\n::|[^\\]\| b/)
  // Where it cannot render a chart, Argo CD tells the range of versions.
  const ranged = { ...fine, revision: '1.x || `2.x`' }
  const table = summaryOf([ranged], { revision: undefined, seconds: 1, dryRun: false })
  expect(table).toContain('| `` 1.x \\|\\| `2.x` `` |')
})

test('the output names the worst problems, so that it fits where an output goes', () => {
  const problems = Array.from({ length: 5000 }, (_, index) => ({
    ...{ kind: 'Pod', namespace: 'a', name: `p${index}`, state: 'Pending', message: 'm'.repeat(500) },
  }))
  const [told] = JSON.parse(outputOf([{ ...failed, problems }])) as Status[]
  expect(told?.problems.map(({ name }) => name)).toEqual(problems.slice(0, 20).map(({ name }) => name))
})

test('many problems are counted, not listed', () => {
  const problems = Array.from({ length: 50 }, (_, index) => ({
    ...{ kind: 'Pod', namespace: 'a', name: `p${index}`, state: 'Pending', message: '' },
  }))
  const text = summaryOf([{ ...failed, problems }], { revision: SHA, seconds: 1, dryRun: false })
  expect(text).toContain('and 30 more')
  expect(text).not.toContain('p20`')
})

test('texts of servers become one line without passwords', () => {
  expect(clean('cannot fetch https://user:hunter2@git.test/a.git:\n  no')).toBe(
    'cannot fetch https://***@git.test/a.git: no',
  )
  expect(clean('x'.repeat(900))).toHaveLength(501)
  expect([4.2, 60, 125].map(duration)).toEqual(['4 s', '1 min', '2 min 5 s'])
})
