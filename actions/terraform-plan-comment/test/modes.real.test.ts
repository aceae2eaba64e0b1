import { expect, test } from '@jest/globals'
import { startGitHub } from '../../../test/support/github/server.ts'
import { planComment, pullRequest, resource, terraform, workspace } from './setting.ts'

test('drift opens one issue for a root module, and closes it when it is over', async () => {
  await using github = await startGitHub()
  const pull = await pullRequest(github)
  const { token, env } = pull.job()
  const job = {
    token: token ?? '',
    env: { ...env, GITHUB_EVENT_NAME: 'schedule', GITHUB_REF: 'refs/heads/main' },
  }
  await using place = await workspace({ 'a/main.tf': resource('x', '1'), 'b/main.tf': resource('y', '1') })
  for (const name of ['a', 'b']) {
    await terraform(`${place.path}/${name}`, 'init')
    await terraform(`${place.path}/${name}`, 'apply', '-auto-approve')
  }
  const inputs = { mode: 'drift', directories: 'a\nb', issues: 'true' }
  const calm = await planComment(place.path, inputs, job)
  expect(calm).toMatchObject({ code: 0 })
  expect(calm.outputs.changed).toBe('false')
  expect(await pull.issues()).toHaveLength(1)

  await place.write('b/main.tf', resource('y', '2'))
  const night = await planComment(place.path, inputs, job)
  expect(night).toMatchObject({ code: 0, annotations: [] })
  expect(night.outputs.changed).toBe('true')
  const open = (await pull.issues()).filter(({ title }) => title === 'Drift in b')
  expect(open).toMatchObject([{ state: 'open', body: expect.stringContaining('terraform_data.y') }])
  await planComment(place.path, inputs, job)
  expect(await pull.issues()).toHaveLength(2)
  const strict = await planComment(place.path, { ...inputs, 'fail-on': 'drift' }, job)
  expect(strict.code).toBe(1)
  expect(strict.log).toContain("'b' has drifted")

  await place.write('b/main.tf', resource('y', '1'))
  await planComment(place.path, inputs, job)
  const after = (await pull.issues()).filter(({ title }) => title === 'Drift in b')
  expect(after).toMatchObject([{ state: 'closed' }])
  expect(await pull.comments()).toEqual([])
})

test('validate: format and syntax on their lines, a comment only while something is wrong', async () => {
  await using github = await startGitHub()
  const pull = await pullRequest(github)
  await using place = await workspace({
    'live/main.tf': `${resource('x', '1')}resource "terraform_data" "y" {\n  input= "${'${var.nope}'}"\n}\n`,
    'live/sub/more.tf': 'locals {\n  a   = 1\n  bbb = 2\n}\n',
    'ok/main.tf': resource('x', '1'),
  })
  const inputs = { mode: 'validate', directories: 'live\nok' }
  const run = await planComment(place.path, inputs, pull.job(1))
  expect(run.code).toBe(1)
  expect(run.annotations).toMatchObject([
    {
      level: 'error',
      file: 'live/main.tf',
      line: 5,
      message: expect.stringContaining('undeclared input variable'),
    },
    { level: 'error', file: 'live/main.tf', line: 5, message: expect.stringContaining('Not formatted') },
    { level: 'error', message: expect.stringMatching(/^'live': Reference to undeclared/) },
  ])
  expect(JSON.parse(run.outputs.directories ?? '')).toMatchObject([
    { outcome: 'invalid' },
    { outcome: 'valid' },
  ])
  expect((await pull.comments())[0]?.body).toContain('undeclared input variable')

  await place.write('live/main.tf', resource('x', '1'))
  const fixed = await planComment(place.path, inputs, pull.job(2))
  expect(fixed).toMatchObject({ code: 0, annotations: [] })
  expect((await pull.comments())[0]?.body).not.toContain('undeclared input variable')
})

test('validate: nothing is said where nothing is wrong, and a plan keeps its section', async () => {
  await using github = await startGitHub()
  const pull = await pullRequest(github)
  await using place = await workspace({ 'main.tf': resource('x', '1') })
  const valid = await planComment(place.path, { mode: 'validate' }, pull.job(1))
  expect(valid.code).toBe(0)
  expect(await pull.comments()).toEqual([])
  await planComment(place.path, {}, pull.job(1))
  await place.write('main.tf', 'x {')
  const broken = await planComment(place.path, { mode: 'validate' }, pull.job(2))
  expect(broken.code).toBe(1)
  expect((await pull.comments())[0]?.body).toContain('create <code>terraform_data.x')
})

test('of many errors ten are shown on their lines, and the rest is counted', async () => {
  const lines = Array.from({ length: 30 }, (_, index) => resource(`x${index}`, 'var.nope')).join('')
  await using place = await workspace({ 'main.tf': lines })
  const run = await planComment(place.path, { mode: 'validate' })
  const errors = run.annotations.filter(({ level }) => level === 'error')
  expect(errors).toHaveLength(10)
  expect(errors[8]?.message).toBe('22 more errors are in the log and in the summary')
})
