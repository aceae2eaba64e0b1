import { UserError } from '../toolkit/action/errors.ts'
import { ABOUT as EC2, playEc2 } from './ec2/play.ts'
import { ABOUT as EKS, playEks } from './eks/play.ts'
import { tellSpeed } from './eks/speed.ts'
import type { Teller } from './story.ts'

/** What can be rehearsed. */
export interface Variant {
  readonly title: string
  readonly about: string
  /** The file of its report. */
  readonly report: string
  readonly play: (teller: Teller) => Promise<void>
}

/** By the word that names it on the command line. */
export const VARIANTS = {
  ec2: { title: 'EC2: infrastructure and application', about: EC2, report: 'index.html', play: playEc2 },
  eks: {
    title: 'EKS: from a pull request to production, and back',
    about: EKS,
    report: 'eks.html',
    play: async teller => tellSpeed(await playEks(teller), teller),
  },
} satisfies Record<string, Variant>

/**
 * The variant that a command line names; EC2 where it names none.
 * @throws UserError where that is no variant.
 */
export function variantFrom(words: readonly string[]): keyof typeof VARIANTS {
  const [word = 'ec2', ...more] = words
  const known = Object.keys(VARIANTS)
  if (more.length === 0 && known.includes(word)) return word as keyof typeof VARIANTS
  throw new UserError(
    `there is no rehearsal '${words.join(' ')}'; there are: ${known.map(each => `npm run demo -- ${each}`).join(', ')}`,
  )
}
