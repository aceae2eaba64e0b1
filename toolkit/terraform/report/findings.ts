import { posix } from 'node:path'
import type { Block } from '../../comment/section.ts'
import { details, html, htmlCode, quietHtml } from '../../markdown/html.ts'
import { fence } from '../../markdown/text.ts'
import { visible } from '../../markdown/visible.ts'
import type { Diagnostic } from '../run/diagnostics.ts'
import { adviceOn } from '../run/known-errors.ts'
import { abbreviate } from './abbreviate.ts'
import type { Place } from './place.ts'
import { addressCode, INDENT } from './row.ts'
import { plural } from './words.ts'

const LONGEST_SUMMARY = 300
const LONGEST_DETAIL = 1_200
const MOST_PLACES = 5

type Where = Pick<Place, 'directory' | 'headSha' | 'repositoryUrl'>

/** `2 errors, 1 warning`; empty where there are none. */
export function findingCounts(diagnostics: readonly Diagnostic[]): string {
  const errors = diagnostics.filter(({ severity }) => severity === 'error').length
  const warnings = diagnostics.length - errors
  return [errors > 0 ? plural(errors, 'error') : '', warnings > 0 ? plural(warnings, 'warning') : '']
    .filter(Boolean)
    .join(', ')
}

/** Errors, for all to see, and then warnings, folded away. The same finding in several places stands once. */
export function findingBlocks(diagnostics: readonly Diagnostic[], at: Where): Block[] {
  const groups = Object.values(
    Object.groupBy(diagnostics, ({ severity, summary, detail }) =>
      JSON.stringify([severity, summary, detail]),
    ),
  ) as Diagnostic[][]
  const errors = groups.filter(([first]) => first!.severity === 'error')
  const warnings = groups.filter(([first]) => first!.severity === 'warning')
  return [
    ...errors.map(
      (group, index): Block => ({
        priority: index < 3 ? 0 : 1,
        markdown: errorText(group, at),
        counts: { errors: group.length },
      }),
    ),
    ...warnings.map(
      (group): Block => ({
        priority: 4,
        markdown: warningText(group, at),
        counts: { warnings: group.length },
      }),
    ),
  ]
}

function errorText(group: readonly Diagnostic[], at: Where): string {
  const body = bodyOf(group[0]!)
  return [`<p>${rowOf('❌', group, at)}</p>`, ...(body === '' ? [] : [body])].join('\n\n')
}

function warningText(group: readonly Diagnostic[], at: Where): string {
  const body = bodyOf(group[0]!)
  const row = rowOf('⚠️', group, at)
  return body === '' ? `<p>${INDENT}${row}</p>` : details(row, body)
}

function rowOf(mark: string, group: readonly Diagnostic[], at: Where): string {
  const first = group[0]!
  const places = group.map(one => placeOf(one, at)).filter(place => place !== '')
  const shown = places.slice(0, MOST_PLACES).join(', ')
  const more = places.length > MOST_PLACES ? ` and ${places.length - MOST_PLACES} more` : ''
  const advice = adviceOn(first)
  return [
    `${mark} <b>${quietHtml(abbreviate(first.summary, LONGEST_SUMMARY))}</b>`,
    shown === '' ? '' : ` · ${shown}${more}`,
    advice === undefined
      ? ''
      : `<br>${INDENT}💡 ${quietHtml(advice).replace(/`([^`]+)`/g, '<code>$1</code>')}`,
  ].join('')
}

function bodyOf({ detail }: Diagnostic): string {
  return detail.trim() === '' ? '' : fence(abbreviate(visible(detail.trim()), LONGEST_DETAIL), 'text')
}

/** Where a finding is: its line, with a link where the file is in the repository, and its resource. */
function placeOf({ file, line, endLine, address }: Diagnostic, at: Where): string {
  const named = file === undefined ? '' : fileLink(at, file, line, endLine)
  const resource = address === undefined ? '' : addressCode(address)
  return [named, resource].filter(Boolean).join(' ')
}

/** A file of a root module by name and line, as a link to this commit where it is in the repository. */
export function fileLink(at: Where, file: string, line?: number, endLine?: number): string {
  const name = htmlCode(abbreviate(line === undefined ? file : `${file}:${line}`, 160))
  const path = posix.join(at.directory, file)
  const foreign =
    posix.isAbsolute(file) || path.startsWith('../') || /(^|\/)\.terra(form|grunt-cache)\//.test(path)
  if (foreign || at.repositoryUrl === undefined) return name
  const lines =
    line === undefined ? '' : `#L${line}${endLine !== undefined && endLine > line ? `-L${endLine}` : ''}`
  const url = `${at.repositoryUrl}/blob/${at.headSha}/${path.split('/').map(encodeURIComponent).join('/')}${lines}`
  return `<a href="${html(url)}">${name}</a>`
}
