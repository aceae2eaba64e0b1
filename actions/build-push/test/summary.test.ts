import { expect, test } from '@jest/globals'
import type { Outcome } from '../src/outcome.ts'
import type { Plan, PlannedImage } from '../src/plan.ts'
import { summarize } from '../src/summary.ts'

const image = { name: 'api', repository: 'r/api', tags: ['1'] } as unknown as PlannedImage
const plan = { tag: '1', target: { host: 'r', namespace: '', kind: 'other' }, images: [image] } as Plan

test('a failed image shows the end of what it said, and cannot break out of its box', () => {
  const said = [
    ...Array.from({ length: 30 }, (_, line) => `line ${line}`),
    '```',
    '# no heading',
    '→ a remedy',
  ]
  const failed: Outcome = { state: 'failed', image, error: new Error(said.join('\n')), milliseconds: 100 }
  const summary = summarize(plan, [failed], [], 'buildx')
  expect(summary).toContain('| **api** | 🔴 failed | 0.1 s |')
  expect(summary).toContain('<b>api</b></summary>\n\n````text\nline 13\n')
  expect(summary).toContain('```\n# no heading\n→ a remedy\n````\n\n</details>')
})
