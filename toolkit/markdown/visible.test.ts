import { expect, test } from '@jest/globals'
import { html, htmlCode, link, quietHtml, quietLine } from './html.ts'
import { visible, visibleAscii, visibleLine } from './visible.ts'

test.each([
  ['plain text, é and 日本', 'plain text, é and 日本'],
  ['\u202eabc\u2069', '\\u{202e}abc\\u{2069}'],
  ['a\u200bb\ufeff', 'a\\u{200b}b\\u{feff}'],
  ['\u001b[31m', '\\u{1b}[31m'],
  ['a\u00a0b\u3000', 'a\\u{a0}b\\u{3000}'],
  ['\u{e0041}\u3164', '\\u{e0041}\\u{3164}'],
  ['lone \ud800', 'lone \\u{d800}'],
  ['\ue000slot\ue001', '\\u{e000}slot\\u{e001}'],
  ['<!-- x -->', '\\u{3c}!-- x -->'],
  ['a\n  ::error::b', 'a\n  \\u{3a}:error::b'],
  ['a ##[error]b', 'a \\u{23}#[error]b'],
  ['a\tb\nc', 'a\tb\nc'],
])('%j is shown as %j', (text, shown) => {
  expect(visible(text)).toBe(shown)
  expect(visible(shown)).toBe(shown)
})

test('one line, and only ASCII', () => {
  expect(visibleLine('a\n\tb')).toBe('a\\n\\tb')
  expect(visibleAscii('é\n')).toBe('\\u{e9}\\n')
})

test('HTML', () => {
  expect(html('<a href="x">&amp;\n</a>')).toBe('&lt;a href="x"&gt;&amp;amp;\\n&lt;/a&gt;')
  expect(link('https://x/?a="b"&c', 'd')).toBe('<a href="https://x/?a=&quot;b&quot;&amp;c">d</a>')
  expect(htmlCode('`')).toBe('<code>`</code>')
})

test('nobody is notified', () => {
  expect(quietHtml('@me #1 https://x')).toBe('@<span></span>me #<span></span>1 https:<span></span>//x')
  expect(quietLine('*@me*')).toBe('\\*@<span></span>me\\*')
})
