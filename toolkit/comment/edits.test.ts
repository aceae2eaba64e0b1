import { expect, test } from '@jest/globals'
import { judge } from './edits.ts'

const bot = { __typename: 'Bot', login: 'github-actions' }
const person = { __typename: 'User', login: 'github-actions' }
const edits = (...editors: (typeof bot | null)[]) => ({
  nodes: editors.map(editor => ({ editor })),
  pageInfo: { hasNextPage: false, endCursor: null },
})
const history = {
  viewerDidAuthor: true,
  lastEditedAt: null,
  author: bot,
  editor: null,
  userContentEdits: edits(),
}
const edited = { ...history, lastEditedAt: '2026-01-01T00:00:00Z', editor: bot }

test.each([
  ['never edited', history, false],
  ['never edited, and no list of edits', { ...history, userContentEdits: null }, false],
  ['edited by its author', { ...edited, userContentEdits: edits(bot, bot) }, false],
  [
    'edited by a person of the same name',
    { ...edited, editor: person, userContentEdits: edits(person, bot) },
    true,
  ],
  ['edited by a person, then by its author', { ...edited, userContentEdits: edits(bot, person, bot) }, true],
  ['edited by an account that is gone', { ...edited, userContentEdits: edits(bot, null) }, true],
  ['edited, and no list of edits', { ...edited, userContentEdits: null }, undefined],
  ['written by somebody else', { ...history, viewerDidAuthor: false }, true],
  ['written by an account that is gone', { ...history, author: null }, true],
])('%s', (_, given, expected) => {
  expect(judge(given)).toBe(expected)
})
