import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from '@jest/globals'
import { writeLargePlan } from '../../../test/support/plans/large.ts'
import { beginReading, difference } from './difference.ts'
import type { Plan, ResourceChange } from './model.ts'
import { readPlan } from './read.ts'
import { redaction } from './redaction.ts'
import { membersOf } from './slice.ts'

const folder = mkdtempSync(join(tmpdir(), 'plan-room-'))
afterAll(() => rmSync(folder, { recursive: true }))

function read(resources: number): Promise<Plan> {
  const path = join(folder, `${resources}.json`)
  writeLargePlan(path, {
    resources,
    seed: 7,
    kinds: { create: 12, update: 16, replace: 1, delete: 1, 'no-op': 6 },
  })
  return readPlan(path, { redact: [] })
}

const withAttributes = (changes: readonly ResourceChange[]) => changes.filter(({ attributes }) => attributes)

test('a plan that has room keeps all attributes', async () => {
  const { changes } = await read(100)
  expect(changes.length).toBeGreaterThan(50)
  expect(withAttributes(changes)).toHaveLength(changes.length)
})

test('of a larger one, every change stays; attributes go from what destroys least, and are counted', async () => {
  const [small, large] = [await read(100), await read(1500)]
  const kept = withAttributes(large.changes)
  expect(large.changes.length).toBeGreaterThan(10 * small.changes.length)
  expect(kept.length).toBeGreaterThan(100)
  expect(new Set(kept.map(({ kind }) => kind))).toEqual(new Set(['delete', 'replace', 'update']))
  for (const kind of ['delete', 'replace'])
    expect(large.changes.filter(change => change.kind === kind).every(({ attributes }) => attributes)).toBe(
      true,
    )
  expect(
    large.changes.filter(({ kind }) => kind === 'update').every(({ attributeCount }) => attributeCount > 0),
  ).toBe(true)
})

test('how many attributes differ is the same, whether they are compared or told by their bytes', async () => {
  const path = join(folder, 'count.json')
  writeLargePlan(path, { resources: 200, seed: 3, kinds: { create: 1, update: 3, replace: 1, delete: 1 } })
  const { resource_changes } = JSON.parse(readFileSync(path, 'utf8')) as {
    resource_changes: { change: object }[]
  }
  const reading = beginReading(await redaction([]))
  for (const { change } of resource_changes) {
    const bytes = Buffer.from(JSON.stringify(change))
    const members = membersOf({ bytes, from: 0, to: bytes.length, longNumbers: false, ends: undefined })
    const [compared, counted] = [true, false].map(keeps =>
      difference(members, reading, { keeps, counts: true }),
    )
    expect(counted?.attributeCount).toBe(compared?.attributeCount)
  }
})
