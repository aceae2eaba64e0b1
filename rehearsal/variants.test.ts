import { expect, test } from '@jest/globals'
import { variantFrom } from './variants.ts'

test.each([
  [[], 'ec2'],
  [['ec2'], 'ec2'],
  [['eks'], 'eks'],
])('%j is %s', (words, variant) => {
  expect(variantFrom(words)).toBe(variant)
})

test.each([[['gke']], [['eks', 'ec2']], [['constructor']], [['']], [['--help']]])('%j is none', words => {
  expect(() => variantFrom(words)).toThrow(
    `there is no rehearsal '${words.join(' ')}'; there are: npm run demo -- ec2, npm run demo -- eks`,
  )
})
