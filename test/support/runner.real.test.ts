import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from '@jest/globals'
import { runAction } from './runner.ts'

const folders: string[] = []
afterAll(() => Promise.all(folders.map(folder => rm(folder, { recursive: true, force: true }))))

async function action(main: string, post = '', head = ''): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'action-'))
  folders.push(folder)
  const yaml = `name: x\n${head}\nruns: { using: node24, main: main.mjs, post: post.mjs }\n`
  await writeFile(join(folder, 'action.yml'), yaml)
  await writeFile(join(folder, 'main.mjs'), main)
  await writeFile(join(folder, 'post.mjs'), post)
  return folder
}

test('inputs, defaults and context arrive as on GitHub', async () => {
  const folder = await action(
    `const { env } = process
    for (const name of ['INPUT_MY-NAME', 'INPUT_TWO_WORDS', 'INPUT_TOKEN', 'GITHUB_REPOSITORY', 'NODE_OPTIONS'])
      console.log(name + '=' + env[name])
    console.log(JSON.parse((await import('node:fs')).readFileSync(env.GITHUB_EVENT_PATH, 'utf8')).number)
    console.log(process.version)`,
    '',
    'inputs: { my-name: { default: a }, two words: { default: b }, token: { default: "${{ github.token }}" } }',
  )
  const run = await runAction(folder, {
    inputs: { 'My-Name': 'given' },
    token: 'ghs_secret',
    env: { GITHUB_REPOSITORY: 'o/r' },
    event: { number: 7 },
  })
  const lines = ['INPUT_MY-NAME=given', 'INPUT_TWO_WORDS=b', 'INPUT_TOKEN=***', 'GITHUB_REPOSITORY=o/r']
  expect(run.log.split('\n').slice(0, 6)).toEqual([...lines, 'NODE_OPTIONS=undefined', '7'])
  expect(run.rawStdout).toContain('INPUT_TOKEN=ghs_secret')
  expect(Number(run.log.match(/^v(\d+)/m)?.[1])).toBeGreaterThanOrEqual(24)
})

test('files carry outputs, environment and state; the post step sees the state', async () => {
  const folder = await action(
    `import { appendFileSync as add, writeFileSync } from 'node:fs'
    const { env } = process
    add(env.GITHUB_OUTPUT, 'a<<X\\n1\\n2\\nX\\n'); add(env.GITHUB_ENV, 'E=v\\n'); add(env.GITHUB_PATH, '/p\\n')
    add(env.GITHUB_STATE, 'lower=s\\n'); add(env.GITHUB_STEP_SUMMARY, '# hush\\n')
    console.log('::add-mask::hush')
    writeFileSync(env.RUNNER_TEMP + '/left', ''); process.exitCode = 3`,
    'console.log("post", process.env.STATE_lower, "hush")',
  )
  const run = await runAction(folder)
  expect(run).toMatchObject({
    code: 3,
    postCode: 0,
    conclusion: 'failure',
    outputs: { a: '1\n2' },
    env: { E: 'v' },
    path: ['/p'],
    state: { lower: 's' },
    summary: '# ***\n',
    masks: ['hush'],
    tempLeft: ['left'],
    log: 'post s ***',
  })
})

describe('cancelling', () => {
  const grace = { interrupt: 300, terminate: 300 }
  const stubborn = (signals: string[]) => `
    for (const name of ${JSON.stringify(signals)}) process.on(name, () => console.log('got', name))
    setInterval(() => {}, 1000); console.log('up')`
  test.each([
    [[], 130, []],
    [['SIGINT'], 143, ['got SIGINT']],
    [['SIGINT', 'SIGTERM'], 137, ['got SIGINT', 'got SIGTERM']],
  ])('a step that ignores %j', async (signals, code, said) => {
    const folder = await action(stubborn(signals), 'console.log("post")')
    const run = await runAction(folder, { killAfter: line => line === 'up', grace })
    expect(run).toMatchObject({ code, conclusion: 'cancelled', postCode: 0 })
    expect(run.log.split('\n')).toEqual(['up', ...said, 'post'])
  })
})

test('the committed dist runs', async () => {
  const run = await runAction('build-push', { inputs: { 'no-such-input': 'x' } })
  expect(run.postCode).toBe(0)
  expect(run.tempLeft).toEqual([])
})
