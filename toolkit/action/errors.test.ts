import { expect, test } from '@jest/globals'
import { machineFault } from './errors.ts'

const thrown = (code: string) => Object.assign(new Error(`${code}: write`), { code })

test.each([
  [thrown('ENOSPC'), 'the disk of this runner is full: ENOSPC: write'],
  [thrown('EROFS'), 'the disk of this runner is read-only: EROFS: write'],
  [thrown('EACCES'), "this job's user may not do that here: EACCES: write"],
  [thrown('ENOENT'), undefined],
  [new TypeError('x'), undefined],
  ['ENOSPC', undefined],
])('%s', (error, told) => {
  expect(machineFault(error)).toBe(told)
})
