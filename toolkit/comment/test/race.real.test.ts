import { getOctokit } from '@actions/github'
import { expect, test } from '@jest/globals'
import { type GitHub, startGitHub } from '../../../test/support/github/server.ts'
import { isComment, parse } from '../parse.ts'
import { type Job, plan, runJobs, type Said } from './jobs.ts'

const JOBS = 20
const KEY = 'infrastructure'
const shop = { owner: 'acme', repo: 'shop' }
const directories = Array.from({ length: JOBS }, (_, n) => `live/root-${String(n).padStart(2, '0')}`)

async function withPull(github: GitHub) {
  const repository = await github.createRepository('acme/shop', { files: { 'a.txt': 'one\n' } })
  await repository.commit('topic', { 'a.txt': 'two\n' }, 'Change')
  const { rest } = getOctokit(github.token(), { baseUrl: github.apiUrl })
  await rest.pulls.create({ ...shop, title: 'T', head: 'topic', base: 'main' })
  return rest
}

const WRITE = /\/issues\/(\d+\/)?comments/
const writesOf = ({ requests }: GitHub) =>
  requests.filter(({ method, path }) => method !== 'GET' && WRITE.test(path)).length

async function comments(rest: Awaited<ReturnType<typeof withPull>>) {
  const { data } = await rest.issues.listComments({ ...shop, issue_number: 1, per_page: 100 })
  return data.filter(({ body }) => isComment(body ?? '', KEY))
}

function report(what: string, github: GitHub, said: Said[], from: number) {
  const reads = github.requests.filter(({ method }) => method === 'GET').length
  const outcomes = said.map(({ outcome, refused, crashed }) => outcome ?? refused ?? crashed)
  console.info(
    `${what}: ${writesOf(github)} writes, ${reads} reads, ${Math.round(performance.now() - from)} ms; ${outcomes.join(' ')}`,
  )
}

const jobs = (github: GitHub, run: number, more: Partial<Job> = {}): Job[] => {
  const token = github.token()
  return directories.map((directory, n) => ({
    token,
    number: 1,
    run,
    head: String(run).repeat(40).slice(0, 40),
    sections: [plan(directory, { overview: `run ${run}` })],
    runner: `runner-${run}-${n}`,
    ...more,
  }))
}

test(`${JOBS} processes at one moment, first on an empty pull request, then on what they wrote`, async () => {
  await using github = await startGitHub()
  const rest = await withPull(github)
  github.latency({ path: WRITE, before: [20, 150], after: [20, 150] })
  for (const run of [1, 2]) {
    github.limitWrites({ writes: 80 })
    const before = writesOf(github)
    const from = performance.now()
    const said = await runJobs(github, jobs(github, run))
    report(`run ${run}`, github, said, from)
    const found = await comments(rest)
    expect(found).toHaveLength(1)
    const { sections, damaged } = parse(KEY, found[0]?.body ?? '')
    expect(damaged).toBe(0)
    expect(sections.map(({ directory, origin }) => `${directory} ${origin.run}`)).toEqual(
      directories.map(directory => `${directory} ${run}`),
    )
    expect(writesOf(github) - before).toBeLessThan(80)
  }
})
