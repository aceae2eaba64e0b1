import { readFile, writeFile } from 'node:fs/promises'
import { expect, test } from '@jest/globals'
import { REPORTS } from './test/reports.ts'

// Written anew with UPDATE_GOLDEN=1; then read them, as people will.
test.each(Object.keys(REPORTS))('the report %s is as in its file', async name => {
  const file = new URL(`./test/golden/${name}.md`, import.meta.url)
  const markdown = REPORTS[name]!()
  if (process.env.UPDATE_GOLDEN) await writeFile(file, markdown)
  expect(markdown).toBe(await readFile(file, 'utf8'))
})
