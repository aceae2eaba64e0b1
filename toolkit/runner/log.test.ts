import { expect, test } from '@jest/globals'
import { withoutCommands } from './log.ts'

// The runner trims a line and obeys it where it starts with '::', and obeys '##[' anywhere.
const obeyed = (line: string) => line.trim().startsWith('::') || line.includes('##[')

test.each([
  ['::add-mask::x'],
  ['  ::set-env name=PATH::/tmp'],
  ['one\n::error::two'],
  ['one\r\n\t::stop-commands::x'],
  ['text ##[set-env name=x]y'],
  [':::error::x'],
])('%j cannot act as a workflow command', text => {
  expect(withoutCommands(text).split('\n').some(obeyed)).toBe(false)
})

test('other text stays as it is', () => {
  const text = 'std::vector a::b\n: one\n#1 [internal] load'
  expect(withoutCommands(text)).toBe(text)
})
