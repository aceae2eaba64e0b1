import { describe, expect, test } from '@jest/globals'
import type { Application, ApplicationStatus } from '../src/api/types.ts'
import { isReverted, repositoryOf } from '../src/judge/commits.ts'
import { judge, type Known, type Verdict } from '../src/judge/judge.ts'
import { knownOf } from '../src/judge/known.ts'
import type { Standing } from '../src/judge/standing.ts'

const [OLD, WANTED, NEW, STRAY, BACK] = ['a', 'b', 'c', 'd', 'f'].map(letter => letter.repeat(40)) as [
  string,
  string,
  string,
  string,
  string,
]

/** Live at the wanted commit. */
const live: ApplicationStatus = {
  sync: { status: 'Synced', revision: WANTED },
  health: { status: 'Healthy' },
  operationState: {
    phase: 'Succeeded',
    finishedAt: '2026-01-01T10:00:00Z',
    syncResult: { revision: WANTED },
  },
  reconciledAt: '2026-01-01T10:00:00Z',
}
const automated = { syncPolicy: { automated: { prune: true } } }
const app = (status: Partial<ApplicationStatus> = {}, more: Partial<Application> = {}): Application => ({
  metadata: { name: 'shop' },
  spec: automated,
  ...more,
  status: { ...live, ...status },
})
const operation = (more: object) => ({ operationState: { ...live.operationState, ...more } })
const synced = (status: string, revision = WANTED) => ({ sync: { status, revision } })
const byHand = { spec: { syncPolicy: {} } }

const compare = async (revision: string): Promise<Standing> =>
  (({ [OLD]: 'older', [NEW]: 'newer', [STRAY]: 'diverged', [BACK]: 'reverted' }) as Record<string, Standing>)[
    revision
  ] ?? 'unknown'

async function verdict(given: Application, more: Partial<Known> = {}): Promise<Verdict> {
  const wanted = 'wanted' in more ? more.wanted : WANTED
  return judge(given, await knownOf(given, { wanted, fresh: more.fresh ?? true, compare }))
}

