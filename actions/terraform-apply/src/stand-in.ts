import { join } from 'node:path'
import { parse } from '../../../toolkit/comment/parse.ts'
import { commentReader, type Target } from '../../../toolkit/comment/read-comments.ts'
import type { GitHub } from '../../../toolkit/github/client.ts'
import { explained } from '../../../toolkit/github/refusals.ts'
import { viewerOf } from '../../../toolkit/github/viewer.ts'
import type { Plan } from '../../../toolkit/terraform/plan/model.ts'

export interface ReviewRecord {
  readonly fingerprint: string
  readonly head: string
}

export async function fingerprint(digest: string, _: object): Promise<string> {
  return `scrypt$${digest}`
}

export function planPath(folder: string, directory: string, kind: 'json' | 'plan'): string {
  return join(folder, `${encodeURIComponent(directory)}.${kind === 'json' ? 'json' : 'tfplan'}`)
}

export function readReviewRecord(text: string): ReviewRecord {
  return JSON.parse(text)
}

export function differences(_: ReviewRecord, plan: Plan): { address: string }[] {
  return plan.changes.map(({ address }) => ({ address }))
}

export async function readSections(github: GitHub, target: Target) {
  const [owner = '', repo = ''] = target.repository.split('/')
  const purpose = {
    to: 'read the comment',
    repository: target.repository,
    permission: 'pull-requests: read',
  }
  return explained(purpose, async () => {
    const view = await commentReader(github, target, () => viewerOf(github)).read()
    const [comment] = view.comments
    if (!comment) return undefined
    const { data } = await github.rest.issues.getComment({ owner, repo, comment_id: comment.id })
    const viewer = await viewerOf(github)
    type Answer = { node: { userContentEdits: { nodes: { editor: { login: string } | null }[] } | null } }
    const query =
      'query ($id: ID!) { node(id: $id) { ... on IssueComment { userContentEdits(first: 100) { nodes { editor { login } } } } } }'
    const answer = await github.graphql<Answer>(query, { id: data.node_id })
    const editors = answer.node.userContentEdits?.nodes.map(node => node.editor?.login) ?? []
    return {
      url: comment.url,
      editedByOthers: editors.some(
        editor => editor?.replace('[bot]', '') !== viewer?.login.replace('[bot]', ''),
      ),
      sections: parse(target.key, comment.body).sections.map(section => ({
        ...{ action: section.action, directory: section.directory, data: section.data },
      })),
    }
  })
}
