import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from '@jest/globals'
import { readContext } from './context.ts'

const folder = mkdtempSync(join(tmpdir(), 'context-'))
afterAll(() => rmSync(folder, { recursive: true }))

const withEvent = (event: unknown) => {
  const path = join(folder, 'event.json')
  writeFileSync(path, typeof event === 'string' ? event : JSON.stringify(event))
  return { GITHUB_EVENT_PATH: path, GITHUB_SHA: 'merge', GITHUB_REF: 'refs/pull/7/merge' }
}

test('on a push the head is what was pushed', () => {
  const context = readContext({
    GITHUB_SHA: 'abc',
    GITHUB_REF: 'refs/heads/feature/x',
    GITHUB_RUN_NUMBER: '4',
  })
  expect(context).toMatchObject({ headSha: 'abc', headRef: 'feature/x', runNumber: 4, event: {} })
})

test('on a pull request the head is its own commit, not the merge commit', () => {
  const pull_request = { number: 7, head: { sha: 'head', ref: 'topic' }, base: { sha: 'base', ref: 'main' } }
  const context = readContext(withEvent({ pull_request }))
  expect(context).toMatchObject({ sha: 'merge', headSha: 'head', headRef: 'topic' })
})

test('on pull_request_target the commit is that of the base branch, which runs', () => {
  const pull_request = { number: 7, head: { sha: 'head', ref: 'topic' }, base: { sha: 'base', ref: 'main' } }
  const env = { GITHUB_EVENT_NAME: 'pull_request_target', GITHUB_SHA: 'base', GITHUB_REF: 'refs/heads/main' }
  expect(readContext({ ...withEvent({ pull_request }), ...env })).toMatchObject({
    headSha: 'base',
    headRef: 'main',
  })
})

test('an event that says nothing, and variables that are empty', () => {
  expect(readContext(withEvent(null))).toMatchObject({ event: {}, headSha: 'merge' })
  expect(readContext(withEvent({ pull_request: {} }))).toMatchObject({ headSha: 'merge' })
  const env = { GITHUB_RUN_NUMBER: '', GITHUB_SERVER_URL: '', GITHUB_WORKSPACE: '' }
  expect(readContext(env)).toMatchObject({
    runNumber: 0,
    runAttempt: 1,
    serverUrl: 'https://github.com',
    workspace: process.cwd(),
  })
  expect(readContext({ GITHUB_RUN_NUMBER: 'x' }).runNumber).toBe(0)
})

test('a broken event file is told by name', () => {
  expect(() => readContext(withEvent('{'))).toThrow(/GITHUB_EVENT_PATH names '.*event\.json'/)
})
