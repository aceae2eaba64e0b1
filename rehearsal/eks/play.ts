import { machineFacts } from '../inspect/machine.ts'
import type { StandIn, Teller } from '../story.ts'
import { playBaseImages, playDelivery } from './delivery.ts'
import { playDrift } from './drift.ts'
import { playInfrastructure } from './infrastructure.ts'
import { openCompany } from './open.ts'
import { playPromotion } from './promotion.ts'
import { playRollback } from './rollback.ts'
import type { Speed } from './speed.ts'
import { type Stage, setStage } from './stage.ts'

/** What it proves. */
export const ABOUT =
  'A push to the source repository becomes an image in ECR and one commit in the manifests repository, which Argo CD ' +
  'follows. A pull request brings what staging runs to production, a workflow takes it back, and what differs from git ' +
  'becomes an issue. All through the very workflow files that ship, run by the committed dist under Node 24.'

const FIRST = { message: 'Say it in other words', from: "'cannot start'", to: "'did not start'" }
const SECOND = { message: 'Find still other words', from: "'did not start'", to: "'failed to start'" }

/**
 * Plays the EKS variant's pipelines from two new repositories to a rollback and a drift.
 * @returns how quick each release was.
 */
export async function playEks(teller: Teller): Promise<Speed[]> {
  await using stage: Stage = await teller.scene('Start the local stack', async show => {
    const started = await setStage()
    const { github, ecr, argocd } = started
    show({ kind: 'note', text: `Git host on ${github.url}, ${ecr.host}, Argo CD on ${argocd.url}` })
    show({ kind: 'stand-ins', standIns: standIns(started) })
    return started
  })
  Object.assign(teller.story.machine, await machineFacts(stage.env))
  const company = await openCompany(stage, teller)
  await playInfrastructure(stage, company, within(teller, 'Infrastructure'))
  await playBaseImages(stage, company, teller)
  const [once, again] = [within(teller, 'First release'), within(teller, 'Second release')]
  const first = await playDelivery(stage, company, FIRST, once)
  const { rendered } = await playPromotion(stage, company, first, once)
  const second = await playDelivery(stage, company, SECOND, again)
  await playPromotion(stage, company, second, again)
  await playRollback(stage, company, { ...first, rendered }, teller)
  await playDrift(stage, company, teller)
  return [first.speed, second.speed]
}

/** A teller whose scenes belong to a part of the story. */
function within(teller: Teller, part: string): Teller {
  return { ...teller, scene: (name, play) => teller.scene(`${part} · ${name}`, play) }
}

function standIns({ github, aws, ecr, argocd }: Stage): StandIn[] {
  return [
    { what: 'GitHub', instead: `a server on ${github.url}: git over HTTP, REST and GraphQL` },
    { what: 'AWS and ECR’s API', instead: `moto on ${aws.url}` },
    {
      what: 'ECR’s registry',
      instead: `a registry under the name ${ecr.host}, which asks ECR’s API who may push what`,
    },
    {
      what: 'Argo CD',
      instead: `a server on ${argocd.url}: its applications follow git, and every request and reply is checked against Argo CD’s own API description`,
    },
    {
      what: 'the EKS cluster',
      instead:
        'nothing: Argo CD’s syncs change no cluster. What it would apply is rendered by helm and kustomize at each commit and validated against Kubernetes’ schemas',
    },
    { what: "GitHub's runner", instead: 'a player of workflow files on GitHub’s own parser and expressions' },
  ]
}
