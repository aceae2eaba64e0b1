import { describe, expect, test } from '@jest/globals'
import { parseCommand } from './commands.ts'
import { parseKeyValues, readFileCommands } from './file-commands.ts'
import { createMasks } from './masks.ts'
import { createStepOutput } from './output.ts'

const known = (name: string) => ['error', 'add-mask', 'group'].includes(name.toLowerCase())

describe('workflow commands', () => {
  test.each([
    ['::error file=a%2Cb.ts,line=3::one%0Atwo', 'error', { file: 'a,b.ts', line: '3' }, 'one\ntwo'],
    ['  ::ERROR::x', 'error', {}, 'x'],
    ['::group::a::b', 'group', {}, 'a::b'],
    ['text ##[error file=a%3Bb]x%5D', 'error', { file: 'a;b' }, 'x]'],
    ['::error::100%2525', 'error', {}, '100%25'],
  ])('%s', (line, name, properties, data) => {
    expect(parseCommand(line, known)).toEqual({ name, properties, data })
  })

  test.each(['text ::error::x', '::unknown::x', '::error', '##[unknown]x', ':error::'])(
    '%s is text',
    line => {
      expect(parseCommand(line, known)).toBeUndefined()
    },
  )
})

describe('what a step prints', () => {
  function play(...lines: string[]) {
    const shown: string[] = []
    const output = createStepOutput(createMasks(), line => shown.push(line))
    for (const line of lines) output.line(line)
    return { shown, output }
  }

  test('masks hold from the line on', () => {
    const { shown } = play('say hush', '::add-mask::hush', 'say hush', '::error::hush!')
    expect(shown).toEqual(['say hush', 'say ***', '##[error]***!'])
  })

  test('stop-commands stops all but its token', () => {
    const { shown, output } = play('::stop-commands::t0ken', '::error::no', '::T0KEN::', '::error::yes')
    expect(output.annotations.map(({ message }) => message)).toEqual(['yes'])
    expect(shown).toEqual(['::stop-commands::t0ken', '::error::no', '::T0KEN::', '##[error]yes'])
  })

  test('an annotation has its place', () => {
    const { output } = play('::warning file=a.ts,line=2,endLine=3,col=4,title=T::m')
    expect(output.annotations).toEqual([
      { level: 'warning', message: 'm', file: 'a.ts', line: 2, endLine: 3, column: 4, title: 'T' },
    ])
  })

  test.each(['::set-env name=A::b', '::add-path::/x', '::add-matcher::m.json', '::set-output::x'])(
    '%s fails the step',
    line => {
      expect(play(line).output.failed).toBe(true)
    },
  )
})

describe('command files', () => {
  test.each([
    ['a=1\nb=x=y\n', { a: '1', b: 'x=y' }],
    ['a<<EOF\n1\n\n2=3\nEOF\nb=4', { a: '1\n\n2=3', b: '4' }],
    ['a<<EOF\nEOF\n', { a: '' }],
    ['a=x<<y', { a: 'x<<y' }],
    ['a=1\na=2', { a: '2' }],
  ])('%j', (text, values) => {
    expect(parseKeyValues(text)).toEqual(values)
  })

  test.each([
    ['nonsense', 'Invalid format'],
    ['=x', 'Name must not be empty'],
    ['a<<EOF\nx', "delimiter not found 'EOF'"],
    ['a<<\nx', 'Delimiter must not be empty'],
  ])('%j is refused', (text, message) => {
    expect(() => parseKeyValues(text)).toThrow(message)
  })

  test('NODE_OPTIONS cannot be set, and a summary past 1 MiB is dropped', () => {
    const read = readFileCommands({
      GITHUB_ENV: 'NODE_OPTIONS=-r x',
      GITHUB_STEP_SUMMARY: 'x'.repeat(2 ** 20 + 1),
    })
    expect(read).toMatchObject({ env: {}, summary: '' })
    expect([read.errors, read.complaints]).toEqual([
      [expect.stringContaining('NODE_OPTIONS')],
      [expect.stringContaining('got 1024k')],
    ])
  })
})
