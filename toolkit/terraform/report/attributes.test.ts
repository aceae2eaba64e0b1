import { describe, expect, test } from '@jest/globals'
import { attributeDiff } from './attributes.ts'
import { attributes, SENSITIVE, UNKNOWN } from './test/plans.ts'

const told = (changes: Record<string, unknown>, anew = false, forcing: string[] = []) =>
  attributeDiff(attributes(changes, 'update', forcing), { anew, limit: 10_000 }).lines

test.each<[string, Record<string, unknown>, string[]]>([
  ['a change', { a: ['x', 'y'] }, ['! a = "x" -> "y"']],
  ['aligned', { a: [1, 2], long: [true, false] }, ['! a    = 1 -> 2', '! long = true -> false']],
  ['added', { 'tags.Owner': [null, 'me'] }, ['+ tags.Owner = "me"']],
  ['removed', { 'tags["a b"]': ['me', null] }, ['- tags["a b"] = "me"']],
  ['unknown', { arn: ['x', UNKNOWN] }, ['! arn = "x" -> (known after apply)']],
  ['becomes sensitive', { a: ['x', SENSITIVE] }, ['! a = "x" -> (sensitive)']],
  ['hidden', { password: [SENSITIVE, SENSITIVE] }, ['! password = (sensitive: changed, hidden)']],
  [
    'hidden within',
    { url: ['x (sensitive)', 'x (sensitive)'] },
    ['! url = "x (sensitive)" (changed where it is hidden)'],
  ],
  ['direction', { a: ['x', '\u202ex'] }, ['! a = "x" -> "\\u{202e}x"']],
  ['no-break space', { a: ['a b', 'a\u00a0b'] }, ['! a = "a b" -> "a\\u{a0}b"']],
  ['composed', { a: ['\u00e9', 'e\u0301'] }, ['! a = "\\u{e9}" -> "e\\u{301}"']],
  ['ANSI', { a: [null, '\u009b31m'] }, ['+ a = "\\u{9b}31m"']],
])('%s', (_, changes, lines) => {
  expect(told(changes)).toEqual(lines)
})

test('what forces the replacement comes first, and what is known later stands on one line', () => {
  const changes = {
    ami: ['a', 'b'],
    arn: ['x', UNKNOWN],
    'disk[0].id': ['y', UNKNOWN],
    'disk[1].id': ['y', UNKNOWN],
    zone: ['a', 'b'],
  }
  expect(told(changes, true, ['zone'])).toEqual([
    '! zone = "a" -> "b"  # forces replacement',
    '! ami  = "a" -> "b"',
    '~ (known after apply) arn, disk',
  ])
})

test('a value that is known later and forces the replacement keeps its line', () => {
  expect(told({ subnet: ['a', UNKNOWN] }, true, ['subnet'])).toEqual([
    '! subnet = "a" -> (known after apply)  # forces replacement',
  ])
})

test('texts of many lines are told line by line', () => {
  const lines = Array.from({ length: 12 }, (_, n) => `line ${n}`)
  expect(told({ script: [lines.join('\n'), lines.with(5, 'changed').join('\n')] })).toEqual([
    '! script = (12 lines)',
    '      … 3 unchanged lines',
    '      line 3',
    '      line 4',
    '-     line 5',
    '+     changed',
    '      line 6',
    '      line 7',
    '      … 4 unchanged lines',
  ])
})

test('a document that only one side has loses its middle', () => {
  const lines = told({ script: [null, Array.from({ length: 99 }, (_, n) => `line ${n}`).join('\n')] })
  expect(lines).toHaveLength(26)
  expect(lines).toContain('+     … 75 more lines')
})

test('what goes past the limit is counted', () => {
  const many = attributes(Object.fromEntries(Array.from({ length: 100 }, (_, n) => [`a${n}`, [n, n + 1]])))
  const { lines, left } = attributeDiff(many, { anew: false, limit: 300 })
  expect(lines.length + left).toBe(100)
  expect(left).toBeGreaterThan(50)
})

const LONG = 'abcdefghij'.repeat(300)
const at = (text: string, index: number, other: string) =>
  text.slice(0, index) + other + text.slice(index + 1)

describe('a change always shows', () => {
  test.each<[string, string, string]>([
    ['in the middle of a long text', LONG, at(LONG, 1500, 'X')],
    ['at its start', LONG, at(LONG, 0, 'X')],
    ['at its end', LONG, at(LONG, 2999, 'X')],
    ['near its start', LONG, at(LONG, 31, 'X')],
    ['one character more', LONG, at(LONG, 1500, 'aX')],
    ['one repeated character more', 'x'.repeat(3000), 'x'.repeat(3001)],
    ['an empty text', '', LONG],
    ['two places', LONG, at(at(LONG, 10, 'X'), 2990, 'Y')],
    ['half an emoji', `${'🧨'.repeat(200)}`, `${'🧨'.repeat(100)}🧯${'🧨'.repeat(99)}`],
    ['a space at the end', 'a', 'a '],
    ['a space at the end of a line', 'a\nb', 'a \nb'],
    ['a tab for spaces', 'a\n\tb', 'a\n        b'],
    ['a line break at the end', 'a\nb', 'a\nb\n'],
    ['only line breaks', 'a\nb', 'a\r\nb'],
    ['a zero-width space', 'a\nb', 'a\n\u200bb'],
    ['a look-alike line', 'a\n\u00e9', 'a\ne\u0301'],
    ['a long line among others', `a\n${LONG}\nb`, `a\n${at(LONG, 1500, 'X')}\nb`],
    ['the layout of a document', '{"a": [1,   2]}', '{"a":[1,2]}'],
    ['digits that no number holds', '{"a":12345678901234567890}', '{"a":12345678901234567891}'],
    ['what looks like an escape', 'a\n\\u{200b}', 'a\n\u200b'],
    ['a document for a word', '{"a":{"b":[1,2,3],"c":"d"}}', 'none'],
  ])('%s', (_, before, after) => {
    const lines = told({ a: [before, after] })
    const seen = lines.map(sides)
    const one = seen.flatMap(([side]) => side ?? [])
    const other = seen.flatMap(([, side]) => side ?? [])
    expect(one).not.toEqual(other)
    for (const line of lines) expect(line.length).toBeLessThan(400)
    expect(lines.join('')).not.toMatch(/[\u200b\u00a0\r\t]/)
  })
})

/** What a line shows of each side. */
function sides(line: string): [string | undefined, string | undefined] {
  const text = line.slice(1)
  if (line.startsWith('-')) return [text.trimEnd(), undefined]
  if (line.startsWith('+')) return [undefined, text.trimEnd()]
  const [, one, other] = /= (.*) -> (.*)$/.exec(text) ?? []
  return [one, other]
}
