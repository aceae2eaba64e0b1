import { machineFacts } from '../inspect/machine.ts'
import { type StandIn, type Teller, within } from '../story.ts'
import { playAtOnce } from './at-once.ts'
import { playBaseImages, playDelivery, playPush } from './delivery.ts'
import { playDrift } from './drift.ts'
import { playInfrastructure } from './infrastructure.ts'
import { playInstallation } from './installation.ts'
import { playMonitoring } from './monitoring.ts'
import { openCompany } from './open.ts'
import { playPromotion } from './promotion.ts'
import { type Proposal, playReview } from './review.ts'
import { playRollback } from './rollback.ts'
import type { Speed } from './speed.ts'
import { type Stage, setStage } from './stage.ts'

/** What it proves. */
export const ABOUT =
  'A pull request makes the registry and the network. A push to the source repository becomes an image in ECR and one ' +
  'commit in the manifests repository, which a real Argo CD follows. A pull request brings what staging runs to production, a ' +
  'workflow takes it back, what differs from git becomes an issue, and alerts and dashboards go their own way. All ' +
  'through the very workflow files that ship, run by the committed dist under Node 24.'

const WORDS = { from: 'write a whole number', to: 'it must be a whole number' }
const FIRST: Proposal = {
  branch: 'say-what-it-must-be',
  title: 'Say what a setting must be',
  first: [{ file: 'kv/src/settings.ts', ...WORDS }],
  red: 'A pull request that breaks a test: pull-request.yml is red',
  complaint: /fail [1-9]\d*$/m,
  mended: 'Expect the new words',
  fixes: ['kv/test/telemetry.test.ts', 'kv/test/cluster.test.ts'].map(file => ({ file, ...WORDS })),
  green: 'The tests follow: it is green',
}
const SECOND = { file: 'kv/src/main.ts', from: "'cannot start'", to: "'failed to start'" }

/**
 * Plays the EKS variant's pipelines from two new repositories to a rollback and a drift.
 * @returns how quick each release was.
 */
export async function playEks(teller: Teller): Promise<Speed[]> {
  const begin = within(teller, 'Preparation')
  await using stage: Stage = await begin.scene('Start the local stack', async show => {
    const started = await setStage()
    const { github, ecr, environments } = started
    show({
      kind: 'note',
      text: `Git host on ${github.url}, ${ecr.host}, Argo CD on ${environments.argocd.url}`,
    })
    show({ kind: 'stand-ins', standIns: standIns(started) })
    return started
  })
  Object.assign(teller.story.machine, await machineFacts(stage.env))
  const company = await openCompany(stage, begin)
  await playBaseImages(stage, company, begin)
  await playInfrastructure(stage, company, within(teller, 'Infrastructure'))
  await playInstallation(stage, company, within(teller, 'Argo CD'))
  const [once, again] = [within(teller, 'First release'), within(teller, 'Second release')]
  const merged = await playReview(company, FIRST, once)
  const first = await playDelivery(stage, company, merged, once)
  const { rendered } = await playPromotion(stage, company, first, once)
  const pushed = await playPush(company, 'Find other words', [SECOND], again)
  const second = await playDelivery(stage, company, pushed, again)
  await playPromotion(stage, company, second, again)
  await playRollback(stage, company, { ...first, rendered }, within(teller, 'Rollback'))
  await playDrift(stage, company, within(teller, 'Drift'))
  await playAtOnce(stage, company, within(teller, 'Two pushes at once'))
  await playMonitoring(stage, company, within(teller, 'Monitoring'))
  return [first.speed, second.speed]
}

function standIns({ github, aws, ecr }: Stage): StandIn[] {
  return [
    { what: 'GitHub', instead: `a server on ${github.url}: git over HTTP, REST and GraphQL` },
    { what: 'AWS and ECR’s API', instead: `moto on ${aws.url}` },
    {
      what: 'ECR’s registry',
      instead: `a registry under the name ${ecr.host}, which asks ECR’s API who may push what`,
    },
    {
      what: 'the EKS clusters',
      instead:
        'Kubernetes’ own API and controllers, one for each environment, without nodes: Argo CD itself syncs to them, pods are said to have started, and nothing runs',
    },
    { what: "GitHub's runner", instead: 'a player of workflow files on GitHub’s own parser and expressions' },
  ]
}