describe('an application', () => {
  test.each<[string, Application, Verdict['state'], RegExp]>([
    ['all is well', app(), 'live', /^live and healthy$/],
    [
      'compared with the old commit',
      app(synced('Synced', OLD)),
      'waiting',
      /still at aaaaaaa, and bbbbbbb is newer/,
    ],
    [
      'all of it old, as before Argo CD hears of the commit',
      app({ ...synced('Synced', OLD), ...operation({ syncResult: { revision: OLD } }) }),
      'waiting',
      /still at aaaaaaa/,
    ],
    [
      'OutOfSync, the sync not begun',
      app({ ...synced('OutOfSync'), ...operation({ syncResult: { revision: OLD } }) }),
      'waiting',
      /not begun/,
    ],
    ['a sync that is asked for', app({}, { operation: { sync: {} } }), 'waiting', /about to begin/],
    ['under way', app(operation({ phase: 'Running', finishedAt: undefined })), 'waiting', /syncs to bbbbbbb/],
    [
      'between two tries',
      app(operation({ phase: 'Running', retryCount: 1, message: 'no. Retrying attempt #1' })),
      'waiting',
      /Retrying attempt #1/,
    ],
    [
      'an old one under way',
      app({ ...synced('OutOfSync'), ...operation({ phase: 'Running', syncResult: { revision: OLD } }) }),
      'waiting',
      /syncs to aaaaaaa/,
    ],
    ['being stopped', app(operation({ phase: 'Terminating' })), 'waiting', /stopped/],
    [
      'a sync that failed',
      app({ ...synced('OutOfSync'), ...operation({ phase: 'Failed', message: 'no such\nkind' }) }),
      'failed',
      /sync of bbbbbbb ended as Failed: no such kind/,
    ],
    [
      'a sync that broke',
      app({ ...synced('OutOfSync'), ...operation({ phase: 'Error' }) }),
      'failed',
      /Error: Argo CD gives no reason/,
    ],
    [
      'one that broke before it had a result',
      app({
        ...synced('OutOfSync'),
        ...operation({ phase: 'Error', syncResult: undefined, operation: { sync: { revision: WANTED } } }),
      }),
      'failed',
      /ended as Error/,
    ],
    [
      'an old one that failed',
      app({ ...synced('OutOfSync'), ...operation({ phase: 'Failed', syncResult: { revision: OLD } }) }),
      'waiting',
      /not begun/,
    ],
    [
      'health from before the sync',
      app({ reconciledAt: '2026-01-01T09:59:59Z' }),
      'waiting',
      /has yet to look/,
    ],
    [
      'a health that was never looked at',
      app({ reconciledAt: undefined } as never),
      'waiting',
      /has yet to look/,
    ],
    ['rolling out', app({ health: { status: 'Progressing' } }), 'waiting', /rolling out/],
    [
      'rolling out, and what it waits for',
      app({
        health: { status: 'Progressing' },
        resources: [
          { kind: 'Service', name: 'web', health: { status: 'Healthy' } },
          {
            kind: 'Deployment',
            namespace: 'shop',
            name: 'web',
            health: { status: 'Progressing', message: '1 of 3' },
          },
        ],
      }),
      'waiting',
      /rolling out: Deployment shop\/web: 1 of 3/,
    ],
    ['paused', app({ health: { status: 'Suspended' } }), 'waiting', /Suspended/],
    ['degraded', app({ health: { status: 'Degraded' } }), 'trouble', /health is Degraded/],
    ['missing', app({ health: { status: 'Missing' } }), 'trouble', /health is Missing/],
    ['without health', app({ health: {} }), 'trouble', /health is Unknown/],
    [
      'a newer commit',
      app({ ...synced('Synced', NEW), ...operation({ syncResult: { revision: NEW } }) }),
      'live',
      /live/,
    ],
    [
      'a newer commit that changes nothing in it',
      app(synced('Synced', NEW)),
      'live',
      /at ccccccc, which contains bbbbbbb/,
    ],
    ['another history', app(synced('Synced', STRAY)), 'failed', /at ddddddd, which does not contain bbbbbbb/],
    [
      'a commit that takes it back',
      app({ ...synced('Synced', BACK), ...operation({ syncResult: { revision: BACK } }) }),
      'failed',
      /at fffffff, and a commit since bbbbbbb takes that back/,
    ],
    ['a history that nobody knows', app(synced('Synced', 'e'.repeat(40))), 'waiting', /GitHub cannot tell/],
    [
      'a commit that changes nothing in it',
      app(operation({ syncResult: { revision: OLD } })),
      'live',
      /changes nothing/,
    ],
    [
      'nothing changed in what failed before',
      app(operation({ phase: 'Failed', message: 'quota', syncResult: { revision: OLD } })),
      'trouble',
      /last sync ended as Failed: quota/,
    ],
    [
      'a last sync that nobody knows, and nothing to change since',
      app(operation({ syncResult: { revision: 'e'.repeat(40) } })),
      'live',
      /changes nothing/,
    ],
    ['never synced', app({ operationState: undefined } as never), 'waiting', /never been synced/],
    [
      'OutOfSync by hand',
      app({ ...synced('OutOfSync'), ...operation({ syncResult: { revision: OLD } }) }, byHand),
      'failed',
      /automated sync is off/,
    ],
    [
      'automation switched off',
      app(
        { ...synced('OutOfSync'), ...operation({ syncResult: { revision: OLD } }) },
        { spec: { syncPolicy: { automated: { enabled: false } } } },
      ),
      'failed',
      /automated sync is off/,
    ],
    [
      'OutOfSync in a progressive ApplicationSet',
      app(
        { ...synced('OutOfSync'), ...operation({ syncResult: { revision: OLD } }) },
        { ...byHand, metadata: { name: 'shop', ownerReferences: [{ kind: 'ApplicationSet' }] } },
      ),
      'waiting',
      /ApplicationSet/,
    ],
    ['synced by hand', app({}, byHand), 'live', /live/],
    ['OutOfSync after its sync', app(synced('OutOfSync')), 'trouble', /although the sync succeeded/],
    [
      'what is left over, and not pruned',
      app(
        {
          ...synced('OutOfSync'),
          resources: [{ kind: 'Job', name: 'x', status: 'OutOfSync', requiresPruning: true }],
        },
        { spec: { syncPolicy: { automated: {} } } },
      ),
      'failed',
      /pruning is off/,
    ],
    [
      'manifests that cannot be made',
      app({
        ...synced('Unknown', OLD),
        conditions: [{ type: 'ComparisonError', message: 'helm template: line 3' }],
      }),
      'trouble',
      /ComparisonError: helm template: line 3/,
    ],
    [
      'a commit that only removes, and nothing is pruned',
      app(
        {
          ...synced('OutOfSync'),
          ...operation({ syncResult: { revision: OLD } }),
          resources: [
            { kind: 'Service', name: 'web', status: 'Synced' },
            { kind: 'Job', name: 'x', status: 'OutOfSync', requiresPruning: true },
          ],
        },
        { spec: { syncPolicy: { automated: {} } } },
      ),
      'failed',
      /pruning is off/,
    ],
    [
      'a last sync of another history, and nothing to change since',
      app(operation({ syncResult: { revision: STRAY } })),
      'live',
      /changes nothing/,
    ],
    [
      'a warning beside it',
      app({ conditions: [{ type: 'OrphanedResourceWarning', message: 'x' }] }),
      'live',
      /live/,
    ],
    ['not compared', app({ sync: undefined } as never), 'waiting', /with no commit yet/],
    [
      'being deleted',
      app({}, { metadata: { name: 'shop', deletionTimestamp: '2026-01-01T10:00:00Z' } }),
      'failed',
      /being deleted/,
    ],
    ['no status at all', { metadata: { name: 'shop' } }, 'waiting', /with no commit yet/],
  ])('%s', async (_, given, state, reason) => {
    const found = await verdict(given)
    expect(found).toMatchObject({ state, reason: expect.stringMatching(reason) })
  })
})

