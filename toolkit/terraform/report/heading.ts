import { html, htmlCode, link } from '../../markdown/html.ts'
import { codeSpan } from '../../markdown/text.ts'
import { visibleLine } from '../../markdown/visible.ts'
import { abbreviate } from './abbreviate.ts'
import type { Place } from './place.ts'

const ACTION = 'terraform-plan-comment'

/**
 * The action of a section: each workspace of a directory has sections of its own, under `ACTION@WORKSPACE` where it is
 * not the usual one.
 */
export function actionOf({ workspace }: Pick<Place, 'workspace'>, action = ACTION): string {
  return isUsual(workspace) ? action : `${action}@${workspace}`
}

function isUsual(workspace: string | undefined): workspace is undefined | 'default' | '' {
  return workspace === undefined || workspace === 'default' || workspace === ''
}

/** The directory, and the workspace where it is not the usual one. */
export function titleOf({ directory, workspace }: Pick<Place, 'directory' | 'workspace'>): string {
  const shown = codeSpan(visibleLine(abbreviate(directory, 120)))
  return isUsual(workspace) ? shown : `${shown} (${codeSpan(visibleLine(abbreviate(workspace, 60)))})`
}

/** The quiet line at the end of a section. */
export function footer({ tool, headSha, runUrl }: Place, what: string): string {
  const commit = htmlCode(headSha.slice(0, 7))
  return `<sub>${html(tool)} · ${commit} · ${link(runUrl, what)}</sub>`
}
