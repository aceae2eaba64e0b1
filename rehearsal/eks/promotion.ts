import { demand, playOne } from '../play-one.ts'
import type { Teller } from '../story.ts'
import type { Delivered } from './delivery.ts'
import { demandImage, demandLive } from './look.ts'
import type { Company } from './open.ts'
import type { Rendered } from './render.ts'
import type { Stage } from './stage.ts'

/** What production came to be. */
export interface Promoted {
  /** The commit on `main`. */
  readonly commit: string
  readonly rendered: Rendered
}

/** Everything that staging runs comes to production, by pull request. */
export async function playPromotion(
  stage: Stage,
  company: Company,
  { image }: Pick<Delivered, 'image'>,
  teller: Teller,
): Promise<Promoted> {
  const { manifests, pages } = company
  const number = await teller.scene('promote.yml: propose for production what staging runs', async show => {
    await playOne(manifests, show, teller, { event: await company.press('promote') })
    const [proposed, ...more] = await pages.openPullRequests()
    if (proposed === undefined || more.length > 0)
      throw new Error(`there are ${proposed === undefined ? 0 : more.length + 1} pull requests, and not one`)
    const where = `pull request #${proposed.number}: ${proposed.title}`
    show({ kind: 'comment', did: 'opened', author: proposed.author, where, body: proposed.body })
    return proposed.number
  })

  await teller.scene('checks.yml: what that changes in each environment', async show => {
    const run = await playOne(manifests, show, teller)
    const summaries = run.jobs.flatMap(({ steps }) => steps.map(({ summary }) => summary)).join('\n')
    demand(
      [
        {
          claim: 'the summary shows the image that production will run',
          seen: /^\+ +image: .*$/m.exec(summaries)?.[0] ?? 'no such line',
          ok: summaries.split('\n').some(line => /^\+ +image: /.test(line) && line.includes(image)),
        },
      ],
      show,
    )
  })

  return teller.scene('Merge: live in production', async show => {
    const commit = await pages.merge(number)
    await playOne(manifests, show, teller)
    const there = { commit, environment: 'production', image } as const
    await demandLive(stage, there, show)
    return { commit, rendered: await demandImage(stage, company, there, show) }
  })
}
