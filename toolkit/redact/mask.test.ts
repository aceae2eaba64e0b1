import { gzipSync } from 'node:zlib'
import { describe, expect, test } from '@jest/globals'
import { createMask } from './mask.ts'

const base64 = (text: string) => Buffer.from(text).toString('base64')

const deep = (text: string) => [1, 2, 3, 4].reduce(inner => JSON.stringify(inner), text)

describe('what a mask hides', () => {
  test.each<[string, string, string, string]>([
    ['the text', 'hunter2!', 'hunter2!', '***'],
    ['a part of the text', 'hunter2!', 'a hunter2!b', 'a ***b'],
    ['every place', 'hunter2', 'hunter2 hunter2hunter2', '*** ***'],
    ['without the whitespace around it', '  hunter2\n', 'a hunter2 b', 'a *** b'],
    ['each line', 'first-line\nsecond-line\n', 'x second-line first-line', 'x *** ***'],
    ['all lines', 'first-line\nsecond-line', 'x first-line\nsecond-line y', 'x *** y'],
    ['all lines, in JSON', 'first-line\nsecond-line', '"first-line\\nsecond-line"', '"***"'],
    [
      'not what frames a key',
      '-----BEGIN KEY-----\nabcdefg\n-----END KEY-----',
      '-----BEGIN KEY-----\nabc',
      '-----BEGIN KEY-----\nabc',
    ],
    ['in JSON', 'a"b\\c\nd', '"a\\"b\\\\c\\nd"', '"***"'],
    ['in JSON in JSON', 'pass"word', JSON.stringify(JSON.stringify('pass"word')), '"\\"***\\""'],
    ['in JSON, four deep', 'pass"wo\\rd', deep('pass"wo\\rd'), deep('***')],
    ['in JSON as Go writes it', 'a<b>&c', 'x a\\u003cb\\u003e\\u0026c', 'x ***'],
    ['in JSON as ASCII', 'pässwörd', 'p\\u00e4ssw\\u00f6rd', '***'],
    ['in a URL', 'a/b c+d', 'https://u:a%2Fb%20c%2Bd@h', 'https://u:***@h'],
    ['in a URL, in lower case', 'a/b/c+d', 'u=a%2fb%2fc%2bd', 'u=***'],
    [
      'in a URL, as Go writes a password',
      '^(a.*)[b]+$?',
      'http://u:%5E%28a.%2A%29%5Bb%5D+$%3F@h',
      'http://u:***@h',
    ],
    ['in a URL, not ASCII', 'pässwörd✓', '%ff u=x%20p%C3%A4sswörd%E2%9c%93%20', '%ff u=x%20***%20'],
    ['not what reports are made of', 'details', '<details>', '<details>'],
    ['in a form, every mark', 'a~b!c', 'u=a%7Eb%21c', 'u=***'],
    ['in HCL', 'a"${b}%{c}', 'x["a\\"$${b}%%{c}"]', 'x["***"]'],
    ['in a form', 'a b c+d', 'u=a+b+c%2Bd', 'u=***'],
    ['in hexadecimal', 'hunter2', 'x:68756e74657232', 'x:***'],
    ['in upper hexadecimal', 'jklmnop', '6A6B6C6D6E6F70', '***'],
    ['in base64', 'hunter2!', `is ${base64('hunter2!')}.`, 'is ***.'],
    ['in longer base64', 'hunter2!', `is ${base64('x=hunter2!, y=1')}.`, 'is ***.'],
    ['in longer base64, one further', 'hunter2!', `is ${base64('xx=hunter2!, y=1')}.`, 'is ***.'],
    ['in longer base64, two further', 'hunter2!', `is ${base64('xxx=hunter2!, y=1')}.`, 'is ***.'],
    ['in base64 for URLs', 'n~??>>~~', `is ${Buffer.from('n~??>>~~').toString('base64url')}.`, 'is ***.'],
    [
      'in base64 twice',
      'hunter2!',
      `is ${base64(`some words around ${base64('the hunter2! of old')}`)}.`,
      'is ***.',
    ],
    [
      'in wrapped base64',
      'hunter2!!!',
      `a: ${base64(`${'x'.repeat(50)}hunter2!!! and more`).replace(/.{40}/g, '$&\n')}.`,
      'a: ***.',
    ],
    [
      'in compressed base64',
      'hunter2!',
      `is ${gzipSync('some words around hunter2!').toString('base64')}.`,
      'is ***.',
    ],
    ['digits', '123456', 'x123456y', 'x***y'],
    ['short, as a word', 'pin1', 'a pin1.b spin1 pin12', 'a ***.b spin1 pin12'],
    ['short, behind an escape', 'abc', '"a\\nabc"', '"a\\n***"'],
    ['few digits, as a word', '12345', 'port 12345, x12345', 'port ***, x12345'],
    ['short, encoded, alone', 'pin1', '"cGluMQ=="', '"***"'],
    ['two characters, alone', 'ab', '"ab"', '"***"'],
    ['two characters, not within', 'ab', '"ab c"', '"ab c"'],
    ['not one character', 'a', 'a', 'a'],
    ['not what everything says', 'true', '"true" true', '"true" true'],
    ['nothing for an empty secret', '', 'x', 'x'],
    ['characters that mean something to patterns', '$&(.*)[', 'a $&(.*)[ b', 'a *** b'],
  ])('%s', (_, secret, text, shown) => {
    expect(createMask([secret])(text)).toBe(shown)
  })

  test('secrets that overlap leave nothing between them', () => {
    expect(createMask(['abcdefgh', 'efghijkl'])('xabcdefghijklx')).toBe('x***x')
    expect(createMask(['abcde', 'abcdefghij'])('abcdefghij')).toBe('***')
  })

  test('compressed base64 that inflates to more than anyone can read is hidden unseen', () => {
    const bomb = gzipSync(Buffer.alloc(1 << 25)).toString('base64')
    expect(createMask(['hunter2!'])(`a ${bomb} b`)).toBe('a *** b')
  })

  test('other base64, hashes and ids stay', () => {
    const text = `${base64('nothing to see here, nothing at all')} ${'0123456789abcdef'.repeat(4)} arn:aws:iam::1:role/some_long_role_name_for_a_test`
    expect(createMask(['hunter2!'])(text)).toBe(text)
  })
})
