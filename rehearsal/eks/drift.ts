import { readCommit } from '../inspect/commits.ts'
import { demand, playOne } from '../play-one.ts'
import { scheduleEvent, type WorkflowRun } from '../player/player.ts'
import type { Exhibit, Teller } from '../story.ts'
import { change } from './change.ts'
import { demandLive } from './look.ts'
import type { Company } from './open.ts'
import type { Stage } from './stage.ts'

const VALUES = 'environments/production/kv/values.yaml'

/** Production keeps what git holds no more, until somebody has looked and taken it away. */
export async function playDrift(stage: Stage, company: Company, teller: Teller): Promise<void> {
  const { manifests, pages } = company

  const commit = await teller.scene(
    'Production’s Ingress goes from git; there, a person deletes',
    async show => {
      const sha = await closeProduction(company)
      show({ kind: 'commit', commit: await readCommit(manifests.repository, sha) })
      await playOne(manifests, show, teller, { expected: 'failure' })
      return sha
    },
  )

  await teller.scene('drift.yml, at night: an issue', async show => {
    await atNight(company, show, teller, 'failure')
    const [issue, ...more] = await pages.issues('open')
    if (issue)
      show({ kind: 'comment', did: 'opened', where: `issue #${issue.number}: ${issue.title}`, ...issue })
    demand(
      [
        {
          claim: 'one issue names the application that differs, and why',
          seen: `${issue?.title}: ${issue?.body.split('\n')[0]}`,
          ok:
            more.length === 0 &&
            issue?.title === 'production is not what its branch says' &&
            issue.body.startsWith('- `kv-production`: is OutOfSync by what git holds no more'),
        },
      ],
      show,
    )
  })

  await teller.scene('It is deleted: the issue closes', async show => {
    const { api } = stage.environments.clusters.production
    await api.call('DELETE', '/apis/networking.k8s.io/v1/namespaces/production/ingresses/kv')
    await atNight(company, show, teller, 'success')
    await demandLive(stage, { commit, environment: 'production' }, show)
    const [open, closed] = [await pages.issues('open'), await pages.issues('closed')]
    demand(
      [
        {
          claim: 'the issue is closed',
          seen: `${open.length} open, ${closed.length} closed`,
          ok: open.length === 0 && closed.length === 1,
        },
      ],
      show,
    )
  })
}

async function closeProduction({ manifests: { copy } }: Company): Promise<string> {
  await copy.checkout('main')
  await change(copy, { file: VALUES, from: 'ingress:\n', to: 'ingress:\n  enabled: false\n' })
  const sha = await copy.commit('Close production’s kv to the outside')
  await copy.push('HEAD:main')
  return sha
}

async function atNight(
  { manifests }: Company,
  show: (exhibit: Exhibit) => void,
  teller: Teller,
  expected: WorkflowRun['conclusion'],
): Promise<void> {
  const due = { branch: 'staging', cron: '37 3 * * *', actor: 'ada' }
  const event = await scheduleEvent(manifests.repository, due)
  await playOne(manifests, show, teller, { event, expected })
}
