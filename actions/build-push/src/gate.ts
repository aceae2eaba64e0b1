import { messageOf, UserError } from '../../../toolkit/action/errors.ts'
import type { AwsWorld } from './ecr/aws.ts'
import { addFindings, awaitScan, findingsText, isOver, type Severity, scanAsker } from './ecr/scan.ts'
import type { InRegistry } from './outcome.ts'
import type { Target } from './target.ts'

/** What the scan of one image came to. */
export interface ScanResult {
  readonly name: string
  /** For a table: `2 high, 5 medium`. */
  readonly text: string
  /** Why the image does not pass; undefined where it does. */
  readonly failure: string | undefined
}

/** Waits for the scans of images, and says which of them do not pass. An index is scanned image by image. */
export async function gate(
  target: Target,
  images: readonly InRegistry[],
  limit: Severity,
  world: AwsWorld,
  patience?: { total: number; step: number },
): Promise<ScanResult[]> {
  const ask = await scanAsker(target, world)
  return Promise.all(
    images.map(async ({ image: { name, path, repository, tags }, parts }) => {
      const ref = `${repository}:${tags[0]}`
      try {
        const scans = parts.map(digest => awaitScan(ask, { ref, path, digest }, world.signal, patience))
        const findings = addFindings(await Promise.all(scans))
        const text = findingsText(findings)
        const over = isOver(findings, limit)
        const failure = over
          ? `${ref} was pushed, but its scan found ${text}; fail-on-severity is '${limit}'`
          : undefined
        return { name, text, failure }
      } catch (thrown) {
        if (!(thrown instanceof UserError)) throw thrown
        return { name, text: 'no result', failure: messageOf(thrown) }
      }
    }),
  )
}
