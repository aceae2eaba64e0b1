import { describe, expect, test } from '@jest/globals'
import { dotenv, parseVariables, quotedNames } from '../src/secrets/env-file.ts'

const entries = (text: string) => [...parseVariables(text)]

describe('reading', () => {
  test.each<[string, [string, string][]]>([
    [
      'A=1\nB=two words',
      [
        ['A', '1'],
        ['B', 'two words'],
      ],
    ],
    ['# a comment\n\nexport A=1', [['A', '1']]],
    ['A=', [['A', '']]],
    ['A=x=y', [['A', 'x=y']]],
    ['A=pa$$w0rd#1 # not a comment', [['A', 'pa$$w0rd#1 # not a comment']]],
    [
      'A="kept"\r\nB=1',
      [
        ['A', '"kept"'],
        ['B', '1'],
      ],
    ],
    [
      '{"A": "two\\nlines", "N": 5, "T": true}',
      [
        ['A', 'two\nlines'],
        ['N', '5'],
        ['T', 'true'],
      ],
    ],
  ])('%j', (text, expected) => {
    expect(entries(text)).toEqual(expected)
  })

  test.each([
    ['A=1\n-----END KEY-----', /^line 2 is not NAME=value/],
    ['1A=1', /^line 1 is not NAME=value/],
    ['{"A": {"B": 1}}', /^the value of 'A' is neither/],
    ['{"my-var": "hush"}', /^'my-var' is no name/],
    ['{"A": "hush', /^it begins with \{ but is no JSON object$/],
    ['{"A": "a\\u0000b"}', /^the value of 'A' holds a NUL/],
    ['{"A": "\\ud800"}', /^the value of 'A' is no valid Unicode/],
  ])('%j is refused without repeating a value', (text, message) => {
    const thrown = (() => {
      try {
        parseVariables(text)
      } catch (error) {
        return (error as Error).message
      }
    })()
    expect(thrown).toMatch(message)
    expect(thrown).not.toMatch(/hush|END KEY/)
  })

  test('quotes around a whole value are noticed', () => {
    expect(quotedNames(parseVariables(`A="x"\nB='y'\nC="z\nD=it's`))).toEqual(['A', 'B'])
  })
})

test.each([
  ['plain', "V='plain'"],
  ['', "V=''"],
  ["it's", "V='it\\'s'"],
  ['$HOME ${X} #1 "q"', `V='$HOME \${X} #1 "q"'`],
  ['two\nlines', "V='two\nlines'"],
  ['back\\slash \\n', "V='back\\slash \\n'"],
  ['ends in \\', 'V="ends in \\\\"'],
  ["\\' $x", 'V="\\\\\' \\$x"'],
  ['a\r\nb', 'V="a\\r\nb"'],
])('%j is written as %j', (value, line) => {
  expect(dotenv(new Map([['V', value]]))).toBe(`${line}\n`)
})
