import { readFile, rm, writeFile } from 'node:fs/promises'
import { delimiter, join } from 'node:path'
import { ask, texts } from '../../terraform/test/ask.ts'
import { callEcr, createBucket } from '../../test/support/services/aws-call.ts'
import { startPrices } from '../../test/support/services/prices.ts'
import { terraformEnvironment } from '../../test/support/services/terraform.ts'
import { readCommit } from '../inspect/commits.ts'
import { registryAnswers } from '../inspect/provider.ts'
import { type OnGitHub, onGitHub } from '../on-github.ts'
import { demand, playOne } from '../play-one.ts'
import { createPlayer } from '../player/player.ts'
import type { Exhibit, StandIn, Teller } from '../story.ts'
import { type Company, IMAGE } from './open.ts'
import { type Project, SOURCE } from './repositories.ts'
import type { Stage } from './stage.ts'

const LIVE = 'deploy/terraform/live'
/** What is not made here. */
const LEFT_OUT = ['prod', 'staging', 'dev/eu-central-1/cluster']
/** The environments that are left, in their order. */
const MADE = ['shared', 'dev']

const STAND_INS: StandIn[] = [
  {
    what: 'the clusters',
    instead:
      'none: the AWS here knows no access entries, addons and Pod Identity. Of dev the network is made, of staging and prod nothing',
  },
  { what: 'the roles of live/*/access', instead: 'none: the AWS here takes any keys' },
  { what: 'Infracost’s prices', instead: 'a server that knows AWS’s list prices of a few things' },
]

type Show = (exhibit: Exhibit) => void

/**
 * Registry and network come to be by pull request: planned and priced there, and applied on `main` as reviewed.
 * Where Terraform cannot have the AWS provider, that is said, and the registry made by hand.
 */
