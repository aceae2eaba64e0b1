import { randomBytes } from 'node:crypto'
import { appendFile } from 'node:fs/promises'
import { join } from 'node:path'
import { scaffold } from '../../scripts/scaffold.ts'
import type { RepositoryHandle } from '../../test/support/github/handle.ts'
import { readCommit } from '../inspect/commits.ts'
import { type Deliveries, deliveriesOf } from '../player/deliveries.ts'
import { createPlayer, type Player } from '../player/player.ts'
import type { Stage } from '../stage.ts'
import type { Teller } from '../story.ts'
import { type WorkingCopy, workingCopy } from '../working-copy.ts'
import { type Account, openAccount } from './account.ts'
import { replaceInfrastructure } from './infrastructure-files.ts'

export const REPOSITORY = 'maestrops/shop'
export const NAMESPACE = 'maestrops'

/** The example as a repository on GitHub, Ada's clone of it, and an AWS account. */
export interface Shop {
  readonly repository: RepositoryHandle
  readonly copy: WorkingCopy
  /** Ada's token, for what she does on GitHub's pages. */
  readonly token: string
  readonly account: Account
  readonly player: Player
  /** The repository's variables, as Ada sets them under Settings. */
  readonly vars: Record<string, string>
  /** The values of its secrets. */
  readonly secrets: readonly string[]
  /** What has happened on GitHub and not been played yet. */
  readonly deliveries: Deliveries
}

/** Tags of tasks that need what cannot be had here: the images of the monitoring, among them Grafana's. */
const NOT_PLAYED = 'monitoring_containers'

/** Does what the example's README tells a newcomer to do. */
export async function openShop(stage: Stage, teller: Teller): Promise<Shop> {
  return teller.scene('Make a repository from the EC2 example', async show => {
    const account = await openAccount(stage.aws)
    const token = stage.github.token({ user: 'ada', repositories: [REPOSITORY] })
    const { repository, copy } = await makeRepository(stage, token)
    show({ kind: 'commit', commit: await readCommit(repository, 'refs/heads/integration') })
    const deliveries = deliveriesOf(stage.github, repository)
    const vars = variables(stage, account)
    const secrets = secretsOf(stage)
    const player = playerFor(stage, account, { vars, secrets }, teller)
    return { repository, copy, token, account, player, vars, secrets: Object.values(secrets), deliveries }
  })
}

async function makeRepository({ folder, github, registry, awsProvider }: Stage, token: string) {
  const clone = join(folder, 'shop')
  await scaffold('ec2', clone, { registry: `${registry.host}/${NAMESPACE}` })
  if (!awsProvider) await replaceInfrastructure(join(clone, 'terraform/ec2'))
  const repository = await github.createRepository(REPOSITORY, { branch: 'integration', private: true })
  const copy = await workingCopy(clone, repository.url, { name: 'Ada', email: 'ada@example.com', token })
  await takeDebiansDocker(clone)
  await copy.commit('Start from the ec2 example of gitops-actions')
  await copy.push(
    'integration',
    ...['deployment', 'infra_main', 'infra_features'].map(to => `integration:${to}`),
  )
  return { repository, copy }
}

/** The servers reach Debian's packages, and not Docker's own. */
async function takeDebiansDocker(clone: string): Promise<void> {
  await appendFile(join(clone, 'ansible/group_vars/all.yml'), '\ndocker_packages_from: distribution\n')
}

function variables({ aws, registry, sshKey }: Stage, account: Account): Record<string, string> {
  return {
    ACME_EMAIL: 'ada@example.com',
    AWS_REGION: aws.region,
    AWS_PLAN_ROLE: `arn:aws:iam::${aws.account}:role/plan`,
    AWS_APPLY_ROLE: `arn:aws:iam::${aws.account}:role/apply`,
    AWS_DEPLOY_ROLE: `arn:aws:iam::${aws.account}:role/deploy`,
    BUDGET_MONTHLY: '100',
    DOCKERHUB_USERNAME: registry.username,
    DOMAIN: account.domain,
    SSH_PUBLIC_KEY: sshKey.open,
    TF_STATE_BUCKET: account.bucket,
  }
}

function secretsOf({ registry, prices, sshKey }: Stage): Record<string, string> {
  return {
    DATABASE_PASSWORD: randomBytes(24).toString('base64url'),
    DOCKERHUB_TOKEN: registry.password,
    GRAFANA_ADMIN_PASSWORD: randomBytes(24).toString('base64url'),
    INFRACOST_API_KEY: prices.apiKey,
    SSH_PRIVATE_KEY: sshKey.secret,
  }
}

function playerFor(
  stage: Stage,
  account: Account,
  { vars, secrets }: { vars: Readonly<Record<string, string>>; secrets: Readonly<Record<string, string>> },
  teller: Teller,
): Player {
  const { github } = stage
  return createPlayer({
    host: github,
    env: { ...stage.env, TF_VAR_image: account.image, ANSIBLE_SKIP_TAGS: NOT_PLAYED },
    settings: {
      [REPOSITORY]: {
        vars,
        secrets,
      },
    },
    onProgress: teller.onProgress,
  })
}
