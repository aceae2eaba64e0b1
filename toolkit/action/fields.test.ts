import { describe, expect, test } from '@jest/globals'
import { bool, choice, defineInputs, integer, lines, pairs, readInputs, secret, text } from './fields.ts'

const fields = defineInputs({
  name: text({ description: 'a name', required: true }),
  push: bool({ description: 'push', default: true }),
  mode: choice({ description: 'mode', words: ['commit', 'write'], default: 'commit' }),
  attempts: integer({ description: 'tries', min: 1, max: 9, default: '5' }),
  files: lines({ description: 'globs' }),
  labels: pairs({ description: 'labels' }),
  token: secret({ description: 'a token' }),
})
const read = (given: Record<string, string>) => readInputs(fields, name => given[name] ?? '')

test('values take their types, and defaults stand where nothing was given', () => {
  expect(read({ name: ' a ', files: ' x \n\n y\r\n', labels: 'k=v=w' })).toEqual({
    name: 'a',
    push: true,
    mode: 'commit',
    attempts: 5,
    files: ['x', 'y'],
    labels: { k: 'v=w' },
    token: undefined,
  })
})

describe('a bad value names the input, the value and the remedy', () => {
  test.each([
    [{}, "input 'name' is required and was not given. It takes: a name"],
    [{ name: 'a', push: 'yes' }, "input 'push' is 'yes': write true or false"],
    [{ name: 'a', mode: 'x' }, "input 'mode' is 'x': write one of commit, write"],
    [{ name: 'a', attempts: '10' }, "input 'attempts' is '10': write a whole number from 1 to 9"],
    [
      { name: 'a', labels: 'x=1\nk' },
      "input 'labels' is 'x=1\nk': the line 'k': write key=value, one a line",
    ],
    [{ name: 'a', labels: 'k' }, "input 'labels' is 'k': write key=value, one a line"],
  ])('%j', (given, message) => {
    expect(() => read(given)).toThrow(message)
  })
})
