import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { readCommit } from '../inspect/commits.ts'
import { type OnGitHub, onGitHub } from '../on-github.ts'
import { demand, playOne } from '../play-one.ts'
import { dispatchEvent, type Event, scheduleEvent } from '../player/player.ts'
import type { Stage } from '../stage.ts'
import type { Exhibit, Teller } from '../story.ts'
import type { WorkingCopy } from '../working-copy.ts'
import { changeByHand, runningServers } from './account.ts'
import { followApply } from './servers.ts'
import type { Shop } from './shop.ts'

const NIGHTLY = '23 3 * * *'

/** From a push to `infra_features` to servers in AWS, through a plan that is reviewed and then applied as it was. */
export async function playInfrastructure(stage: Stage, shop: Shop, teller: Teller): Promise<void> {
  const pages = onGitHub(stage.github.apiUrl, shop.repository, shop.token)
  await firstApply(stage, shop, teller)
  await validate(shop, teller)
  const number = await review(shop, teller, pages)
  await applyReviewed(stage, shop, teller, pages, number)
  if (!stage.awsProvider) return
  await refuseUnreviewed(stage, shop, teller, pages)
  await drift(stage, shop, teller, pages)
}

/** What nobody has reviewed yet is applied by hand: the first server. */
export async function firstApply(stage: Stage, shop: Shop, teller: Teller): Promise<void> {
  const apply = await teller.scene(
    'Make the first server: terraform-apply.yml, started by hand',
    async show => {
      const run = await playOne(shop, show, teller, { event: await applyByHand(shop) })
      await demandServers(stage, { 'shop-app': 't3.small' }, show)
      return run
    },
  )
  const title = 'ansible-monitoring.yml follows the apply: the server can run containers'
  await followApply(stage, shop, teller, { apply, title })
}

async function validate(shop: Shop, teller: Teller): Promise<void> {
  await teller.scene('Push a larger server and a second one to infra_features', async show => {
    await shop.copy.checkout('infra_features')
    await growTheServers(shop.copy)
    const sha = await shop.copy.commit('Give the application more room and add a server for monitoring')
    await shop.copy.push('infra_features')
    show({ kind: 'commit', commit: await readCommit(shop.repository, sha) })
    await playOne(shop, show, teller)
  })
}

async function review(shop: Shop, teller: Teller, pages: OnGitHub): Promise<number> {
  return teller.scene('Open a pull request to infra_main: plan and cost in one comment', async show => {
    const pullRequest = await pages.openPullRequest({
      title: 'More room for the application, and a server for monitoring',
      head: 'infra_features',
      base: 'infra_main',
      body: '',
    })
    await playOne(shop, show, teller)
    await showComment(pages, pullRequest.number, show)
    return pullRequest.number
  })
}

async function applyReviewed(
  stage: Stage,
  shop: Shop,
  teller: Teller,
  pages: OnGitHub,
  number: number,
): Promise<void> {
  const apply = await teller.scene('Merge it: what was reviewed is applied', async show => {
    await pages.merge(number)
    const run = await playOne(shop, show, teller)
    await showComment(pages, number, show)
    await demandServers(stage, { 'shop-app': 't3.medium', 'shop-monitoring': 't3.small' }, show)
    return run
  })
  const title = 'ansible-monitoring.yml follows the apply: a server watches both'
  await followApply(stage, shop, teller, { apply, title })
}

async function refuseUnreviewed(stage: Stage, shop: Shop, teller: Teller, pages: OnGitHub): Promise<void> {
  const number = await teller.scene('Open another pull request: a larger disk', async show => {
    await shop.copy.checkout('infra_main')
    await editServers(shop.copy, [[/disk_size( +)= 30/, 'disk_size$1= 50']])
    await shop.copy.commit('Give monitoring a larger disk')
    await shop.copy.push('HEAD:infra_larger-disk')
    const title = 'A larger disk for monitoring'
    const request = { title, head: 'infra_larger-disk', base: 'infra_main', body: '' }
    const { number } = await pages.openPullRequest(request)
    await playOne(shop, show, teller)
    return number
  })
  await teller.scene('A server is changed by hand before the merge: nothing is applied', async show => {
    await changeByHand(stage.aws, 'shop-app', 'nobody knows')
    await pages.merge(number)
    await playOne(shop, show, teller, { expected: 'failure' })
    await showComment(pages, number, show)
  })
}

