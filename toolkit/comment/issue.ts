import { setTimeout as sleep } from 'node:timers/promises'
import type { GitHub } from '../github/client.ts'
import { explained, statusOf } from '../github/refusals.ts'
import { isSelf, viewerOf } from '../github/viewer.ts'
import { harmless } from './harmless.ts'

/** Which issue is meant, and how it is made. */
export interface IssueTarget {
  /** `owner/name` */
  readonly repository: string
  /** One issue for each key: `drift:live/network`. */
  readonly key: string
  readonly title: string
  /** By the first of these the issue is found again, so there must be one. */
  readonly labels: readonly [string, ...string[]]
}

/** What became of the issue. */
export interface Synced {
  /** The issue's page; empty where there is none. */
  readonly url: string
  readonly outcome: 'opened' | 'updated' | 'closed' | 'unchanged' | 'none'
}

type Issue = Awaited<ReturnType<GitHub['rest']['issues']['listForRepo']>>['data'][number]

// GitHub refuses more than 65,536 characters; see the comment's limit.
const LIMIT = 65_000

/**
 * Keeps one issue by this account for a key: opens it, updates it, closes it when there is nothing to say, opens it
 * again. Doing it twice does nothing more; of two that were opened at one time, the later is closed.
 * @param body Markdown; undefined closes.
 * @throws UserError where GitHub refuses.
 */
export function syncIssue(github: GitHub, target: IssueTarget, body: string | undefined): Promise<Synced> {
  const { repository } = target
  const purpose = { to: `keep the issue '${target.title}'`, repository, permission: 'issues: write' }
  return explained(purpose, async () => {
    const [found] = await findIssues(github, target)
    if (body === undefined) return found ? close(github, target, found) : { url: '', outcome: 'none' }
    const text = issueBody(target.key, body)
    return found ? update(github, target, found, text) : open(github, target, text)
  })
}

/** The issue's text: a hidden marker, and what fits of the body. */
function issueBody(key: string, body: string): string {
  const marker = markerOf(key)
  const text = harmless(body)
  if (Buffer.byteLength(marker) + Buffer.byteLength(text) + 2 <= LIMIT) return `${marker}\n\n${text}`
  // At the top, where no fence or table that was cut can swallow it.
  const note = '**Not all of it had room here;** the job summary of the run has the rest.\n\n'
  const room = LIMIT - Buffer.byteLength(marker) - Buffer.byteLength(note) - 2
  const kept = Buffer.from(text).subarray(0, room).toString('utf8')
  return `${marker}\n\n${note}${kept.slice(0, Math.max(0, kept.lastIndexOf('\n')))}`
}

function markerOf(key: string): string {
  return `<!-- gitops-actions:issue ${encodeURIComponent(key).replaceAll('-', '%2D')} -->`
}

/** Our issues with this key, the oldest first, open or not. */
async function findIssues(github: GitHub, { repository, key, labels }: IssueTarget): Promise<Issue[]> {
  const [owner = '', repo = ''] = repository.split('/')
  const marker = markerOf(key)
  // Not by creator: some servers find nothing by the name of an App's bot.
  const listed = await github.paginate(github.rest.issues.listForRepo, {
    ...{ owner, repo, state: 'all', labels: labels[0], per_page: 100 },
  })
  const marked = listed.filter(({ body, pull_request }) => !pull_request && body?.startsWith(marker))
  if (marked.length === 0) return []
  const self = await viewerOf(github)
  return marked.filter(({ user }) => isSelf(self, user)).sort((a, b) => a.number - b.number)
}

async function update(github: GitHub, target: IssueTarget, found: Issue, body: string): Promise<Synced> {
  const { number: issue_number, html_url: url, state, title } = found
  if (state === 'open' && title === target.title && found.body?.replace(/\r\n/g, '\n') === body)
    return { url, outcome: 'unchanged' }
  const [owner = '', repo = ''] = target.repository.split('/')
  await github.rest.issues.update({ owner, repo, issue_number, title: target.title, body, state: 'open' })
  return { url, outcome: state === 'open' ? 'updated' : 'opened' }
}

async function close(github: GitHub, { repository }: IssueTarget, found: Issue): Promise<Synced> {
  const { number: issue_number, html_url: url, state } = found
  if (state === 'closed') return { url, outcome: 'none' }
  const [owner = '', repo = ''] = repository.split('/')
  await github.rest.issues.update({ owner, repo, issue_number, state: 'closed', state_reason: 'completed' })
  return { url, outcome: 'closed' }
}

// An issue whose making was not answered is listed a moment later, if it was made.
const LISTED_AFTER = 1_000

async function open(github: GitHub, target: IssueTarget, body: string): Promise<Synced> {
  const made = await create(github, target, body)
  const [first = made] = await findIssues(github, target)
  if (first.number >= made.number) return { url: made.html_url, outcome: 'opened' }
  // Another run was faster: its issue is the one.
  const [owner = '', repo = ''] = target.repository.split('/')
  await github.rest.issues.update({
    ...{ owner, repo, issue_number: made.number, body: `Duplicate of #${first.number}.` },
    ...{ state: 'closed', state_reason: 'not_planned' },
  })
  return update(github, target, first, body)
}

async function create(github: GitHub, target: IssueTarget, body: string): Promise<Issue> {
  const { repository, title, labels } = target
  const [owner = '', repo = ''] = repository.split('/')
  try {
    return (await github.rest.issues.create({ owner, repo, title, body, labels: [...labels] })).data as Issue
  } catch (thrown) {
    // It may have been made although its answer was lost.
    const status = statusOf(thrown)
    if (status === undefined || status < 500) throw thrown
    await sleep(LISTED_AFTER)
    const [found] = await findIssues(github, target)
    if (found) return found
    return (await github.rest.issues.create({ owner, repo, title, body, labels: [...labels] })).data as Issue
  }
}
