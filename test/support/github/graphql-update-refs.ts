/** GitHub's `updateRefs`: several refs of one repository moved all at once, or none. */
import { type Actor, allows } from './accounts.ts'
import { isAncestor, readRef, tryGit, ZERO } from './git-store.ts'
import { GraphqlRefusal } from './graphql-refusal.ts'
import type { Hub, RefUpdate } from './hub.ts'
import { objectInfo } from './objects.ts'
import { apiRefusal } from './protection.ts'
import type { Repository } from './repositories.ts'
import { readNodeId } from './views/node-id.ts'

export interface UpdateRefsInput {
  readonly repositoryId: string
  readonly refUpdates: readonly {
    readonly name: string
    readonly afterOid: string
    readonly beforeOid?: string | null
    readonly force?: boolean | null
  }[]
  readonly clientMutationId?: string | null
}

/** `beforeOid` is what a ref must point at (all zeros: it must not be there); `afterOid` of zeros deletes. */
export async function updateRefs(hub: Hub, actor: Actor, input: UpdateRefsInput) {
  const repository = repositoryById(hub, input.repositoryId)
  if (!allows(actor, repository.fullName, 'contents', 'write'))
    throw new GraphqlRefusal('FORBIDDEN', 'Resource not accessible by integration')
  const updates = await Promise.all(input.refUpdates.map(wanted => judge(repository, actor, wanted)))
  const commands = updates.map(({ ref, before, after }) => `update ${ref} ${after} ${before}`)
  const { code, stderr } = await tryGit(repository.path, ['update-ref', '--stdin'], {
    input: `${['start', ...commands, 'prepare', 'commit'].join('\n')}\n`,
  })
  if (code !== 0) throw refused(stderr.trim())
  await hub.landed(repository, updates, actor.account)
  return { clientMutationId: input.clientMutationId ?? null }
}

async function judge(
  repository: Repository,
  actor: Actor,
  { name, afterOid, beforeOid, force }: UpdateRefsInput['refUpdates'][number],
): Promise<RefUpdate> {
  if (!/^refs\/(heads|tags)\/./.test(name))
    throw refused(`The ref "${name}" must begin with refs/heads/ or refs/tags/`)
  const before = (await readRef(repository.path, name)) ?? ZERO
  if (beforeOid && beforeOid !== before)
    throw refused(`Expected "${name}" to point to "${beforeOid}" but it did not.`)
  if (afterOid !== ZERO && !(await objectInfo(repository.path, afterOid)))
    throw refused(`The object "${afterOid}" does not exist.`)
  const moves = before !== ZERO && afterOid !== ZERO
  const forced = moves && !(await isAncestor(repository.path, before, afterOid))
  if (forced && !force) throw refused(`The update of "${name}" is not a fast forward.`)
  const protection = repository.protections.get(name.replace('refs/heads/', ''))
  const refusal = apiRefusal(protection, actor, { forced, verified: false })
  if (refusal) throw refused(refusal.message)
  return { ref: name, before, after: afterOid }
}

function repositoryById(hub: Hub, id: string): Repository {
  const repository = hub.repositories.byId(Number(readNodeId(id, 'R')?.[0]))
  if (!repository)
    throw new GraphqlRefusal('NOT_FOUND', `Could not resolve to a node with the global id of '${id}'`)
  return repository
}

function refused(message: string): GraphqlRefusal {
  return new GraphqlRefusal('UNPROCESSABLE', message)
}
