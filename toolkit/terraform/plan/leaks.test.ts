import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from '@jest/globals'
import { leaksIn, leakyPlan } from '../../../test/support/plans/leaky.ts'
import type { Plan } from './model.ts'
import { readPlan } from './read.ts'
import { reviewRecord } from './review.ts'

const PLANS = 1000

const folder = mkdtempSync(join(tmpdir(), 'plan-leaks-'))
afterAll(() => rmSync(folder, { recursive: true }))

async function readLeaky(seed: number): Promise<{ plan: Plan; needles: readonly string[] }> {
  const { plan, needles } = leakyPlan(seed)
  const path = join(folder, 'plan.json')
  writeFileSync(path, JSON.stringify(plan))
  return { plan: await readPlan(path, { redact: [] }), needles }
}

test(`the models and records of ${PLANS} plans with planted secrets show none of them`, async () => {
  const found: string[] = []
  for (let seed = 1; seed <= PLANS; seed++) {
    const { plan, needles } = await readLeaky(seed)
    const { sensitiveValues: _, ...shown } = plan
    const record = reviewRecord(plan, 'fingerprint', 'head')
    for (const leak of leaksIn(`${JSON.stringify(shown)}${record}`, needles))
      found.push(`seed ${seed}: ${leak}`)
  }
  console.log(`seeds 1 to ${PLANS}`)
  expect(found).toEqual([])
}, 120_000)

test('the search finds a secret that is not hidden, or this test would mean nothing', () => {
  const { plan, needles } = leakyPlan(1)
  expect(leaksIn(JSON.stringify(plan), needles).length).toBeGreaterThan(needles.length / 2)
})
