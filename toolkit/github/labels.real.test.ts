import { expect, test } from '@jest/globals'
import { REPOSITORY, startStage } from '../comment/test/stage.ts'
import { type Label, syncLabels } from './labels.ts'

const DESTROY: Label = { name: 'terraform: destroy', color: 'b60205', description: 'Something is destroyed' }
const CHANGES: Label = { name: 'terraform: changes', color: '0e8a16', description: 'Something changes' }
const OURS = [DESTROY.name, CHANGES.name]
const PULL = { repository: 'acme/shop', number: 1 }

async function labels({ rest }: Awaited<ReturnType<typeof startStage>>) {
  const { data } = await rest.issues.listLabelsOnIssue({ ...REPOSITORY, issue_number: 1 })
  return data.map(({ name, color }) => `${name} ${color}`)
}

test('wanted ones come, with their colour; ours that are not wanted go; others stay', async () => {
  await using stage = await startStage()
  const { log } = stage.world({})
  await stage.rest.issues.addLabels({ ...REPOSITORY, issue_number: 1, labels: ['by hand'] })
  const sync = async (...wanted: Label[]) => syncLabels(await stage.client(), PULL, wanted, OURS, log)
  await sync(DESTROY, CHANGES)
  expect(await labels(stage)).toEqual([
    'by hand ededed',
    'terraform: destroy b60205',
    'terraform: changes 0e8a16',
  ])
  const before = stage.github.requests.length
  await sync(CHANGES, DESTROY)
  expect(stage.github.requests.slice(before).map(({ method }) => method)).toEqual(['GET'])
  await sync(CHANGES)
  expect(await labels(stage)).toEqual(['by hand ededed', 'terraform: changes 0e8a16'])
  await sync()
  expect(await labels(stage)).toEqual(['by hand ededed'])
})

test('a label that exists keeps the colour that people gave it', async () => {
  await using stage = await startStage()
  await stage.rest.issues.createLabel({ ...REPOSITORY, name: 'Terraform: Destroy', color: '123456' })
  await syncLabels(await stage.client(), PULL, [DESTROY], OURS, stage.world({}).log)
  expect(await labels(stage)).toEqual(['Terraform: Destroy 123456'])
  await syncLabels(await stage.client(), PULL, [], OURS, stage.world({}).log)
  expect(await labels(stage)).toEqual([])
})

test('a token that may not label is warned of, and nothing fails', async () => {
  await using stage = await startStage()
  const token = stage.github.token({ write: false })
  await syncLabels(await stage.client({ token }), PULL, [DESTROY], OURS, stage.world({}).log)
  expect(stage.warnings).toEqual([expect.stringContaining("labels need 'pull-requests: write'")])
})
