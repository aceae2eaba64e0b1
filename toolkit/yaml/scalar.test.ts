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
])('%s in the place of %s is written %s', (value, like, expected) => {
  expect(renderScalar(value, 'PLAIN', false, like)).toBe(expected)
})

test.each([
  ['5', '3', '5'],
  ['false', 'true', 'false'],
  ['5', 'null', '"5"'],
  ['05', '3', '"05"'],
  ['five', '3', '"five"'],
  ['"a"', '"b"', '"\\"a\\""'],
  ['5', undefined, '"5"'],
])('%s in the JSON place of %s is %s', (value, like, expected) => {
  expect(renderJson(value, like)).toBe(expected)
})
