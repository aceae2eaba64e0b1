import { machineFacts } from '../inspect/machine.ts'
import { type Stage, setStage } from '../stage.ts'
import type { Teller } from '../story.ts'
import { playApplication } from './application.ts'
import { playDeployment } from './deployment.ts'
import { playInfrastructure } from './infrastructure.ts'
import { checkOtherwise } from './otherwise.ts'
import { openShop } from './shop.ts'

/** What it proves. */
export const ABOUT =
  'A pull request shows what Terraform would do and what it would cost; merging it applies just that, and Ansible makes ' +
  'the servers ready. A push to integration becomes two images and one commit that names them; merging that runs them ' +
  'on the server. All through the very workflow files that ship, run by the committed dist under Node 24.'

/** Plays the EC2 variant's pipelines from an empty repository to servers that answer. */
export async function playEc2(teller: Teller): Promise<void> {
  await using stage: Stage = await teller.scene('Start the local stack', async show => {
    const started = await setStage()
    const engine = started.engine.private ? 'a private container engine' : "the machine's container engine"
    show({
      kind: 'note',
      text: `Git host on ${started.github.url}, registry on ${started.registry.host}, ${engine}`,
    })
    show({
      kind: 'stand-ins',
      standIns: [
        { what: 'GitHub', instead: `a server on ${started.github.url}: git over HTTP, REST and GraphQL` },
        { what: 'Docker Hub', instead: `a registry on ${started.registry.host} that demands a password` },
        { what: 'AWS', instead: `moto on ${started.aws.url}` },
        {
          what: 'Infracost’s price server',
          instead: `a server on ${started.prices.url} with a few list prices`,
        },
        ...(started.awsProvider
          ? []
          : [
              {
                what: 'the AWS provider',
                instead: 'terraform_data, which Terraform brings along: without prices',
              },
            ]),
        {
          what: 'the machines at AWS',
          instead: started.servers
            ? 'containers that boot Debian 12 with systemd and SSH, each with a Docker engine of its own from Debian’s packages'
            : 'nothing: only root can start servers, so nothing is played on any',
        },
        {
          what: "GitHub's runner",
          instead: 'a player of workflow files on GitHub’s own parser and expressions',
        },
      ],
    })
    return started
  })
  Object.assign(teller.story.machine, await machineFacts(stage.env))
  const shop = await openShop(stage, teller)
  await playInfrastructure(stage, shop, teller)
  const delivered = await playApplication(stage, shop, teller)
  if (!stage.servers) return
  await playDeployment(stage, shop, delivered, teller)
  await checkOtherwise(stage, teller)
}
