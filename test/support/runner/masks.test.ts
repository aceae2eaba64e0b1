import { expect, test } from '@jest/globals'
import { createMasks } from './masks.ts'

function hide(text: string, ...secrets: string[]): string {
  const masks = createMasks()
  for (const secret of secrets) masks.add(secret)
  return masks.hide(text)
}

test.each([
  ['a s3cret b', ['s3cret'], 'a *** b'],
  ['s3cret', ['s3', 's3cret'], '***'],
  ['abcd', ['abc', 'bcd'], '***'],
  ['aabb', ['aa', 'bb'], '***'],
  ['line one / line two', ['line one\nline two'], '*** / ***'],
  [`basic ${Buffer.from('user:s3cret').toString('base64')}`, ['user:s3cret'], 'basic ***'],
  ['{"k":"a\\"b"}', ['a"b'], '{"k":"***"}'],
  ['q=a%20b', ['a b'], 'q=***'],
  ['nothing', [' '], 'nothing'],
  ['*** and x', ['x'], '*** and ***'],
])('%s', (text, secrets, shown) => {
  expect(hide(text, ...secrets)).toBe(shown)
})
