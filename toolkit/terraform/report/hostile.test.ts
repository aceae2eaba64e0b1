import { expect, test } from '@jest/globals'
import type { Section } from '../../comment/section.ts'
import type { Diagnostic } from '../run/diagnostics.ts'
import { applySection } from './apply-section.ts'
import { differenceBlocks } from './difference.ts'
import { driftIssue, driftSection } from './drift-section.ts'
import { failureSection } from './failure-section.ts'
import type { PlanPlace } from './plan-section.ts'
import { planSection } from './plan-section.ts'
import { planSummary } from './plan-summary.ts'
import { randomPlan, randomText } from './test/random.ts'
import { blocksMarkdown, faults, withoutSlots } from './test/shown.ts'
import { textSection } from './text-section.ts'
import { validateSection } from './validate-section.ts'

const SEEDS = Array.from({ length: 150 }, (_, index) => index + 1)

const placeOf = (seed: number): PlanPlace => ({
  directory: `a/${randomText(seed + 1)}`,
  workspace: randomText(seed + 2),
  tool: 'Terraform 1.11.4',
  headSha: '0a3087a4f0c2',
  runUrl: 'https://github.com/o/r/actions/runs/1',
  repositoryUrl: 'https://github.com/o/r',
})

const diagnosticsOf = (seed: number): Diagnostic[] =>
  [1, 2, 3].map(n => ({
    severity: n === 2 ? 'warning' : 'error',
    summary: randomText(seed * 10 + n),
    detail: randomText(seed * 20 + n),
    address: randomText(seed * 30 + n),
    file: randomText(seed * 40 + n),
    line: n,
  }))

function expectSound(section: Section) {
  for (const line of [section.heading, section.overview]) {
    expect(line).not.toContain('\n')
    expect(line.length).toBeLessThan(700)
    expect(faults(line)).toEqual([])
  }
  // Each block is sound by itself, so any of them may be left out.
  for (const { markdown } of section.blocks) {
    const problems = faults(withoutSlots(markdown))
    if (problems.length > 0) throw new Error(`${problems.join('; ')} in\n${markdown}`)
  }
}

test.each(SEEDS)('a plan of hostile texts, seed %i, breaks out of nothing', seed => {
  const plan = randomPlan(seed)
  const at = placeOf(seed)
  expectSound(planSection(plan, { ...at, diagnostics: diagnosticsOf(seed) }))
  expectSound(driftSection(plan, at))
  expect(faults(withoutSlots(planSummary(plan, at)))).toEqual([])
  expect(faults(driftIssue(plan, at) ?? '')).toEqual([])
})

test.each(SEEDS.slice(0, 60))('messages of hostile texts, seed %i, break out of nothing', seed => {
  const at = placeOf(seed)
  const diagnostics = diagnosticsOf(seed)
  const diff = randomText(seed + 7)
  expectSound(failureSection({ step: 'plan', diagnostics }, at))
  expectSound(
    validateSection(
      { diagnostics, formatting: [{ file: diff, line: 1, endLine: 2, diff: `@@ -1 +1 @@\n-${diff}` }] },
      at,
    ),
  )
  expectSound(textSection(`${diff}\n  + ${diff}\nPlan: ${diff}`, randomText(seed + 8), at))
  const steps = randomPlan(seed).changes.map(({ address, kind }) => ({ address, kind, id: diff }))
  const progress = { applied: steps, failed: steps, unfinished: steps, notReached: steps }
  expectSound(
    applySection({ outcome: 'failed', headline: diff, failure: diff, errors: diagnostics, progress }, at),
  )
  const plan = randomPlan(seed)
  const differences = plan.changes.map(({ address, actions }, index) => ({
    kind: (['new', 'gone', 'changed'] as const)[index % 3]!,
    ...{
      what: 'resource' as const,
      key: address,
      reviewed: diff,
      now: actions.join(', '),
      attributes: [diff],
    },
  }))
  expect(faults(blocksMarkdown(differenceBlocks(differences, plan)))).toEqual([])
})