export async function playInfrastructure(stage: Stage, company: Company, teller: Teller): Promise<void> {
  await using stack = new AsyncDisposableStack()
  const tools = ['terraform', 'terragrunt', 'infracost'] as const
  const terraform = stack.use(await terraformEnvironment({ tools, aws: stage.aws }))
  if (terraform.awsProvider === undefined && !(await registryAnswers())) return makeRegistry(stage, teller)
  const prices = stack.use(await startPrices())
  const { INFRACOST_API_KEY: _, ...pricing } = prices.env
  const PATH = [stage.env.PATH, terraform.env.PATH].join(delimiter)
  const player = createPlayer({
    host: stage.github,
    env: { ...stage.env, ...terraform.env, ...pricing, PATH },
    settings: { [SOURCE]: { vars: variables(stage), secrets: { INFRACOST_API_KEY: prices.apiKey } } },
    onProgress: teller.onProgress,
  })
  const source = { ...company.source, player }
  const token = stage.github.token({ user: 'ada', repositories: [SOURCE] })
  const pages = onGitHub(stage.github.apiUrl, source.repository, token)

  const number = await teller.scene('A pull request to main with registry and network: plan and cost', show =>
    review(stage, source, pages, show, teller),
  )
  await teller.scene(
    'Merge it: main applies what was reviewed, one environment after another',
    async show => {
      await pages.merge(number)
      await playJobs('apply', source, show, teller)
      const told = (await theComment(pages, number, show)).match(/^### ✅ .* applied.*$/gm) ?? []
      demand([{ claim: 'it tells of both', seen: told.join(' '), ok: told.length === MADE.length }], show)
      await demandMade(stage, show)
    },
  )
  await source.copy.checkout('staging')
}

/** As the README has them set; one account for all, for the AWS here has one. */
function variables({ aws }: Stage): Record<string, string> {
  const names = ['shared', 'dev', 'staging', 'prod']
  return {
    AWS_REGION: aws.region,
    AWS_ACCOUNTS: JSON.stringify(Object.fromEntries(names.map(name => [name, aws.account]))),
  }
}

async function review(stage: Stage, source: Project, pages: OnGitHub, show: Show, teller: Teller) {
  const { aws } = stage
  const { copy, repository } = source
  const [title, head] = ['Begin with a registry and the network of dev', 'first-environments']
  await createBucket(aws, `kv-terraform-state-${aws.account}`)
  await copy.checkout('staging')
  await sayWhoseAccountsTheyAre(copy.folder, aws.account)
  for (const each of LEFT_OUT) await rm(join(copy.folder, LIVE, each), { recursive: true })
  const sha = await copy.commit(title)
  await copy.push(`HEAD:${head}`)
  show({ kind: 'commit', commit: await readCommit(repository, sha) })
  show({ kind: 'stand-ins', standIns: STAND_INS })
  const { number } = await pages.openPullRequest({ title, head, base: 'main', body: '' })
  await playJobs('plan', source, show, teller)
  const lines = (await theComment(pages, number, show)).split('\n')
  const line = (...parts: string[]) => lines.find(each => parts.every(part => each.includes(part)))
  const [images, gateway] = [line('create', 'aws_ecr_repository'), line('create', 'aws_nat_gateway', '+$')]
  demand(
    [
      { claim: 'it shows the repository in ECR', seen: images ?? 'no', ok: images !== undefined },
      { claim: 'it shows the NAT gateway and its cost', seen: gateway ?? 'no', ok: gateway !== undefined },
    ],
    show,
  )
  return number
}

/** @throws where there is nothing to replace: the example is no longer what the rehearsal knows. */
async function sayWhoseAccountsTheyAre(folder: string, account: string): Promise<void> {
  const path = join(folder, LIVE, 'project.hcl')
  const before = await readFile(path, 'utf8')
  const after = before.replace(/\b\d{12}\b/g, account)
  if (after === before) throw new Error("the example's project.hcl names no accounts")
  await writeFile(path, after)
}

/** Plays `infrastructure`, and demands that it worked in both environments, in their order, and in no other. */
async function playJobs(job: 'plan' | 'apply', source: Project, show: Show, teller: Teller): Promise<void> {
  const { jobs } = await playOne(source, show, teller)
  const played = jobs.filter(({ conclusion }) => conclusion === 'success').map(({ name }) => name)
  const expected = ['environments', ...MADE.map(environment => `${job} (${environment})`)]
  const ok = played.join() === expected.join()
  demand([{ claim: `the jobs are ${expected.join(', ')}`, seen: played.join(', '), ok }], show)
}

async function theComment(pages: OnGitHub, number: number, show: Show): Promise<string> {
  const comments = await pages.comments(number)
  for (const { author, body } of comments)
    show({ kind: 'comment', author, where: `pull request #${number}`, body })
  demand([{ claim: 'there is one comment', seen: `${comments.length}`, ok: comments.length === 1 }], show)
  return comments[0]?.body ?? ''
}

/** Asks AWS. */
async function demandMade({ aws }: Stage, show: Show): Promise<void> {
  const { repositories } = await callEcr<{
    repositories: { repositoryName: string; imageTagMutability: string }[]
  }>(aws, 'DescribeRepositories', {})
  const tags = repositories.map(each => `${each.repositoryName}: ${each.imageTagMutability}`).join()
  const asked = { Action: 'DescribeNatGateways', Version: '2016-11-15' }
  const gateways = texts(await ask(aws, 'ec2', { form: asked }), 'natGatewayId')
  demand(
    [
      { claim: `ECR has ${IMAGE}, and its tags stay`, seen: tags, ok: tags === `${IMAGE}: IMMUTABLE` },
      { claim: 'dev has one NAT gateway', seen: gateways.join(), ok: gateways.length === 1 },
    ],
    show,
  )
}

/** As the module terraform/modules/ecr makes it. */
function makeRegistry({ aws }: Stage, teller: Teller): Promise<void> {
  return teller.scene('No infrastructure: Terraform cannot have the AWS provider here', async show => {
    await callEcr(aws, 'CreateRepository', { repositoryName: IMAGE, imageTagMutability: 'IMMUTABLE' })
    show({ kind: 'stand-ins', standIns: [{ what: 'Terraform', instead: `the repository ${IMAGE} in ECR` }] })
  })
}
