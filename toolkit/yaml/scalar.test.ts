import { describe, expect, test } from '@jest/globals'
import { parse } from 'yaml'
import { renderJson, renderScalar } from './scalar.ts'

const NASTY = [
  '',
  ' ',
  ' a',
  'a ',
  '- a',
  '-',
  '?',
  ': a',
  'a: b',
  'a:',
  'a #b',
  '#a',
  '&a',
  '*a',
  '!a',
  '|',
  '>',
  '%a',
  '@a',
  '`a',
  '"a"',
  "'a'",
  "it's",
  'a, b',
  '[a]',
  '{a}',
  'a]b',
  '---',
  '...',
  '--- a',
  '\t',
  'a\tb',
  '\u0007',
  '\u2028',
  '\\',
  'null',
  '~',
  'true',
  'Yes',
  'off',
  'y',
  '1',
  '1.0',
  '0x1F',
  '0o7',
  '017',
  '1e3',
  '712e456',
  '1_0',
  '.inf',
  '.NaN',
  '12:30:45',
  '2024-01-31',
  '<<',
  '=',
  'plain',
  'a:b@c',
  '世界 🌍',
]

describe.each(['PLAIN', 'QUOTE_SINGLE', 'QUOTE_DOUBLE'] as const)('%s', style => {
  test.each(NASTY)('%j reads as itself, in YAML 1.1 and 1.2, in block and flow', value => {
    for (const version of ['1.1', '1.2'] as const) {
      expect(parse(`k: ${renderScalar(value, style, false)} # c\n`, { version })).toEqual({ k: value })
      expect(
        parse(`{k: ${renderScalar(value, style, true)}, l: [${renderScalar(value, style, true)}]}`, {
          version,
        }),
      ).toEqual({ k: value, l: [value] })
    }
  })
})

test.each(['0X1F', '0B11', '12e_3', '1_2.5'])('%s, which Go reads as a number, is quoted', value => {
  expect(renderScalar(value, 'PLAIN', false)).toBe(`"${value}"`)
})

test('the style stays where it can', () => {
  expect(renderScalar('a:b', 'PLAIN', true)).toBe('a:b')
  expect(renderScalar("it's", 'QUOTE_SINGLE', false)).toBe("'it''s'")
  expect(renderScalar('a', 'QUOTE_DOUBLE', false)).toBe('"a"')
})

test.each([
  ['5', '3', '5'],
  ['5', 'three', '"5"'],
  ['false', 'true', 'false'],
  ['no', 'yes', 'no'],
  ['2.5', '3', '2.5'],
  ['12:30', '3', '"12:30"'],
  ['null', '~', 'null'],
  // A number only where it is written as one: YAML would read these as another text than was asked for.
  ['712e456', '4', '"712e456"'],
  ['1e3', '4', '"1e3"'],
  ['0123', '4', '"0123"'],
  ['0x1f', '4', '"0x1f"'],
  ['1_000', '4', '"1_000"'],
  ['1.10', '1.9', '"1.10"'],
  ['1.10', '2', '"1.10"'],
  // Where the old one was written that way, the new one may be.
  ['0.90', '0.80', '0.90'],
  ['0600', '0644', '0600'],
])('%s in the place of %s is written %s', (value, like, expected) => {
  expect(renderScalar(value, 'PLAIN', false, like)).toBe(expected)
})

test.each([
  ['5', '3', '5'],
  ['false', 'true', 'false'],
  ['5', 'null', '"5"'],
  ['05', '3', '"05"'],
  ['five', '3', '"five"'],
  ['1e3', '3', '"1e3"'],
  ['1.10', '1.9', '"1.10"'],
  ['0.90', '0.80', '0.90'],
  ['"a"', '"b"', '"\\"a\\""'],
  ['5', undefined, '"5"'],
])('%s in the JSON place of %s is %s', (value, like, expected) => {
  expect(renderJson(value, like)).toBe(expected)
})
