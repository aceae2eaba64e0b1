import { existsSync } from 'node:fs'
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from '@jest/globals'
import { type Pull, type Stage, startStage } from './stage.ts'
import { httpBackend, startStateServer } from './state-server.ts'

/** Three objects, each made after the one before, the second of them slowly. */
const chain = (backend: string, seconds: number) => `${backend}
resource "terraform_data" "first" { input = "1" }
resource "terraform_data" "slow" {
  input = terraform_data.first.id
  provisioner "local-exec" { command = "test -e {folder}/quick || sleep ${seconds}" }
}
resource "terraform_data" "last" { input = terraform_data.slow.id }
`

async function merged(stage: Stage): Promise<{ pull: Pull; sha: string }> {
  const pull = await stage.open({ 'README.md': 'more' })
  expect(await stage.plan(pull)).toMatchObject({ code: 0 })
  return { pull, sha: await stage.merge(pull) }
}

interface Saved {
  readonly resources: { name: string; instances: { status?: string; attributes: { id: string } }[] }[]
}
const idsIn = (log: string) =>
  [...log.matchAll(/(\w+): Creation complete.*\[id=(.+)\]/g)].map(([, name, id]) => `${name} ${id}`).sort()
const idsOf = ({ resources }: Saved) =>
  resources
    .flatMap(({ name, instances }) =>
      instances.filter(one => !one.status).map(one => `${name} ${one.attributes.id}`),
    )
    .sort()

test('a cancelled apply is told once and waited for: the state is whole and unlocked, and it can be run again', async () => {
  await using server = await startStateServer()
  await using stage = await startStage({ 'main.tf': chain(httpBackend(server.url), 60) })
  const { pull, sha } = await merged(stage)
  const killAfter = (line: string) => line.includes('terraform_data.slow: Provisioning')
  const run = await stage.apply(sha, { killAfter })
  expect(run).toMatchObject({ code: 1, conclusion: 'cancelled', tempLeft: [] })
  expect(run.log.match(/Interrupt received/g)).toHaveLength(1)
  expect(run.log).not.toContain('Two interrupts received')
  const saved = JSON.parse(server.state) as Saved
  expect(idsOf(saved)).toEqual(idsIn(run.log))
  expect(server.lock).toBeUndefined()
  expect(run.summary).toMatch(/apply interrupted: 1 of 3 changes applied/)
  const [comment] = await stage.comments(pull)
  expect(comment?.body).toMatch(/apply interrupted: 1 of 3 changes applied/)
  await writeFile(join(stage.folder, 'quick'), '')
  const again = await stage.apply(sha)
  expect(again).toMatchObject({ code: 0, outputs: { applied: 'true' } })
})

const moments = Array.from({ length: 6 }, () => 1000 + Math.floor(Math.random() * 4000))
test.each(moments)('cancelled after %i ms, nothing that was made is lost', async killAfter => {
  await using server = await startStateServer()
  await using stage = await startStage({ 'main.tf': chain(httpBackend(server.url), 1) })
  const { sha } = await merged(stage)
  const run = await stage.apply(sha, { killAfter })
  const saved = server.state === '' ? { resources: [] } : (JSON.parse(server.state) as Saved)
  expect(idsOf(saved)).toEqual(idsIn(run.log))
  expect(server.lock).toBeUndefined()
  expect(run.tempLeft).toEqual([])
})

test('killed by the runner, Terraform ends in peace, and the post step waits for it', async () => {
  await using server = await startStateServer()
  await using stage = await startStage({ 'main.tf': chain(httpBackend(server.url), 60) })
  const { sha } = await merged(stage)
  server.slowness = 4000
  const killAfter = (line: string) => line.includes('terraform_data.slow: Provisioning')
  const run = await stage.apply(sha, { killAfter, grace: { interrupt: 500, terminate: 500 } })
  expect(run).toMatchObject({ code: 137, conclusion: 'cancelled', tempLeft: [] })
  expect(run.log).toMatch(/the step was killed while .*terraform was applying/)
  expect(run.log).toContain('It has ended')
  expect(server.lock).toBeUndefined()
  expect(idsOf(JSON.parse(server.state) as Saved)).toEqual(idsIn(run.log))
})

test('a lock that another run holds is told, and how to get rid of it', async () => {
  await using server = await startStateServer()
  await using stage = await startStage({ 'main.tf': chain(httpBackend(server.url), 0) })
  const { sha } = await merged(stage)
  server.lock = JSON.stringify({ ID: '0a1b2c', Operation: 'OperationTypeApply', Who: 'someone@elsewhere' })
  const run = await stage.apply(sha, { inputs: { 'lock-timeout': '0s' } })
  expect(run.code).toBe(1)
  expect(run.annotations[0]?.message).toMatch(
    /Another run holds the lock of the state: .*terraform force-unlock 0a1b2c/s,
  )
  expect(server.state).toBe('')
})

test.each([
  ['is saved as soon as that works again', 2, undefined],
  ['is kept, and said to be', 99, /The state could not be saved: it lies in '.*errored\.tfstate'/],
])('a state that cannot be saved %s', async (_, failing, message) => {
  await using server = await startStateServer()
  await using stage = await startStage({ 'main.tf': chain(httpBackend(server.url), 0) })
  const { sha } = await merged(stage)
  await writeFile(join(stage.folder, 'quick'), '')
  server.failing = failing
  const run = await stage.apply(sha)
  expect(run.code).toBe(1)
  const path = run.outputs['errored-state'] ?? ''
  if (message === undefined) {
    expect(path).toBe('')
    expect(idsOf(JSON.parse(server.state))).toEqual(idsIn(run.log))
  } else {
    expect(run.annotations.at(-1)?.message).toMatch(message)
    expect(existsSync(path)).toBe(true)
    expect(idsOf(JSON.parse(await readFile(path, 'utf8')))).toEqual(idsIn(run.log))
  }
})
