import { describe, expect, test } from '@jest/globals'
import { formatPath, parsePath } from './path.ts'

const key = (name: string) => ({ kind: 'key', key: name })
const index = (number: number) => ({ kind: 'index', index: number })

describe('parsePath', () => {
  test.each([
    ['a', undefined, [key('a')]],
    ['a.b-c.d_e/f', undefined, [key('a'), key('b-c'), key('d_e/f')]],
    ['a[0][-1].b', undefined, [key('a'), index(0), index(-1), key('b')]],
    ['[1].a', undefined, [index(1), key('a')]],
    ['a["b.c"].d', undefined, [key('a'), key('b.c'), key('d')]],
    ["['it''s']", undefined, [key("it's")]],
    ['a["say \\"x\\""]', undefined, [key('a'), key('say "x"')]],
    ['a[name=web]', undefined, [key('a'), { kind: 'where', fields: [[['name'], 'web']] }]],
    [
      'a[b.c = "x, y]", d=1].e',
      undefined,
      [
        key('a'),
        {
          kind: 'where',
          fields: [
            [['b', 'c'], 'x, y]'],
            [['d'], '1'],
          ],
        },
        key('e'),
      ],
    ],
    ['$.a', undefined, [key('a')]],
    ['$[1].a', index(1), [key('a')]],
    ['$[kind=Job][0]', { kind: 'where', fields: [[['kind'], 'Job']] }, [index(0)]],
    ['$x', undefined, [key('$x')]],
  ])('%s', (text, document, steps) => {
    expect(parsePath(text)).toEqual({ document, steps })
  })

  test.each([
    '',
    '.',
    'a.',
    'a..b',
    '.a',
    'a[',
    'a[]',
    'a[x',
    'a[x=',
    'a[0]b',
    'a b',
    '$',
    '$[0]',
    '$["a"].b',
    'a."b"',
  ])('%j is none', text => {
    expect(() => parsePath(text)).toThrow(/^the path/)
  })
})

test.each([
  [['a', 0, 'b'], 'a[0].b'],
  [['a.b', 'c d', '$e', '', 'it"s'], '["a.b"]["c d"].$e[""]["it\\"s"]'],
  [[0, '$x'], '[0].$x'],
  [['$', '$x'], '["$"].$x'],
])('%j is written %s and read again', (steps, text) => {
  expect(formatPath(steps)).toBe(text)
  expect(parsePath(text).steps).toEqual(
    steps.map(step => (typeof step === 'number' ? index(step) : key(step))),
  )
})
