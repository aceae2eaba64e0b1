import { expect, test } from '@jest/globals'
import { compose, LIMIT } from '../../comment/compose.ts'
import type { Section } from '../../comment/section.ts'
import { keep } from '../../comment/stored.ts'
import type { Plan } from '../plan/model.ts'
import { planSection } from './plan-section.ts'
import { planSummary } from './plan-summary.ts'
import { change, plan, UNKNOWN } from './test/plans.ts'
import { randomPlan } from './test/random.ts'
import { AT, LARGE } from './test/reports.ts'
import { textSection } from './text-section.ts'

const ORIGIN = { run: 1, attempt: 1, head: AT.headSha, url: AT.runUrl, writer: 'x' }

const composed = (sections: readonly Section[]) =>
  compose({ key: 'infrastructure', sections: sections.map(one => keep(one, ORIGIN)), omitted: [] })

/** A plan of so many changes, a fifth of each kind, with texts of many sizes. */
function wide(count: number): Plan {
  const kinds = ['create', 'update', 'delete', 'replace', 'update'] as const
  return plan({
    changes: Array.from({ length: count }, (_, n) => {
      const attributes = Object.fromEntries(
        Array.from({ length: 15 }, (__, at) => [
          `attribute_${at}`,
          at % 5 === 0
            ? [`v${n}`, UNKNOWN]
            : [`value ${n} ${'x'.repeat(at * 10)}`, `value ${n} y ${'x'.repeat(at * 10)}`],
        ]),
      )
      return change(kinds[n % 5]!, `module.m${n % 50}.aws_instance.x[${n}]`, attributes)
    }),
  })
}

test('a comment that twenty root modules share shows everything that is destroyed or replaced', () => {
  const going = LARGE.changes.filter(({ kind }) => kind === 'delete' || kind === 'replace')
  const sections = Array.from({ length: 20 }, (_, n) => planSection(LARGE, { ...AT, directory: `root-${n}` }))
  const comment = composed(sections)
  expect(Buffer.byteLength(comment)).toBeLessThanOrEqual(LIMIT)
  for (const { address } of going)
    expect(comment.split(`<code>${address}</code>`).length - 1).toBeGreaterThanOrEqual(20)
  expect(comment).toMatch(/Not shown here for lack of room: .*\d+ to create/)
})

test('of thirty root modules in one comment each shows its rows', () => {
  const sections = Array.from({ length: 30 }, (_, n) =>
    planSection(
      plan({
        changes: Array.from({ length: 9 }, (__, i) =>
          change('create', `aws_instance.of_${n}[${i}]`, { ami: ['', `ami-${n}-${i}-${'x'.repeat(80)}`] }),
        ),
      }),
      { ...AT, directory: `live/root-${n}`, roots: 30 },
    ),
  )
  const comment = composed(sections)
  expect(Buffer.byteLength(comment)).toBeLessThanOrEqual(LIMIT)
  for (let n = 0; n < 30; n++) expect(comment).toContain(`<code>aws_instance.of_${n}[0]</code>`)
})

test('any section can be reduced to almost nothing', () => {
  const sections = Array.from({ length: 60 }, (_, n) =>
    planSection(randomPlan(n + 1000), { ...AT, directory: 'd'.repeat(5000), workspace: 'w'.repeat(5000) }),
  )
  sections.push(textSection('x'.repeat(100_000), 'y'.repeat(10_000), AT))
  for (const { heading, overview } of sections) expect(heading.length + overview.length).toBeLessThan(1_500)
})

test('no block is larger than what a comment has room for', () => {
  const seeds = Array.from({ length: 60 }, (_, n) => randomPlan(n + 2000))
  for (const one of [...seeds, wide(2000), LARGE])
    for (const { markdown } of planSection(one, AT).blocks) expect(markdown.length).toBeLessThan(12_000)
})

test('blocks count every change once', () => {
  for (const size of [5, 30, 300]) {
    const sum: Record<string, number> = {}
    for (const { counts = {} } of planSection(wide(size), AT).blocks)
      for (const [what, count] of Object.entries(counts)) sum[what] = (sum[what] ?? 0) + count
    const changes =
      (sum['to destroy'] ?? 0) + (sum['to replace'] ?? 0) + (sum['to create'] ?? 0) + (sum['to update'] ?? 0)
    expect(changes).toBe(size)
  }
})

test('of five thousand changes the summary keeps its limit, and counts the rest', () => {
  const large = wide(5000)
  const { blocks } = planSection(large, AT)
  const summary = planSummary(large, AT)
  expect(blocks.length).toBeLessThan(600)
  expect(Buffer.byteLength(summary)).toBeLessThan(1_000_000)
  expect(summary).toMatch(/left out for lack of room|Not shown here/)
  for (const { address, kind } of large.changes)
    if (kind === 'delete') expect(summary).toContain(`<code>${address}</code>`)
})

test('the same change of many objects is told once', () => {
  const many = plan({
    changes: Array.from({ length: 30 }, (_, n) =>
      change('update', `aws_x.y[${n}]`, { 'tags.Release': ['a', 'b'] }),
    ),
  })
  const text = planSection(many, AT)
    .blocks.map(({ markdown }) => markdown)
    .join('\n')
  expect(text).toContain('update 30 resources alike')
  for (const { address } of many.changes) expect(text).toContain(address)
})
