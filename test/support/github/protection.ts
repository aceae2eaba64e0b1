import type { Actor } from './accounts.ts'
import { Refusal, unprocessable } from './refusal.ts'

/** How a branch is protected. Force pushes and deletion are always refused. */
export interface Protection {
  /** A classic branch protection (GH006) or a repository rule set (GH013). */
  readonly by: 'protection' | 'ruleset'
  /** What is asked of every change; `nothing` leaves plain pushes alone. */
  readonly requires: 'pull-request' | 'signatures' | 'status-check' | 'nothing'
  /** Logins that may push all the same. */
  readonly bypass: readonly string[]
}

/** What the hook needs to refuse one ref. */
export interface PushRefusal {
  readonly always: boolean
  readonly reason: string
  readonly lines: readonly string[]
  readonly forcedLines: readonly string[]
}

const WORDS: Record<Protection['requires'], string> = {
  'pull-request': 'Changes must be made through a pull request.',
  signatures: 'Commits must have verified signatures.',
  'status-check': 'Required status check "ci" is expected.',
  nothing: '',
}

const FORCED = 'Cannot force-push to this branch'

/** The refusals that a push by this actor meets, by ref. Wording as GitHub's git servers send it. */
export function pushRefusals(
  protections: ReadonlyMap<string, Protection>,
  actor: Actor,
  repositoryUrl: string,
): Record<string, PushRefusal> {
  const bound = [...protections].filter(([, { bypass }]) => !bypass.includes(actor.account.login))
  return Object.fromEntries(
    bound.map(([branch, protection]) => {
      const ref = `refs/heads/${branch}`
      const words = (why: string) => hookLines(protection, ref, why, repositoryUrl)
      const refusal: PushRefusal = {
        always: protection.requires !== 'nothing',
        reason:
          protection.by === 'ruleset'
            ? 'push declined due to repository rule violations'
            : 'protected branch hook declined',
        lines: words(WORDS[protection.requires]),
        forcedLines: words(FORCED),
      }
      return [ref, refusal]
    }),
  )
}

/** The refusal that a change by API meets, or undefined. */
export function apiRefusal(
  protection: Protection | undefined,
  actor: Actor,
  change: { forced: boolean; verified: boolean },
): Refusal | undefined {
  if (!protection || protection.bypass.includes(actor.account.login)) return undefined
  const met = protection.requires === 'signatures' && change.verified
  const why = change.forced ? FORCED : met ? '' : WORDS[protection.requires]
  if (why === '') return undefined
  return protection.by === 'ruleset'
    ? new Refusal(422, `Repository rule violations found\n\n${why}\n\n`)
    : unprocessable(why)
}

function hookLines({ by }: Protection, ref: string, why: string, repositoryUrl: string): string[] {
  if (by === 'protection') return [`error: GH006: Protected branch update failed for ${ref}.`, '', `- ${why}`]
  return [
    `error: GH013: Repository rule violations found for ${ref}.`,
    `Review all repository rules at ${repositoryUrl}/rules?ref=${encodeURIComponent(ref)}`,
    '',
    `- ${why}`,
    '',
  ]
}
