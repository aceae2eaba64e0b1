import { execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { dirname, join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import type { Fault } from '../../../test/support/github/faults.ts'
import { startGitHub } from '../../../test/support/github/server.ts'
import { program } from '../../../test/support/programs/program.ts'
import { planComment, pullRequest, resource, terraform, workspace } from './setting.ts'

const DATA = resource('x', '1')

describe('bad input is told before anything runs', () => {
  test.each([
    [{ directories: 'nope' }, "names 'nope', which is no directory"],
    [{ directories: 'docs' }, "names 'docs', which holds no .tf"],
    [{ directories: 'live/main.tf' }, 'which is a file; name the directory that it lies in'],
    [{ directories: '../x' }, 'lies outside the workspace'],
    [{ workspace: '-h' }, "input 'workspace' is '-h': write the name of a workspace"],
    [{ 'lock-timeout': 'soon' }, "input 'lock-timeout' is 'soon': write a duration"],
    [{ directories: 'x*' }, "has 'x*', which matches no directory with Terraform files"],
    [{ directories: 'live\n!live' }, 'leaves nothing to do'],
    [{ 'fail-on': 'destruction' }, "input 'fail-on' is 'destruction': write one of changes, destroy"],
    [{ 'plan-args': '-out=x' }, "input 'plan-args' is '-out=x': leave out -out"],
    [{ 'var-files': 'x' }, "names 'x', which is neither in 'live'"],
    [{ comment: 'always' }, "'comment' is 'always', but this run belongs to no pull request"],
  ])('%j', async (inputs, told) => {
    await using place = await workspace({ 'live/main.tf': DATA, 'docs/x.md': '' })
    const run = await planComment(place.path, { directories: 'live', ...inputs })
    expect(run.code).toBe(1)
    expect(run.annotations.at(-1)?.message).toContain(told)
    expect(run.log).not.toContain('crashed')
  })

  test('no tool is installed', async () => {
    await using place = await workspace({ 'main.tf': DATA })
    const run = await planComment(place.path, { tool: 'auto' }, { env: { PATH: place.path } })
    expect(run.log).toContain("neither 'terraform' nor 'tofu' is on the PATH")
  })
})

describe('the comment cannot be written: the plan is in the summary', () => {
  test('by a read-only token, as pull requests from forks have', async () => {
    await using github = await startGitHub()
    const pull = await pullRequest(github)
    await using place = await workspace({ 'main.tf': DATA })
    const token = github.token({ write: false })
    const run = await planComment(place.path, { labels: 'true' }, pull.job(1, token))
    expect(run.code).toBe(0)
    expect(run.outputs['comment-url']).toBe('')
    expect(run.summary).toContain('terraform_data.x')
    expect(run.log).toMatch(/##\[notice\]There is no comment.*pull-requests: write/)
    const must = await planComment(place.path, { comment: 'always' }, pull.job(2, token))
    expect(must.code).toBe(1)
  })

  test('on a push, which belongs to no pull request', async () => {
    await using place = await workspace({ 'main.tf': DATA })
    const run = await planComment(place.path, {})
    expect(run).toMatchObject({ code: 0, annotations: [] })
    expect(run.summary).toContain('terraform_data.x')
  })
})

test('a comment that was deleted by hand is made again', async () => {
  await using github = await startGitHub()
  const pull = await pullRequest(github)
  await using place = await workspace({ 'main.tf': DATA })
  await planComment(place.path, {}, pull.job(1))
  await pull.remove((await pull.comments())[0]?.id ?? 0)
  const run = await planComment(place.path, {}, pull.job(2))
  expect(run.code).toBe(0)
  expect(await pull.comments()).toHaveLength(1)
})

test('what was reviewed stays once the pull request is queued, closed or merged', async () => {
  await using github = await startGitHub()
  const pull = await pullRequest(github)
  await using place = await workspace({ 'main.tf': DATA })
  await planComment(place.path, {}, pull.job(1))
  const reviewed = await pull.comments()
  await place.write('main.tf', resource('later', '1'))
  const ref = `refs/heads/gh-readonly-queue/main/pr-${pull.number}-${'0'.repeat(40)}`
  const queue = { GITHUB_EVENT_NAME: 'merge_group', GITHUB_REF: ref }
  const later = async (run: number, env: object = {}, inputs = {}) => {
    const job = pull.job(run)
    return planComment(place.path, inputs, { ...job, env: { ...job.env, ...env } })
  }
  const queued = await planComment(
    place.path,
    {},
    {
      ...pull.job(2),
      event: { action: 'checks_requested' },
      env: { ...pull.job(2).env, ...queue },
    },
  )
  expect(queued.log).toContain(
    'The comment stays as it was reviewed, the job summary has this plan: #1 is in',
  )
  await pull.close()
  expect((await later(3)).log).toContain('#1 is closed')
  await pull.reopen()
  await pull.merge()
  const merged = await later(4)
  expect(merged).toMatchObject({ code: 0, outputs: { 'comment-url': '' } })
  expect(merged.log).toContain('#1 is merged')
  expect(merged.summary).toContain('terraform_data.later')
  expect((await later(5, {}, { comment: 'always' })).log).toContain("'comment' is 'always', but #1 is merged")
  expect(await pull.comments()).toEqual(reviewed)
})

test("an older run leaves a newer one's comment alone, and says so", async () => {
  await using github = await startGitHub()
  const pull = await pullRequest(github)
  await using place = await workspace({ 'main.tf': resource('newer', '1') })
  await planComment(place.path, {}, pull.job(9))
  await place.write('main.tf', resource('older', '1'))
  const run = await planComment(place.path, {}, pull.job(8))
  expect(run.code).toBe(0)
  expect(run.log).toContain('A newer run has commented meanwhile')
  const [comment] = await pull.comments()
  expect(comment?.body).toContain('newer')
  expect(comment?.body).not.toContain('terraform_data.older')
})

test('a lock that another run holds: who, since when, and how to release it', async () => {
  await using place = await workspace({
    'main.tf':
      'resource "terraform_data" "slow" {\n  provisioner "local-exec" {\n    command = "sleep 5"\n  }\n}\n',
  })
  await terraform(place.path, 'init')
  const other = spawn(await program('terraform'), ['apply', '-auto-approve', '-no-color'], {
    cwd: place.path,
  })
  const ended = once(other, 'close')
  try {
    await new Promise<void>(resolve =>
      other.stdout.on('data', chunk => String(chunk).includes('Creating...') && resolve()),
    )
    const run = await planComment(place.path, { 'lock-timeout': '0s' })
    expect(run.code).toBe(1)
    expect(run.annotations.at(-1)?.message).toMatch(
      /'\.': Error acquiring the state lock\. '.+@.+' holds the lock of the state \(for apply, since .*terraform force-unlock [-\w]{36}/,
    )
  } finally {
    await ended
  }
})

test('a provider that cannot be downloaded', async () => {
  await using place = await workspace({
    'main.tf':
      'terraform {\n  required_providers {\n    x = { source = "localhost.invalid/acme/x" }\n  }\n}\n',
  })
  const run = await planComment(place.path, {})
  expect(run.code).toBe(1)
  expect(run.annotations.at(-1)?.message).toMatch(/cannot be downloaded: check its source/)
})

test.each([
  ['resource "x" {', /'\.': Unclosed configuration block \(main\.tf:1\)/],
  ['terraform {\n  required_version = ">= 99.0"\n}\n', /another version \(>= 99\.0\): install that/],
  ['module "m" {\n  source = "./nope"\n}\n', /Unreadable module directory: .*nope/],
])('the line that fails the step tells what is wrong: %j', async (text, told) => {
  await using place = await workspace({ 'main.tf': text })
  const run = await planComment(place.path, {})
  expect(run.code).toBe(1)
  expect(run.annotations.at(-1)?.message).toMatch(told)
})

test.each([
  `${'d'.repeat(120)}/${'ü'.repeat(60)}/${'e'.repeat(120)}`,
  'live[1]',
  `it's "a" \`b\` $(c)`,
  '-x',
  '<b>@me -->',
])('a directory may be named %s', async directory => {
  await using github = await startGitHub()
  const pull = await pullRequest(github)
  await using place = await workspace({ [`${directory}/main.tf`]: DATA })
  const run = await planComment(place.path, { directories: directory, comment: 'always' }, pull.job(1))
  expect(run).toMatchObject({ code: 0, annotations: [], tempLeft: [] })
  expect(JSON.parse(run.outputs.directories ?? '')).toMatchObject([{ directory, outcome: 'planned' }])
  expect(await pull.comments()).toHaveLength(1)
})

test.each<[string, Fault, RegExp]>([
  [
    'too long',
    { method: 'POST', path: /comments$/, status: 422 },
    /does not take the comment on #1.*422.*another comment-key/,
  ],
  [
    'a web page',
    { path: /comments/, status: 200, body: '<html>', headers: { 'content-type': 'text/html' } },
    /answers with a web page/,
  ],
  ['a token that has expired', { path: /issues/, status: 401 }, /401.*the token is invalid or has expired/],
])('a comment that GitHub refuses (%s) leaves the plan in the summary', async (_, fault, told) => {
  await using github = await startGitHub()
  const pull = await pullRequest(github)
  await using place = await workspace({ 'main.tf': DATA })
  github.fault(fault)
  const run = await planComment(place.path, {}, pull.job(1))
  expect(run).toMatchObject({ code: 0, outputs: { 'comment-url': '' } })
  expect(run.summary).toContain('terraform_data.x')
  expect(run.annotations).toMatchObject([{ level: 'notice', message: expect.stringMatching(told) }])
})

describe('ready plans', () => {
  test.each([
    ['{"format_version":"2.0","resource_changes":[]}', /2\.0/],
    ['{"format_version":"1.0","values":{"root_module":{}}}', /the JSON of a state, not a plan/],
    ['{"format_version":"1.2","resource_changes":[{"address":"a', /./],
    ['<html>', /./],
    ['[]', /./],
  ])('%s is refused by name', async (text, told) => {
    await using place = await workspace({ 'plan.json': text })
    const run = await planComment(place.path, { 'plan-json': 'plan.json' })
    expect(run.code).toBe(1)
    expect(run.log).not.toContain('crashed')
    expect(run.annotations.at(-1)?.message).toMatch(/plan\.json/)
    expect(run.annotations.at(-1)?.message).toMatch(told)
  })

  test('one that failed midway fails the step', async () => {
    await using place = await workspace({ 'p.json': '{"format_version":"1.2","errored":true}' })
    const run = await planComment(place.path, { 'plan-json': 'p.json' })
    expect(run.code).toBe(1)
    expect(run.annotations.at(-1)?.message).toMatch(/^'\.': planning failed midway/)
  })

  test('one is read, and stands under the directory that it is given for', async () => {
    await using place = await workspace({ 'live/main.tf': DATA })
    await terraform(join(place.path, 'live'), 'init')
    await terraform(join(place.path, 'live'), 'plan', '-out=p')
    const first = await planComment(place.path, { directories: 'live' })
    const json = execFileSync(await program('terraform'), ['show', '-json', 'p'], {
      cwd: join(place.path, 'live'),
    })
    await place.write('p.json', json.toString())
    const run = await planComment(place.path, { 'plan-json': 'live=p.json' })
    expect(run.code).toBe(0)
    expect(run.outputs.fingerprint).toBe(first.outputs.fingerprint)
    expect(run.outputs.fingerprint).not.toBe('')
  })
})

/** A folder for PATH with a script in the place of terraform. */
async function wrapper(script: string, real?: string) {
  const place = await workspace({})
  await place.write('terraform', script, 0o755)
  if (real !== undefined) await place.write('terraform-bin', real, 0o755)
  return place
}

test('the wrapper of setup-terraform is passed over', async () => {
  const terraformItself = await program('terraform')
  await using bin = await wrapper('#!/bin/sh\necho garbage\n', `#!/bin/sh\nexec ${terraformItself} "$@"\n`)
  await using place = await workspace({ 'main.tf': DATA })
  const run = await planComment(place.path, {}, { env: { PATH: `${bin.path}:${process.env.PATH}` } })
  expect(run.code).toBe(0)
  expect(run.summary).toContain('terraform_data.x')
})

test('where show -json fails, the text of the plan is told', async () => {
  const real = await program('terraform')
  const script = `#!/bin/sh\ncase "$*" in show*-json*) echo boom >&2; exit 1;; esac\nexec ${real} "$@"\n`
  await using bin = await wrapper(script)
  await using place = await workspace({ 'main.tf': DATA })
  const env = { PATH: `${bin.path}:${dirname(process.execPath)}:${process.env.PATH}` }
  const run = await planComment(place.path, {}, { env })
  expect(run.code).toBe(0)
  expect(run.outputs.changed).toBe('true')
  expect(run.summary).toContain('terraform_data.x')
  expect(run.summary).toContain('boom')
  const strict = await planComment(place.path, { 'fail-on': 'destroy' }, { env })
  expect(strict.code).toBe(1)
  expect(strict.log).toContain("'fail-on' cannot be judged")
})

test('a step that is cancelled while it plans waits for the tool, which releases the lock', async () => {
  // Holds the plan up without a provider: a server that takes its time to answer for a state.
  const server = createServer((_, response) => setTimeout(() => response.writeHead(404).end(), 2000))
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`
  const other = `data "terraform_remote_state" "other" {\n  backend = "http"\n  config  = { address = "${address}" }\n}\n`
  await using place = await workspace({ 'main.tf': DATA + other })
  const run = await planComment(place.path, {}, { killAfter: line => /other: Re(?:ad|fresh)ing/.test(line) })
  server.close()
  expect(run).toMatchObject({ conclusion: 'cancelled', tempLeft: [] })
  expect(run.annotations.at(-1)?.message).toBe('the job was cancelled')
  expect(existsSync(join(place.path, '.terraform.tfstate.lock.info'))).toBe(false)
  await place.write('main.tf', DATA)
  expect(await planComment(place.path, { 'lock-timeout': '0s' })).toMatchObject({ code: 0 })
})
