import { expect, test } from '@jest/globals'
import { formatCommit, identity, isoDate, isSigned, parseCommit, sign } from './commit-object.ts'

const commit = {
  tree: 'a'.repeat(40),
  parents: ['b'.repeat(40), 'c'.repeat(40)],
  author: identity('Ada Lovelace', 'ada@example.com', '2026-01-02T03:04:05+02:00'),
  committer: identity('GitHub', 'noreply@github.com', '2026-01-02T03:04:05Z'),
  message: 'Subject\n\nBody with\n blank starts\n',
}

test('what is written is read back, signature and time zone included', () => {
  const signed = sign(commit, 'key')
  expect(parseCommit(formatCommit(commit))).toEqual(commit)
  expect(parseCommit(formatCommit(signed))).toEqual(signed)
  expect(formatCommit(commit)).toContain('author Ada Lovelace <ada@example.com> 1767315845 +0200\n')
  expect(isoDate(commit.author)).toBe('2026-01-02T01:04:05Z')
})

test('a signature holds for this commit and this server only', () => {
  const signed = sign(commit, 'key')
  expect(isSigned(signed, 'key')).toBe(true)
  expect(isSigned(signed, 'other')).toBe(false)
  expect(isSigned({ ...signed, message: 'Changed' }, 'key')).toBe(false)
  expect(isSigned(commit, 'key')).toBe(false)
})
