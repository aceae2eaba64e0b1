import { html, htmlCode } from '../../markdown/html.ts'
import { codeSpan } from '../../markdown/text.ts'
import { visibleLine } from '../../markdown/visible.ts'
import { abbreviate } from './abbreviate.ts'
import type { Place } from './place.ts'

export const ACTION = 'terraform-plan-comment'

/** The directory, and the workspace where it is not the usual one. */
export function titleOf({ directory, workspace }: Pick<Place, 'directory' | 'workspace'>): string {
  const shown = codeSpan(visibleLine(abbreviate(directory, 120)))
  const named = workspace !== undefined && workspace !== 'default' && workspace !== ''
  return named ? `${shown} (${codeSpan(visibleLine(abbreviate(workspace, 60)))})` : shown
}

/** The quiet line at the end of a section. */
export function footer({ tool, headSha, runUrl }: Place, link: string): string {
  const commit = htmlCode(headSha.slice(0, 7))
  return `<sub>${html(tool)} · ${commit} · <a href="${html(runUrl)}">${link}</a></sub>`
}
