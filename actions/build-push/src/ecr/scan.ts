import { setTimeout as sleep } from 'node:timers/promises'
import type { DescribeImageScanFindingsCommandOutput } from '@aws-sdk/client-ecr'
import { UserError } from '../../../../toolkit/action/errors.ts'
import type { Target } from '../target.ts'
import { type AwsWorld, clientSettings, explainAws } from './aws.ts'

/** From mild to bad. */
const SEVERITIES = ['low', 'medium', 'high', 'critical'] as const
export type Severity = (typeof SEVERITIES)[number]

/** How many findings of each severity a scan made; others than ours (informational, undefined) are left out. */
export type Findings = Readonly<Partial<Record<Severity, number>>>

/** Where a scan stands. */
export type ScanState =
  | { readonly state: 'waiting'; readonly why: string }
  | { readonly state: 'done'; readonly findings: Findings }
  | { readonly state: 'impossible'; readonly why: string }

type ScanAnswer = Pick<DescribeImageScanFindingsCommandOutput, 'imageScanStatus' | 'imageScanFindings'>

const WAITING = ['IN_PROGRESS', 'PENDING']
// Enhanced scanning never completes: it goes on for as long as it watches the image.
const DONE = ['COMPLETE', 'ACTIVE']

/** Reads one answer of DescribeImageScanFindings. */
export function scanState({ imageScanStatus, imageScanFindings }: ScanAnswer): ScanState {
  const status: string = imageScanStatus?.status ?? 'no status'
  const why = [status, imageScanStatus?.description].filter(Boolean).join(': ')
  if (WAITING.includes(status)) return { state: 'waiting', why }
  if (!DONE.includes(status)) return { state: 'impossible', why }
  const counts = isSummedUp(imageScanFindings)
    ? imageScanFindings.findingSeverityCounts
    : countEnhanced(imageScanFindings)
  const known = SEVERITIES.flatMap(severity => {
    const count = counts[severity.toUpperCase()] ?? 0
    return count > 0 ? [[severity, count] as const] : []
  })
  return { state: 'done', findings: Object.fromEntries(known) }
}

type Summed = { findingSeverityCounts: Record<string, number> }

function isSummedUp(findings: ScanAnswer['imageScanFindings']): findings is Summed {
  return Object.keys(findings?.findingSeverityCounts ?? {}).length > 0
}

/**
 * One answer with the findings of all pages.
 * @param ask for one page, by the token that the page before it gave.
 */
export async function readPages(
  ask: (token: string | undefined) => Promise<ScanAnswer & { readonly nextToken?: string | undefined }>,
): Promise<ScanAnswer> {
  const first = await ask(undefined)
  if (first.nextToken === undefined || isSummedUp(first.imageScanFindings)) return first
  const enhancedFindings = [...(first.imageScanFindings?.enhancedFindings ?? [])]
  for (let token: string | undefined = first.nextToken; token !== undefined; ) {
    const { imageScanFindings, nextToken } = await ask(token)
    enhancedFindings.push(...(imageScanFindings?.enhancedFindings ?? []))
    token = nextToken
  }
  return { ...first, imageScanFindings: { enhancedFindings } }
}

function countEnhanced(findings: ScanAnswer['imageScanFindings']): Record<string, number> {
  const counts: Record<string, number> = {}
  for (const { severity = 'UNDEFINED' } of findings?.enhancedFindings ?? [])
    counts[severity] = (counts[severity] ?? 0) + 1
  return counts
}

/** `2 high, 5 medium`; worst first. */
export function findingsText(findings: Findings): string {
  const texts = [...SEVERITIES]
    .reverse()
    .flatMap(severity => (findings[severity] ? [`${findings[severity]} ${severity}`] : []))
  return texts.length > 0 ? texts.join(', ') : 'nothing found'
}

/** Whether something was found that is as severe as `limit`, or worse. */
export function isOver(findings: Findings, limit: Severity): boolean {
  return SEVERITIES.slice(SEVERITIES.indexOf(limit)).some(severity => (findings[severity] ?? 0) > 0)
}

/** Sums up the findings of several scans. */
export function addFindings(all: readonly Findings[]): Findings {
  return Object.fromEntries(
    SEVERITIES.map(
      severity => [severity, all.reduce((sum, one) => sum + (one[severity] ?? 0), 0)] as const,
    ).filter(([, count]) => count > 0),
  )
}

/** Asks where the scan of one image stands. */
export type AskScan = (repositoryName: string, digest: string) => Promise<ScanState>

/** Asks AWS; a scan (or image) that AWS does not know yet is one to wait for. */
export async function scanAsker(target: Target, world: AwsWorld): Promise<AskScan> {
  const { DescribeImageScanFindingsCommand, ECRClient } = await import('@aws-sdk/client-ecr')
  const client = new ECRClient(await clientSettings(target.region as string, world))
  return async (repositoryName, imageDigest) => {
    const image = { registryId: target.account, repositoryName, imageId: { imageDigest } }
    const ask = (nextToken: string | undefined) =>
      client.send(new DescribeImageScanFindingsCommand({ ...image, nextToken }), {
        abortSignal: world.signal,
      })
    try {
      return scanState(await readPages(ask))
    } catch (thrown) {
      const { name } = thrown as Error
      if (name === 'ScanNotFoundException' || name === 'ImageNotFoundException')
        return { state: 'waiting', why: 'no scan has begun; is scan on push turned on for this repository?' }
      throw explainAws(thrown, 'read the scan of an image', 'ecr:DescribeImageScanFindings')
    }
  }
}

/**
 * Waits for a scan to end. The SDK's own waiter is no help: it takes every error for "not yet".
 * @param patience milliseconds in all, and between two questions.
 * @throws UserError where there can be no result, or none came in time: an image that was not checked does not pass.
 */
export async function awaitScan(
  ask: AskScan,
  image: { readonly ref: string; readonly path: string; readonly digest: string },
  signal: AbortSignal,
  patience = { total: 600_000, step: 3_000 },
): Promise<Findings> {
  const end = performance.now() + patience.total
  for (;;) {
    const found = await ask(image.path, image.digest)
    if (found.state === 'done') return found.findings
    if (found.state === 'impossible')
      throw new UserError(
        `${image.ref} was pushed, but ECR cannot scan it (${found.why}); leave fail-on-severity out for such images`,
      )
    if (performance.now() > end)
      throw new UserError(
        `${image.ref} was pushed, but ECR had no scan result after ${patience.total / 60_000} minutes: ${found.why}`,
      )
    await sleep(patience.step, undefined, { signal })
  }
}
