import { codeCell } from '../../../toolkit/markdown/text.ts'
import { formatReference, isDigest, lastComponent, parseReference } from '../../../toolkit/oci/reference.ts'
import type { Match } from './plan.ts'

const LONGEST_VALUE = 300
/** As many as Docker shows of an image's id. */
const SHOWN_HEX = 12

/**
 * What changed, as a table in Markdown that fits a page: of an image that stays the same only its last part is shown, and
 * of a digest its beginning. The whole of both stands in the diff.
 * @param most how many rows; the rest is counted below.
 */
export function changesTable(matches: readonly Match[], most: number): string {
  const rows = matches.slice(0, most).map(match => {
    const [old, wanted] = shortened(match)
    return `| ${cell(`${match.file}:${match.line}`)} | ${old.map(cell).join(' ')} | ${wanted.map(cell).join(' ')} |`
  })
  const rest = matches.length - rows.length
  return [
    '| where | old | new |',
    '| --- | --- | --- |',
    ...rows,
    ...(rest > 0 ? ['', `… and ${rest} more.`] : []),
  ].join('\n')
}

/** Both values, each in the parts between which a line may break. */
function shortened({ old, new: wanted }: Match): readonly [string[], string[]] {
  const stays = parseReference(old)?.name === parseReference(wanted)?.name
  return [parts(old, stays), parts(wanted, stays)]
}

function parts(text: string, nameStays: boolean): string[] {
  if (isDigest(text)) return [shortDigest(text)]
  const parsed = parseReference(text)
  if (parsed === undefined) return [text]
  const { name, tag, digest } = parsed
  const shown = formatReference({
    name: nameStays ? lastComponent(name) : name,
    ...(tag !== undefined && { tag }),
  })
  return digest === undefined ? [shown] : [shown, `@${shortDigest(digest)}`]
}

function shortDigest(digest: string): string {
  const end = digest.indexOf(':') + 1 + SHOWN_HEX
  return digest.length > end ? `${digest.slice(0, end)}…` : digest
}

/** A value in a cell, cut where it would make the table unreadable. */
function cell(value: string): string {
  return value === '' ? '(none)' : codeCell(value.slice(0, LONGEST_VALUE))
}
