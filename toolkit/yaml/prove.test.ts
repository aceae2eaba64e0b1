import { describe, expect, test } from '@jest/globals'
import { isScalar } from 'yaml'
import { applySplices, type Edit, spliceOf } from './edit.ts'
import { parseYaml } from './parse.ts'
import { parsePath } from './path.ts'
import { createReader } from './places.ts'
import { isProven } from './prove.ts'
import { resolvePath } from './resolve.ts'

function edited(text: string, path: string, value: string) {
  const file = parseYaml(text)
  const { place } = resolvePath([createReader(file)], parsePath(path))
  if (!isScalar(place.node)) throw new Error(`${path} is no scalar`)
  const replace: Edit = { kind: 'replace', place, scalar: place.node, value }
  const add: Edit = { kind: 'add', after: place, fields: [['added', value]] }
  const apply = (edit: Edit) => applySplices(text, [spliceOf(file, edit)])
  return { file, replace, add, replaced: apply(replace), added: apply(add) }
}

const TEXT = 'a: &x one # kept\nb:\n- {c: "two", d: *x}\n- |\n  block\n'

describe('an intended change is proven', () => {
  test.each([
    ['a', 'three'],
    ['a', '5'],
    ['a', 'x: y'],
    ['b[0].c', 'th"ree'],
  ])('%s = %s', (path, value) => {
    const { file, replace, add, replaced, added } = edited(TEXT, path, value)
    expect(isProven(file, replaced, [replace])).toBe(true)
    expect(isProven(file, added, [add])).toBe(true)
    expect(isProven(file, added, [replace])).toBe(false)
    expect(isProven(file, replaced, [add])).toBe(false)
    expect(isProven(file, TEXT, [replace])).toBe(false)
  })
})

describe('any other change is not', () => {
  const { file, replace, replaced, add, added } = edited(TEXT, 'a', 'three')
  test.each<[string, (text: string) => string]>([
    ['another value', text => text.replace('three', 'four')],
    ['another scalar', text => text.replace('two', 'too')],
    ['another anchor', text => text.replace('&x', '&y')],
    ['another alias', text => text.replace('*x', '*y')],
    ['the block', text => text.replace('block', 'blocks')],
    ['a key', text => text.replace('c:', 'e:')],
    ['something more', text => `${text}e: f\n`],
    ['something less', text => text.replace(/- \|[\s\S]*/, '')],
    ['another document', text => `${text}---\n`],
  ])('%s', (_name, change) => {
    expect(isProven(file, change(replaced), [replace])).toBe(false)
    expect(isProven(file, change(added), [add])).toBe(false)
  })

  test('a comment, a space or a line end, where only scalars are replaced', () => {
    for (const change of [
      (t: string) => t.replace('kept', 'lost'),
      (t: string) => t.replace(' #', '  #'),
      (t: string) => t.replace('\n', '\r\n'),
      (t: string) => t.trimEnd(),
    ])
      expect(isProven(file, change(replaced), [replace])).toBe(false)
  })
})

test('an alias without an anchor is no YAML', () => {
  expect(() => createReader(parseYaml('a: 1\nb: *x\n'))).toThrow('line 2: *x has no anchor before it')
})
