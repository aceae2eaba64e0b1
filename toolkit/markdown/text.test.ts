import { expect, test } from '@jest/globals'
import { marked } from 'marked'
import { codeCell, codeSpan, fence, plain } from './text.ts'

const shown = (markdown: string) =>
  (marked.parse(markdown, { async: false }) as string)
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&')

const nasty = [
  'a|b',
  '`',
  'x ``` y',
  '`start',
  'end`',
  '<script>',
  '**bold** [a](b)',
  '@someone',
  '\\',
  '# h',
]

test.each(nasty)('%j is shown as it is in a code span', text => {
  expect(shown(codeSpan(text))).toContain(`<code>${text}</code>`)
})

test.each(nasty)('%j ends no cell of a table', text => {
  const table = shown(`| a | b |\n| --- | --- |\n| ${codeCell(text)} | second |`)
  expect(table).toContain(`<td><code>${text}</code></td>\n<td>second</td>`)
})

test.each([...nasty, 'one\n```\ntwo', '````\n'])('%j ends no fenced block', text => {
  const after = shown(`${fence(text, 'text')}\n\nafter`)
  expect(after).toContain(`${text.replace(/\n$/, '')}\n</code></pre>\n<p>after</p>`)
})

test.each(['**b** _i_ [a](b) `c` <b> # |', 'two\nlines'])('%j is plain text', text => {
  expect(shown(plain(text))).toBe(`<p>${text.replace('\n', ' ')}</p>\n`)
})
