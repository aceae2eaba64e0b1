import { expect, test } from '@jest/globals'
import { diagnosticOf, diagnosticsInText } from './diagnostics.ts'

const BOX = `Initializing the backend...
╷
│ Error: Unsupported block type
│ 
│   on sub/main.tf line 3, in resource "a" "b":
│    3: x {
│ 
│ Blocks of type "x" are not
│ expected here.
╵
╷
│ Warning: Deprecated
│ 
│   with a.b["k"],
│   on main.tf line 9:
│    9: old = 1
│ 
│ Use new.
╵
Done.`

const PLAIN = `\u001b[31mThere are some problems with the configuration, described below.\u001b[0m

Error: Invalid block

  on b.tf line 1:
   1: x

Say more.

Error: Invalid block

  on b.tf line 1:
   1: x

Say more.
`

test.each([
  [
    'the box of newer versions',
    BOX,
    [
      {
        severity: 'error',
        summary: 'Unsupported block type',
        detail: 'Blocks of type "x" are not\nexpected here.',
        file: 'sub/main.tf',
        line: 3,
        source: 'x {',
      },
      {
        severity: 'warning',
        summary: 'Deprecated',
        detail: 'Use new.',
        file: 'main.tf',
        line: 9,
        address: 'a.b["k"]',
        source: 'old = 1',
      },
    ],
  ],
  [
    'paragraphs in colour, the same error twice',
    PLAIN,
    [
      {
        severity: 'error',
        summary: 'Invalid block',
        detail: 'Say more.',
        file: 'b.tf',
        line: 1,
        source: 'x',
      },
    ],
  ],
  [
    'what only announces other errors',
    'Error: Terraform encountered problems during initialisation, including problems\nwith it.\n\nError: Bad\n',
    [{ severity: 'error', summary: 'Bad', detail: '' }],
  ],
  ['no diagnostics', 'Initializing...\nError handling is fine\n', []],
])('%s', (_, text, found) => {
  expect(diagnosticsInText(text)).toEqual(found)
})

test.each([
  [null, undefined],
  [{ severity: 'error' }, undefined],
  [{ summary: 'a' }, { severity: 'error', summary: 'a', detail: '' }],
  [
    {
      severity: 'warning',
      summary: 'a',
      detail: 'b',
      address: 'x.y',
      range: { filename: 'm.tf', start: { line: 2, column: 3 }, end: { line: 4, column: 1 } },
    },
    {
      severity: 'warning',
      summary: 'a',
      detail: 'b',
      address: 'x.y',
      file: 'm.tf',
      line: 2,
      endLine: 4,
      column: 3,
    },
  ],
  [
    { summary: 'a', range: { filename: '', start: { line: 1 } } },
    { severity: 'error', summary: 'a', detail: '' },
  ],
])('-json: %j', (json, diagnostic) => {
  expect(diagnosticOf(json)).toEqual(diagnostic)
})