describe('before Argo CD has looked at git', () => {
  test.each<[string, Application, string]>([
    ['the old commit says nothing', app(synced('Synced', OLD)), 'waiting'],
    ['neither does another history', app(synced('Synced', STRAY)), 'waiting'],
    ['the wanted commit does', app(), 'live'],
    ['but not whether it changes anything', app(operation({ syncResult: { revision: OLD } })), 'waiting'],
  ])('%s', async (_, given, state) => {
    expect((await verdict(given, { fresh: false })).state).toBe(state)
  })
})

describe('with no commit wanted but the newest', () => {
  const newest = { wanted: undefined }
  test.each<[string, Application, boolean, string]>([
    ['what it says of itself is not enough', app(), false, 'waiting'],
    ['whatever it found in git counts', app(), true, 'live'],
    ['and if nothing had to be synced', app(synced('Synced', NEW)), true, 'live'],
    ['but not while it is out of sync', app(synced('OutOfSync', NEW)), true, 'waiting'],
    ['nor where its sync failed', app(operation({ phase: 'Failed' })), true, 'failed'],
    [
      'an older failure is no reason to stop',
      app({ ...synced('OutOfSync', NEW), ...operation({ phase: 'Failed' }) }),
      true,
      'waiting',
    ],
    ['a failure from before the look neither', app(operation({ phase: 'Failed' })), false, 'waiting'],
  ])('%s', async (_, given, fresh, state) => {
    expect((await verdict(given, { ...newest, fresh })).state).toBe(state)
  })
})

test('of several sources the one counts that holds the commit', async () => {
  const several = (revisions: string[], results = revisions): Application =>
    app({ sync: { status: 'Synced', revisions }, ...operation({ syncResult: { revisions: results } }) })
  expect((await verdict(several(['1.2.3', WANTED]))).state).toBe('live')
  expect((await verdict(several(['1.2.3', NEW]))).state).toBe('live')
  expect((await verdict(several(['1.2.3', OLD]))).reason).toMatch(/still at 1.2.3, aaaaaaa/)
  expect((await verdict(several([NEW, WANTED], [NEW, OLD]))).state).toBe('live')
  // One follows a branch that will have it, the other a release branch of the same repository.
  expect((await verdict(several([STRAY, OLD]))).reason).toMatch(/still at/)
})

test('each revision is compared in the repository of its own source', async () => {
  const asked: (string | undefined)[] = []
  const app: Application = {
    spec: { sources: [{ repoURL: 'a' }, { repoURL: 'b' }] },
    status: { sync: { revisions: ['', NEW] } },
  }
  const known = await knownOf(app, {
    ...{ wanted: WANTED, fresh: true },
    compare: async (_, source) => {
      asked.push(source?.repoURL)
      return 'newer'
    },
  })
  expect(known.compared).toBe('newer')
  expect(asked).toEqual(['b'])
})

