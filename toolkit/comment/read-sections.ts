import type { GitHub } from '../github/client.ts'
import { explained } from '../github/refusals.ts'
import { viewerOf } from '../github/viewer.ts'
import { editedByOthers } from './edits.ts'
import { newestOf } from './next-step.ts'
import { parse } from './parse.ts'
import { commentReader, type Target } from './read-comments.ts'
import type { Section } from './section.ts'

/** A section as it stands in the comment. */
export interface StoredSection extends Required<Pick<Section, 'action' | 'directory' | 'data'>> {
  /** The commit that it is about. */
  readonly head: string
  readonly run: number
  readonly attempt: number
  /** What is shown of it, without its heading. */
  readonly markdown: string
  /** The names of data for which the comment had no room. */
  readonly missing: readonly string[]
}

/** What stands on a pull request. */
export interface Standing {
  readonly url: string
  /** The login of the comment's author: the account that reads it now. */
  readonly author: string
  /**
   * Whether anyone but the author ever changed the comment. Undefined where that cannot be known, as GraphQL alone
   * tells it: whoever relies on what stands there must take that for a yes.
   */
  readonly editedByOthers: boolean | undefined
  readonly sections: readonly StoredSection[]
  /** Sections that could not be read; people damaged them. */
  readonly damaged: number
}

/**
 * Reads the comment of a key, if this account wrote one.
 * @throws UserError where GitHub refuses.
 */
export function readSections(github: GitHub, target: Target): Promise<Standing | undefined> {
  const { repository } = target
  return explained({ to: 'read the comment', repository, permission: 'pull-requests: read' }, async () => {
    const { comments } = await commentReader(github, target, () => viewerOf(github)).read()
    const [first] = comments
    if (!first) return undefined
    const parsed = comments.map(({ body }) => parse(target.key, body))
    const sections = [...newestOf(parsed.flatMap(comment => comment.sections)).values()]
    return {
      url: first.url,
      author: first.author,
      editedByOthers: await editedByOthers(
        github,
        comments.map(({ nodeId }) => nodeId),
      ),
      damaged: parsed.reduce((total, { damaged }) => total + damaged, 0),
      sections: sections.map(({ action, directory, data, dataSizes, origin, blocks }) => ({
        action,
        directory,
        data,
        head: origin.head,
        run: origin.run,
        attempt: origin.attempt,
        markdown: blocks.map(({ markdown }) => markdown).join('\n\n'),
        missing: Object.keys(dataSizes).filter(name => !(name in data)),
      })),
    }
  })
}
