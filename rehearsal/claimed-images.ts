import type { PushedImage } from './inspect/registry.ts'
import type { WorkflowRun } from './player/player.ts'
import type { Check } from './story.ts'

/** What the workflow said it pushed, by its job output. */
export interface ClaimedImage {
  readonly name: string
  readonly tag: string
  readonly digest: string
}

/** Whether the registry has each image under the tag, with the digest, that the workflow told of. */
export function checkImages(
  claimed: readonly ClaimedImage[],
  found: readonly PushedImage[],
  expectedTag: string,
): Check[] {
  return claimed.flatMap(({ name, tag, digest }) => {
    const image = found.find(each => each.name === name)
    return [
      { claim: `${name} is tagged <run number>-<short sha>`, seen: tag, ok: tag === expectedTag },
      {
        claim: `the registry has ${name} with the digest of the job's output`,
        seen: image ? `${image.digest.slice(0, 23)}…` : 'nothing',
        ok: image !== undefined && image.digest === digest && image.tag === tag,
      },
    ]
  })
}

/** The `images` output, as one job hands it to the next. */
export function claimedImages(run: WorkflowRun): ClaimedImage[] {
  const text = run.jobs.map(({ outputs }) => outputs.images).find(output => output !== undefined)
  if (text === undefined) throw new Error(`no job of ${run.workflow} has an output 'images'`)
  return JSON.parse(text) as ClaimedImage[]
}
