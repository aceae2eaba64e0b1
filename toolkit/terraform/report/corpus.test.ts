import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '@jest/globals'
import { samplesFolder } from '../../../test/support/samples.ts'
import { html } from '../../markdown/html.ts'
import { readPlan } from '../plan/read.ts'
import { planSection } from './plan-section.ts'
import { planSummary } from './plan-summary.ts'
import { AT } from './test/reports.ts'
import { faults, withoutSlots } from './test/shown.ts'

const folder = samplesFolder()
// One of the samples is several plans in one file, which no reader takes.
const samples = folder
  ? readdirSync(join(folder, 'plans')).filter(name => name.endsWith('.json') && !name.includes('multiplan'))
  : []

if (!folder) test.skip('plans of other projects: their folder is not on this machine', () => {})
else
  test.each(samples)('every change of %s shows', async name => {
    const plan = await readPlan(join(folder, 'plans', name), { redact: [] })
    const { blocks, heading } = planSection(plan, AT)
    const text = blocks.map(({ markdown }) => markdown).join('\n')
    const named = [
      ...plan.changes,
      ...plan.drift,
      ...plan.deferred.map(({ change }) => change),
      ...plan.checks,
    ]
    for (const { address } of named) expect(text.includes(html(address)) || text.includes(address)).toBe(true)
    for (const { name: output } of plan.outputs) expect(text).toContain(output)
    for (const { address } of plan.invocations) expect(text).toContain(html(address))
    for (const secret of plan.sensitiveValues.filter(({ length }) => length > 5))
      expect(text).not.toContain(secret)
    for (const { markdown } of blocks) expect(faults(withoutSlots(markdown))).toEqual([])
    expect(faults(heading)).toEqual([])
    expect(planSummary(plan, AT)).toContain(heading)
  })
