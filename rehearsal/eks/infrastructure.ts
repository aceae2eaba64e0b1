import { readFile, rm, writeFile } from 'node:fs/promises'
import { delimiter, join } from 'node:path'
import { ask, texts } from '../../terraform/test/ask.ts'
import { createBucket } from '../../test/support/services/aws-call.ts'
import { startPrices } from '../../test/support/services/prices.ts'
import { terraformEnvironment } from '../../test/support/services/terraform.ts'
import { readCommit } from '../inspect/commits.ts'
import { registryAnswers } from '../inspect/provider.ts'
import { type OnGitHub, onGitHub } from '../on-github.ts'
import { demand, playOne } from '../play-one.ts'
import { createPlayer, dispatchEvent } from '../player/player.ts'
import type { Exhibit, Teller } from '../story.ts'
import { type Project, SOURCE } from './repositories.ts'
import type { Stage } from './stage.ts'

const LIVE = 'deploy/terraform/live'
const REGION = `${LIVE}/dev/eu-central-1`

type Show = (exhibit: Exhibit) => void

/**
 * A change of a network: planned and priced on the pull request, and applied on `main` as it was reviewed.
 * Without the AWS provider nothing can be planned; then that is said, and nothing played.
 */
export async function playInfrastructure(
  stage: Stage,
  company: { readonly source: Project },
  teller: Teller,
): Promise<void> {
  await using stack = new AsyncDisposableStack()
  const tools = ['terraform', 'terragrunt', 'infracost'] as const
  const terraform = stack.use(await terraformEnvironment({ tools, aws: stage.aws }))
  if (terraform.awsProvider === undefined && !(await registryAnswers()))
    return teller.scene('No infrastructure: Terraform cannot have the AWS provider here', async () => {})
  const prices = stack.use(await startPrices())
  const { INFRACOST_API_KEY, ...pricing } = prices.env
  const player = createPlayer({
    host: stage.github,
    env: {
      ...stage.env,
      ...terraform.env,
      ...pricing,
      PATH: [stage.env.PATH, terraform.env.PATH].join(delimiter),
    },
    settings: { [SOURCE]: { vars: variables(stage), secrets: { INFRACOST_API_KEY: prices.apiKey } } },
    onProgress: teller.onProgress,
  })
  const source = { ...company.source, player }
  const token = stage.github.token({ user: 'ada', repositories: [SOURCE] })
  const pages = onGitHub(stage.github.apiUrl, source.repository, token)
  await prepare(stage, source, teller)
  const number = await review(source, pages, teller)
  await applyReviewed(stage, source, pages, number, teller)
}

/** As the README has them set; one account for all, for the AWS here has one. */
function variables({ aws }: Stage): Record<string, string> {
  const names = ['shared', 'dev', 'staging', 'prod']
  return {
    AWS_REGION: aws.region,
    AWS_ACCOUNTS: JSON.stringify(Object.fromEntries(names.map(name => [name, aws.account]))),
  }
}

async function prepare(stage: Stage, source: Project, teller: Teller): Promise<void> {
  await teller.scene(
    'Say in deploy/terraform what is yours; apply dev for the first time, by hand',
    async show => {
      const { copy, repository, deliveries } = source
      await createBucket(stage.aws, `kv-terraform-state-${stage.aws.account}`)
      await copy.checkout('staging')
      await edit(copy.folder, `${LIVE}/project.hcl`, [[/\b\d{12}\b/g, stage.aws.account]])
      await rm(join(copy.folder, REGION, 'cluster'), { recursive: true })
      const sha = await copy.commit('Say which accounts are ours')
      await copy.push('staging', 'staging:main')
      // Nobody reviewed it: applied it is by hand.
      await deliveries.take()
      show({ kind: 'commit', commit: await readCommit(repository, sha) })
      show({
        kind: 'stand-ins',
        standIns: [
          {
            what: 'the cluster of dev',
            instead:
              'none: the AWS here knows no access entries, addons and Pod Identity, so its unit is taken out',
          },
          { what: 'the roles of live/*/access', instead: 'none: the AWS here takes any keys' },
          {
            what: 'what Infracost asks for prices',
            instead: 'a server that knows AWS’s list prices of a few things',
          },
        ],
      })
      const inputs = { environment: 'dev', approve: 'auto' }
      const asked = { workflow: 'infrastructure.yml', branch: 'main', inputs, actor: 'ada' }
      await playOne(source, show, teller, { event: await dispatchEvent(repository, asked) })
      await demandGateways(stage, 1, show)
    },
  )
}