async function drift(stage: Stage, shop: Shop, teller: Teller, pages: OnGitHub): Promise<void> {
  const night = async (show: (exhibit: Exhibit) => void) => {
    const due = { branch: 'infra_main', cron: NIGHTLY, actor: 'ada' }
    await playOne(shop, show, teller, { event: await scheduleEvent(shop.repository, due) })
  }
  await teller.scene('The night run finds what is not as it should be, and opens an issue', async show => {
    await night(show)
    const issues = await pages.issues('open')
    for (const { author, body, title, number } of issues)
      show({ kind: 'comment', did: 'opened', author, where: `issue #${number}, ${title}`, body })
    demand([{ claim: 'one issue is open', seen: `${issues.length}`, ok: issues.length === 1 }], show)
  })
  const apply = await teller.scene('It is put right; the next night closes the issue', async show => {
    const run = await playOne(shop, show, teller, { event: await applyByHand(shop) })
    await night(show)
    const open = await pages.issues('open')
    demand([{ claim: 'no issue is open', seen: `${open.length}`, ok: open.length === 0 }], show)
    return run
  })
  const title = 'ansible-monitoring.yml follows once more, and changes nothing'
  const recap = await followApply(stage, shop, teller, { apply, title })
  const changed = recap.filter(host => host.changed > 0).map(({ name }) => name)
  if (changed.length > 0) throw new Error(`a second play changed something on ${changed.join(' and ')}`)
}

function applyByHand({ repository }: Shop): Promise<Event> {
  return dispatchEvent(repository, {
    workflow: 'terraform-apply.yml',
    branch: 'infra_main',
    inputs: { approve: 'auto' },
    actor: 'ada',
  })
}

async function growTheServers(copy: WorkingCopy): Promise<void> {
  await editServers(copy, [
    ['"t3.small"', '"t3.medium"'],
    [/disk_size( +)= 20/, 'disk_size$1= 40'],
    [
      /\n}\n$/,
      `
  monitoring = {
    instance_type = "t3.small"
    disk_size     = 30
    ports         = [80, 443]
    names         = ["monitoring"]
    groups        = ["monitoring"]
  }
}
`,
    ],
  ])
}

/** @throws where there is nothing to replace: the example is no longer what the rehearsal knows. */
async function editServers(
  { folder }: WorkingCopy,
  edits: readonly (readonly [string | RegExp, string])[],
): Promise<void> {
  const path = join(folder, 'terraform/ec2/terraform.tfvars')
  let text = await readFile(path, 'utf8')
  for (const [what, by] of edits) {
    const edited = text.replace(what, by)
    if (edited === text) throw new Error(`terraform.tfvars of the example has no ${what}`)
    text = edited
  }
  await writeFile(path, text)
}

async function showComment(pages: OnGitHub, number: number, show: (exhibit: Exhibit) => void): Promise<void> {
  const comments = await pages.comments(number)
  for (const { author, body } of comments)
    show({ kind: 'comment', author, where: `pull request #${number}`, body })
  demand([{ claim: 'there is one comment', seen: `${comments.length}`, ok: comments.length === 1 }], show)
}

/** Asks AWS, where the provider made something there. */
async function demandServers(
  { aws, awsProvider }: Stage,
  expected: Record<string, string>,
  show: (exhibit: Exhibit) => void,
): Promise<void> {
  if (!awsProvider) return
  const running = await runningServers(aws)
  const list = (servers: Record<string, string>) =>
    Object.entries(servers)
      .sort()
      .map(([name, type]) => `${name} (${type})`)
      .join(', ')
  demand(
    [{ claim: `AWS runs ${list(expected)}`, seen: list(running), ok: list(running) === list(expected) }],
    show,
  )
}
