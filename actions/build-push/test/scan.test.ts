import { describe, expect, test } from '@jest/globals'
import {
  addFindings,
  awaitScan,
  findingsText,
  isOver,
  readPages,
  type ScanState,
  scanState,
} from '../src/ecr/scan.ts'

const answer = (status: string, imageScanFindings: object = {}) =>
  scanState({ imageScanStatus: { status: status as 'COMPLETE' }, imageScanFindings })

describe('every status of ECR has a meaning', () => {
  test.each([
    ['IN_PROGRESS', 'waiting'],
    ['PENDING', 'waiting'],
    ['COMPLETE', 'done'],
    ['ACTIVE', 'done'],
    ['FAILED', 'impossible'],
    ['UNSUPPORTED_IMAGE', 'impossible'],
    ['SCAN_ELIGIBILITY_EXPIRED', 'impossible'],
    ['FINDINGS_UNAVAILABLE', 'impossible'],
    ['LIMIT_EXCEEDED', 'impossible'],
    ['IMAGE_ARCHIVED', 'impossible'],
  ])('%s: %s', (status, state) => {
    expect(answer(status).state).toBe(state)
  })
})

test('findings are counted, of basic and of enhanced scans', () => {
  expect(answer('COMPLETE', { findingSeverityCounts: { HIGH: 2, INFORMATIONAL: 7 } })).toEqual({
    state: 'done',
    findings: { high: 2 },
  })
  const enhancedFindings = [{ severity: 'CRITICAL' }, { severity: 'CRITICAL' }, { severity: 'UNTRIAGED' }, {}]
  expect(answer('ACTIVE', { enhancedFindings })).toEqual({ state: 'done', findings: { critical: 2 } })
})

test('findings are counted where ECR sums up none of them, and on every page', async () => {
  const imageScanStatus = { status: 'ACTIVE' } as const
  const page = (severity: string, nextToken?: string) => ({
    imageScanStatus,
    imageScanFindings: { findingSeverityCounts: {}, enhancedFindings: [{ severity }] },
    ...(nextToken !== undefined && { nextToken }),
  })
  const pages = new Map([
    [undefined, page('LOW', 'b')],
    ['b', page('HIGH', 'c')],
    ['c', page('CRITICAL')],
  ])
  const answer = await readPages(async token => pages.get(token) ?? { imageScanStatus })
  expect(scanState(answer)).toEqual({ state: 'done', findings: { low: 1, high: 1, critical: 1 } })
})

test('one page is enough where ECR sums up', async () => {
  const asked: (string | undefined)[] = []
  await readPages(async token => {
    asked.push(token)
    return { imageScanFindings: { findingSeverityCounts: { HIGH: 300 } }, nextToken: 'more' }
  })
  expect(asked).toEqual([undefined])
})

test('findings of several images are summed up, compared and told', () => {
  const findings = addFindings([{ high: 1, low: 2 }, { high: 1 }])
  expect(findings).toEqual({ high: 2, low: 2 })
  expect(findingsText(findings)).toBe('2 high, 2 low')
  expect(findingsText({})).toBe('nothing found')
  expect((['low', 'medium', 'high', 'critical'] as const).map(limit => isOver(findings, limit))).toEqual([
    true,
    true,
    true,
    false,
  ])
})

describe('waiting', () => {
  const image = { ref: 'r/api:1', path: 'api', digest: 'sha256:1' }
  const patience = { total: 30, step: 1 }
  const wait = (states: ScanState[]) =>
    awaitScan(
      async () => states.shift() ?? { state: 'waiting', why: 'PENDING' },
      image,
      new AbortController().signal,
      patience,
    )

  test('ends with the scan', async () => {
    const waiting: ScanState = { state: 'waiting', why: 'PENDING' }
    expect(await wait([waiting, waiting, { state: 'done', findings: { low: 1 } }])).toEqual({ low: 1 })
  })

  test('ends where there can be no result', async () => {
    await expect(wait([{ state: 'impossible', why: 'UNSUPPORTED_IMAGE' }])).rejects.toThrow(
      'r/api:1 was pushed, but ECR cannot scan it (UNSUPPORTED_IMAGE)',
    )
  })

  test('ends after its time', async () => {
    await expect(wait([])).rejects.toThrow('ECR had no scan result after')
  })
})
