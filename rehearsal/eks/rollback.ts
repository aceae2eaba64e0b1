import { readCommit } from '../inspect/commits.ts'
import { demand, playOne } from '../play-one.ts'
import type { Teller } from '../story.ts'
import type { Delivered } from './delivery.ts'
import { demandImage, demandLive } from './look.ts'
import type { Company } from './open.ts'
import type { Promoted } from './promotion.ts'
import type { Stage } from './stage.ts'

/** Production goes back to what it was before the last promotion. */
export async function playRollback(
  stage: Stage,
  company: Company,
  before: Pick<Delivered, 'image'> & Pick<Promoted, 'rendered'>,
  teller: Teller,
): Promise<void> {
  const { manifests } = company
  const commit = await teller.scene('rollback.yml: take the promotion back', async show => {
    const event = await company.press('rollback', { environment: 'production' })
    await playOne(manifests, show, teller, { event })
    const undone = await readCommit(manifests.repository, 'refs/heads/main')
    show({ kind: 'commit', commit: undone })
    return undone.sha
  })
  await teller.scene('Production runs the image from before', async show => {
    await playOne(manifests, show, teller)
    const there = { commit, environment: 'production', image: before.image } as const
    await demandLive(stage, there, show)
    const rendered = await demandImage(stage, company, there, show)
    const differing = Object.keys(before.rendered).filter(name => rendered[name] !== before.rendered[name])
    demand(
      [
        {
          claim: 'what is rendered is, byte for byte, what it was before the promotion',
          seen: differing.length === 0 ? Object.keys(rendered).join(', ') : `not ${differing.join(', ')}`,
          ok: differing.length === 0,
        },
      ],
      show,
    )
  })
}
