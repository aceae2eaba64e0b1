import { expect, test } from '@jest/globals'
import { boundedMatches } from '../src/bounded-outputs.ts'

const match = (line: number, next: string) => ({ file: 'a.yaml', line, path: 'image', old: 'x', new: next })

test.each([
  ['all fit: in their order', 1000, [1, 2, 3]],
  ['two fit: the changes', 140, [2, 3]],
  ['none fits', 10, []],
])('%s', (_, limit, lines) => {
  const matches = [match(1, 'x'), match(2, 'y'), match(3, 'y')]
  expect(boundedMatches(matches, limit).map(({ line }) => line)).toEqual(lines)
})
