import { closeSync, mkdtempSync, openSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from '@jest/globals'
import { scanJson } from './scan.ts'
import type { Looks } from './tokens.ts'

const folder = mkdtempSync(join(tmpdir(), 'plan-scan-'))
afterAll(() => rmSync(folder, { recursive: true }))

interface Taken {
  readonly path: string
  readonly text: string
  readonly looks: Pick<Looks, 'spaced' | 'longNumbers'>
}

function scan(json: string | Buffer): { taken: Taken[]; pieces: string } {
  const path = join(folder, 'x.json')
  writeFileSync(path, json)
  const taken: Taken[] = []
  let pieces = ''
  const file = openSync(path, 'r')
  try {
    scanJson(file, {
      step: steps => (steps.length < 2 ? 'enter' : steps[0] === 'skip' ? 'skip' : 'take'),
      take: (steps, bytes, { spaced, longNumbers }) =>
        taken.push({ path: steps.join('.'), text: bytes.toString(), looks: { spaced, longNumbers } }),
      pieces: new Set(['pieces']),
      piece: (_, bytes) => {
        pieces += bytes.toString('latin1')
      },
    })
  } finally {
    closeSync(file)
  }
  return { taken, pieces: Buffer.from(pieces, 'latin1').toString() }
}

const WINDOW = 1 << 18
const tricky = '{"é\\\\\\"":["\\u00e9\\"}",{"n":[1,-2.5e+10,true,null]},""],"b":{}}'

test('a value may lie across the end of what is read at once, at every byte', () => {
  const size = Buffer.byteLength(tricky)
  for (let before = 0; before <= size + 4; before += 1) {
    const head = '{"skip":{"a":["'
    const filler = 'x'.repeat(WINDOW - Buffer.byteLength(head) - '"]},"list":['.length - before)
    const json = `${head}${filler}"]},"list":[${tricky},1.5,"s"],"pieces":${tricky},"end":{"z":7}}`
    const { taken, pieces } = scan(json)
    expect(
      taken.filter(({ path }) => !path.startsWith('pieces')).map(({ path, text }) => [path, text]),
    ).toEqual([
      ['list.0', tricky],
      ['list.1', '1.5'],
      ['list.2', '"s"'],
      ['end.z', '7'],
    ])
    expect(pieces).toBe(tricky)
  }
})

test('a value may be longer than what is read at once', () => {
  const long = JSON.stringify({ a: 'é"\\'.repeat(WINDOW) })
  expect(scan(`{"x":[${long}]}`).taken.map(({ text }) => text === long)).toEqual([true])
})

test.each([
  ['{"x":[{"a":1}]}', { spaced: false, longNumbers: false }],
  ['{"x":[{"a": 1}]}', { spaced: true, longNumbers: false }],
  ['{"x":[{"a":"b c"}]}', { spaced: false, longNumbers: false }],
  ['{"x":[{"a":123456789012345678}]}', { spaced: false, longNumbers: true }],
  ['{"x":[{"a":0.12345678901234567}]}', { spaced: false, longNumbers: true }],
  ['{"x":[{"a":"123456789012345678"}]}', { spaced: false, longNumbers: false }],
])('%s', (json, looks) => {
  expect(scan(json).taken[0]?.looks).toEqual(looks)
})
