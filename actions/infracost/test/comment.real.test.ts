import { mkdtempDisposable, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { expect, test } from '@jest/globals'
import { startGitHub } from '../../../test/support/github/server.ts'
import { program } from '../../../test/support/programs/program.ts'
import { runAction } from '../../../test/support/runner.ts'
import { startPrices } from '../../../test/support/services/prices.ts'
import type { World } from '../../../toolkit/action/run.ts'
import { postSections } from '../../../toolkit/comment/post.ts'
import { slot } from '../../../toolkit/comment/slot.ts'
import { createGitHub } from '../../../toolkit/github/client.ts'
import { readContext } from '../../../toolkit/runner/context.ts'

const PROVIDER = 'registry.terraform.io/hashicorp/aws'
const SECRET = 'correct-horse-battery'
/** Prices depend on it, so the price server is told; nobody else is. */
const SIZE = 'x9.hush-hush'

/** A plan that creates an instance and a server of a kind that no one sells, and hides some of both. */
function plan(): string {
  const resource = (name: string, values: object) => ({
    address: `aws_instance.${name}`,
    type: 'aws_instance',
    name,
    mode: 'managed',
    provider_name: PROVIDER,
    schema_version: 0,
    values,
  })
  const web = resource('web', { instance_type: 't3.small', user_data: SECRET, tags: { token: SECRET } })
  const odd = resource('odd', { instance_type: SIZE })
  const change = ({ values, schema_version: _, ...row }: typeof web) => ({
    ...row,
    change: {
      actions: ['create'],
      before: null,
      after: values,
      after_unknown: {},
      after_sensitive: { instance_type: row.name === 'odd', user_data: true, tags: { token: true } },
    },
  })
  const configured = ({ values: _, schema_version: __, ...row }: typeof web) => ({
    ...row,
    provider_config_key: 'aws',
    expressions: {},
  })
  const region = { region: { constant_value: 'eu-central-1' } }
  return JSON.stringify({
    format_version: '1.2',
    terraform_version: '1.11.4',
    planned_values: { root_module: { resources: [web, odd] } },
    resource_changes: [web, odd].map(change),
    configuration: {
      provider_config: { aws: { name: 'aws', full_name: PROVIDER, expressions: region } },
      root_module: { resources: [web, odd].map(configured) },
    },
  })
}

async function bed() {
  const parts = new AsyncDisposableStack()
  const prices = parts.use(await startPrices())
  const github = parts.use(await startGitHub())
  const folder = await mkdtempDisposable(join(tmpdir(), 'cost-'))
  parts.defer(() => folder.remove())
  await writeFile(join(folder.path, 'infra%2Fec2.tfplan.json'), plan())
  const shop = await github.createRepository('maestrops/shop', { files: { 'a.txt': '1' } })
  const sha = await shop.commit('features', { 'a.txt': '2' }, 'Change')
  const infracost = await program('infracost')
  const token = github.token()
  const api = async (method: string, path: string, body?: object) => {
    const answer = await fetch(`${github.apiUrl}/repos/maestrops/shop/${path}`, {
      method,
      headers: { authorization: `Bearer ${token}` },
      ...(body && { body: JSON.stringify(body) }),
    })
    return (await answer.json()) as { number: number; body: string }[] & { number: number }
  }
  const { number } = await api('POST', 'pulls', { title: 'Change', head: 'features', base: 'main' })
  const repo = { full_name: 'maestrops/shop' }
  const event = {
    number,
    pull_request: { number, head: { sha, ref: 'features', repo }, base: { sha, ref: 'main' } },
  }
  const env = {
    HOME: folder.path,
    ...prices.env,
    ...github.env,
    GITHUB_EVENT_NAME: 'pull_request',
    GITHUB_REPOSITORY: 'maestrops/shop',
    PATH: `${dirname(infracost)}:${process.env.PATH}`,
  }
  const run = (inputs: Record<string, string> = {}, given = token) =>
    runAction('infracost', {
      env,
      event,
      token: given,
      inputs: { 'plan-json': join(folder.path, 'infra%2Fec2.tfplan.json'), ...inputs },
    })
  const comments = async () => (await api('GET', `issues/${number}/comments`)).map(({ body }) => body)
  return {
    github,
    prices,
    folder,
    run,
    comments,
    number,
    sha,
    token,
    env,
    event,
    [Symbol.asyncDispose]: () => parts.disposeAsync(),
  }
}

test('the cost stands in the shared comment, and beside the resource that another section tells of', async () => {
  await using there = await bed()
  const { github, number, sha, token } = there
  const world = {
    context: {
      ...readContext({ ...github.env, GITHUB_REPOSITORY: 'maestrops/shop' }),
      headSha: sha,
      runId: '1',
    },
    env: {},
    log: { debug() {}, info() {}, notice() {}, warning() {}, error() {} },
    secrets: { add() {}, redact: (text: string) => text },
    signal: new AbortController().signal,
    now: () => new Date(),
  } as unknown as World
  const planned = {
    action: 'terraform-plan-comment',
    directory: 'infra/ec2',
    heading: 'Plan',
    overview: 'Plan',
    blocks: [{ priority: 1 as const, markdown: `creates web${slot('aws_instance.web')}` }],
  }
  const target = { repository: 'maestrops/shop', number, key: 'infrastructure' }
  await postSections(await createGitHub(world, token), target, [planned], world)
  const run = await there.run({ 'budget-monthly': '10' })
  expect(run).toMatchObject({ code: 0, tempLeft: [], outputs: { 'over-budget': 'true' } })
  const [comment = '', ...others] = await there.comments()
  expect(others).toEqual([])
  expect(comment).toMatch(/creates web<!--[^>]*--> \+\$18\.47\/month/)
  expect(comment).toContain('### ⚠️ Cost of `infra/ec2` · at least $19.42/month, at least +$19.42')
  expect(comment).toContain('over the budget of $10.00')
  expect(run.outputs['comment-url']).toContain(`/pull/${number}#issuecomment`)
})

test('what a plan marks as sensitive leaves in no way', async () => {
  await using there = await bed()
  const run = await there.run()
  const [comment = ''] = await there.comments()
  expect(comment).toContain('***')
  const log = run.rawStdout.replace(/^::add-mask::.*$/gm, '')
  for (const text of [comment, run.summary, log, JSON.stringify(run.outputs)]) {
    expect(text).not.toContain(SECRET)
    expect(text).not.toContain(SIZE)
  }
  expect(there.prices.queries).not.toEqual([])
  expect(JSON.stringify(there.prices.queries)).not.toContain(SECRET)
})

test('a token that may not write leaves it at the summary, unless a comment is insisted on', async () => {
  await using there = await bed()
  const reader = there.github.token({ write: false })
  const run = await there.run({}, reader)
  expect(run).toMatchObject({ code: 0, outputs: { 'comment-url': '' } })
  expect(run.annotations.map(({ message }) => message)).toContainEqual(
    expect.stringMatching(/^No comment is written, the job summary has it all: .*pull-requests: write/),
  )
  expect(run.summary).toContain('Cost of')
  expect((await there.run({ comment: 'always' }, reader)).code).toBe(1)
})

test.each([
  [{ comment: 'over-budget', 'max-increase': '500' }, 1],
  [{ comment: 'changes' }, 1],
  [{ comment: 'never' }, 0],
  [{ 'dry-run': 'true' }, 0],
])('with %j there are %i comments', async (inputs, count) => {
  await using there = await bed()
  expect(await there.run(inputs as Record<string, string>)).toMatchObject({ code: 0 })
  expect(await there.comments()).toHaveLength(count)
})

test('while all limits are kept, no comment is begun, but one that stands is kept up to date', async () => {
  await using there = await bed()
  const json = join(there.folder.path, 'costs.json')
  const file = (cost: string) =>
    writeFile(
      json,
      JSON.stringify({
        version: '0.2',
        currency: 'EUR',
        projects: [
          {
            name: 'a',
            metadata: { path: 'a' },
            breakdown: { resources: [{ name: 'a.b', monthlyCost: cost }] },
            pastBreakdown: { resources: [] },
          },
        ],
      }),
    )
  const inputs = { 'plan-json': '', json, comment: 'over-budget', 'max-increase': '10' }
  await file('5')
  await there.run(inputs)
  expect(await there.comments()).toEqual([])
  await file('50')
  await there.run(inputs)
  expect(await there.comments()).toEqual([expect.stringContaining('€50.00/month')])
  await file('6')
  await there.run(inputs)
  expect(await there.comments()).toEqual([expect.stringContaining('€6.00/month')])
})