describe('an application whose manifests Argo CD renders into git first', () => {
  const [HYDRATED, BEFORE] = ['1'.repeat(40), '2'.repeat(40)]
  const at = (revision: string, drySHA: string, phase = 'Hydrated', message = ''): Application =>
    app(
      {
        sync: { status: 'Synced', revision },
        ...operation({ syncResult: { revision } }),
        sourceHydrator: {
          lastSuccessfulOperation: { drySHA, hydratedSHA: HYDRATED },
          currentOperation: { phase, message },
        },
      },
      { spec: { ...automated, sourceHydrator: { drySource: { repoURL: 'a' } } } },
    )
  test.each<[string, Application, Verdict['state'], RegExp]>([
    ['at what was rendered from the commit', at(HYDRATED, WANTED), 'live', /^live/],
    ['from a newer one', at(HYDRATED, NEW), 'live', /^live/],
    ['from the old one', at(HYDRATED, OLD), 'waiting', /still at 1111111/],
    ['rendered, and not looked at', at(BEFORE, WANTED), 'waiting', /still at 2222222/],
    [
      'that cannot be',
      at(HYDRATED, OLD, 'Failed', 'helm: line 3'),
      'trouble',
      /rendered into git: helm: line 3/,
    ],
  ])('%s', async (_, given, state, reason) => {
    expect(await verdict(given)).toMatchObject({ state, reason: expect.stringMatching(reason) })
  })
})

test.each([
  [{ repoURL: 'https://charts.example.com', chart: 'web' }, 'failed'],
  [{ repoURL: 'oci://ghcr.io/acme/web' }, 'failed'],
  [{ repoURL: 'https://gitlab.com/acme/web.git' }, 'waiting'],
])('of %j a commit is expected in vain: %s', async (source, state) => {
  const found = await verdict(app({ sync: { status: 'Synced', revision: '1.2.3' } }, { spec: { source } }))
  expect(found.state).toBe(state)
})

test('a commit may be given by its beginning', async () => {
  const known = await knownOf(app(), { wanted: 'bbbbbbb', fresh: false, compare })
  expect(known).toMatchObject({ compared: 'same', synced: 'same' })
})

describe('a commit is taken back', () => {
  const revert = (sha: string, reverted: string, more = '') => ({
    sha,
    message: `Revert "Bump"\n\nThis reverts commit ${reverted}${more}.`,
  })
  const other = { sha: STRAY, message: 'Bump again' }
  test.each<[string, { sha: string; message: string }[], boolean]>([
    ['by no later one', [other], false],
    ['by a later one', [other, revert(NEW, WANTED), other], true],
    ['by the revert of a merge', [revert(NEW, WANTED, `, reversing\nchanges made to ${OLD}`)], true],
    ['but another', [revert(NEW, OLD)], false],
    ['and that, too', [revert(NEW, WANTED), revert(BACK, NEW)], false],
    ['and once more', [revert(NEW, WANTED), revert(BACK, NEW), revert('9'.repeat(40), WANTED)], true],
  ])('%s', (_, later, expected) => {
    expect(isReverted(WANTED, later)).toBe(expected)
    expect(isReverted(WANTED.slice(0, 7), later)).toBe(expected)
  })
})

test.each<[string, string | undefined]>([
  ['https://github.com/acme/manifests.git', 'acme/manifests'],
  ['https://github.com/acme/manifests/', 'acme/manifests'],
  ['https://x:y@github.com/acme/manifests', 'acme/manifests'],
  ['git@github.com:acme/manifests.git', 'acme/manifests'],
  ['ssh://git@github.com/acme/manifests.git', 'acme/manifests'],
  ['ssh://git@ssh.github.com:443/acme/manifests.git', 'acme/manifests'],
  ['https://GitHub.com/acme/my.site', 'acme/my.site'],
  ['https://gitlab.com/acme/manifests.git', undefined],
  ['https://charts.example.com/stable', undefined],
  ['https://github.com/acme', undefined],
  ['oci://ghcr.io/acme/chart', undefined],
  ['', undefined],
])('%s is the repository %s', (url, repository) => {
  expect(repositoryOf(url, 'https://github.com')).toBe(repository)
})

test('a GitHub Enterprise Server has its own name and port', () => {
  expect(repositoryOf('https://git.acme.test:8443/a/b.git', 'https://git.acme.test:8443')).toBe('a/b')
  expect(repositoryOf('git@git.acme.test:a/b.git', 'https://git.acme.test')).toBe('a/b')
  expect(repositoryOf('https://github.com/a/b', 'https://git.acme.test')).toBeUndefined()
})