async function review(source: Project, pages: OnGitHub, teller: Teller): Promise<number> {
  return teller.scene('Open a pull request to main, NAT in both zones of dev: plan and cost', async show => {
    const { copy, repository } = source
    await copy.checkout('main')
    await edit(copy.folder, `${REGION}/network/terragrunt.hcl`, [['= "one"', '= "each"']])
    const sha = await copy.commit('Let dev survive the loss of a zone')
    await copy.push('HEAD:nat-in-each-zone')
    show({ kind: 'commit', commit: await readCommit(repository, sha) })
    const title = 'Let dev survive the loss of a zone'
    const request = { title, head: 'nat-in-each-zone', base: 'main', body: '' }
    const { number } = await pages.openPullRequest(request)
    const run = await playOne(source, show, teller)
    const jobs = run.jobs.filter(({ conclusion }) => conclusion === 'success').map(({ name }) => name)
    const body = await theComment(pages, number, show)
    demand(
      [
        {
          claim: 'dev is planned, and no other environment',
          seen: jobs.join(', '),
          ok: jobs.join() === 'environments,plan (dev)',
        },
        {
          claim: 'the comment shows the second NAT gateway, and what it costs',
          seen: /^.*aws_nat_gateway.*$/m.exec(body)?.[0] ?? 'no such line',
          ok: body.includes('aws_nat_gateway') && /\+\$\d/.test(body),
        },
      ],
      show,
    )
    return number
  })
}

async function applyReviewed(
  stage: Stage,
  source: Project,
  pages: OnGitHub,
  number: number,
  teller: Teller,
): Promise<void> {
  await teller.scene('Merge it: on main, what was reviewed is applied', async show => {
    await pages.merge(number)
    await playOne(source, show, teller)
    const body = await theComment(pages, number, show)
    demand(
      [{ claim: 'the comment says so', seen: body.split('\n')[2] ?? '', ok: /applied/i.test(body) }],
      show,
    )
    await demandGateways(stage, 2, show)
  })
  await source.copy.checkout('staging')
}

async function theComment(pages: OnGitHub, number: number, show: Show): Promise<string> {
  const comments = await pages.comments(number)
  for (const { author, body } of comments)
    show({ kind: 'comment', author, where: `pull request #${number}`, body })
  demand([{ claim: 'there is one comment', seen: `${comments.length}`, ok: comments.length === 1 }], show)
  return comments[0]?.body ?? ''
}

/** Asks AWS. */
async function demandGateways({ aws }: Stage, expected: number, show: Show): Promise<void> {
  const question = { Action: 'DescribeNatGateways', Version: '2016-11-15' }
  const found = texts(await ask(aws, 'ec2', { form: question }), 'natGatewayId').length
  demand(
    [{ claim: `AWS has NAT in ${expected} of dev's zones`, seen: `${found}`, ok: found === expected }],
    show,
  )
}

/** @throws where there is nothing to replace: the example is no longer what the rehearsal knows. */
async function edit(
  folder: string,
  file: string,
  edits: readonly (readonly [string | RegExp, string])[],
): Promise<void> {
  const path = join(folder, file)
  let text = await readFile(path, 'utf8')
  for (const [what, by] of edits) {
    const edited = text.replace(what, by)
    if (edited === text) throw new Error(`${file} of the example has no ${what}`)
    text = edited
  }
  await writeFile(path, text)
}
