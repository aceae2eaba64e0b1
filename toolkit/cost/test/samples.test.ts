import { join } from 'node:path'
import { expect, test } from '@jest/globals'
import { samplesFolder } from '../../../test/support/samples.ts'
import { sum, toText, zero } from '../../money/decimal.ts'
import { projectChange } from '../change.ts'
import { parseCosts, readCosts } from '../read.ts'
import { writeCosts } from '../write.ts'

const folder = samplesFolder()
const sample = folder === undefined ? test.skip : test

// Skipped where the public samples do not lie beside the project.
sample.each([
  ['breakdown_format_json', '1361.3075', '1361.3075', true],
  ['breakdown_multi_project_with_error_output_json', '1204.96', undefined, false],
  ['changes', '1696.92', '0', true],
  ['diff_with_compare_to_format_json', '1303.28', '-742.64', true],
  ['errors', '0', undefined, false],
])('%s costs %s', async (name, known, difference, complete) => {
  const report = await readCosts(join(folder ?? '', 'infracost', `${name}.json`))
  const totals = report.projects.map(({ now }) => now.total)
  expect(toText(sum(totals.map(total => total.known)))).toBe(known)
  expect(totals.every(total => total.complete)).toBe(complete)
  const changes = report.projects.map(projectChange)
  const told = changes.every(change => change !== undefined) ? changes : undefined
  expect(told && toText(sum(told.map(change => change?.known ?? zero)))).toBe(difference)
  // Infracost's own totals are the sums of what it lists.
  for (const { now } of report.projects)
    expect(toText(sum(now.resources.map(({ cost }) => cost.known)))).toBe(toText(now.total.known))
  expect(parseCosts(writeCosts(report), name).projects.map(({ now }) => now)).toEqual(
    report.projects.map(({ now }) => now),
  )
})
