import { diffArrays } from 'diff'
import { visible } from '../../markdown/visible.ts'
import { abbreviate } from './abbreviate.ts'
import { pairOf } from './value.ts'
import { plural } from './words.ts'

const CONTEXT = 2
const LONGEST_LINE = 160
// A diff of texts that have nothing in common is the one text and then the other; no need to search for long.
const MOST_EDITS = 300

type Run =
  | { readonly same: readonly string[] }
  | { readonly gone: readonly string[]; readonly came: readonly string[] }

/** The lines of a diff of two texts, signs first; long unchanged stretches are counted, not shown. */
export function diffLines(before: readonly string[], after: readonly string[], indent: string): string[] {
  const runs = compared(before, after)
  return runs
    .flatMap((run, at) =>
      'same' in run ? context(run.same, at > 0, at < runs.length - 1) : changed(run.gone, run.came),
    )
    .map(([sign, text]) => `${sign} ${indent}${text}`.trimEnd())
}

function compared(before: readonly string[], after: readonly string[]): Run[] {
  const parts = diffArrays([...before], [...after], { maxEditLength: MOST_EDITS })
  if (!parts) return [{ gone: before, came: after }]
  const runs: Run[] = []
  let gone: readonly string[] = []
  let came: readonly string[] = []
  const end = () => {
    if (gone.length + came.length > 0) runs.push({ gone, came })
    gone = []
    came = []
  }
  for (const { added, removed, value } of parts) {
    if (removed) gone = [...gone, ...value]
    else if (added) came = [...came, ...value]
    else {
      end()
      runs.push({ same: value })
    }
  }
  end()
  return runs
}

type Signed = readonly ['-' | '+' | ' ', string]

function context(lines: readonly string[], follows: boolean, precedes: boolean): Signed[] {
  const shown = (some: readonly string[]) =>
    some.map(line => [' ', abbreviate(visible(line.replaceAll('\n', '\\n')), LONGEST_LINE)] as const)
  const first = follows ? CONTEXT : 0
  const last = precedes ? CONTEXT : 0
  const left = lines.length - first - last
  if (left <= 1) return shown(lines)
  const end = lines.slice(lines.length - last)
  return [...shown(lines.slice(0, first)), [' ', `… ${plural(left, 'unchanged line')}`], ...shown(end)]
}

/** Lines that differ; where two of them are told apart only by spaces, these are shown as dots and arrows. */
function changed(gone: readonly string[], came: readonly string[]): Signed[] {
  const before = new Set(gone.map(withoutSpace))
  const after = new Set(came.map(withoutSpace))
  const seen = (line: string) => {
    const bare = withoutSpace(line)
    return before.has(bare) && after.has(bare) ? dotted(line) : line.replace(/[ \t]+$/, dotted)
  }
  const pairs = Array.from({ length: Math.max(gone.length, came.length) }, (_, at) =>
    pairOf(seen(gone[at] ?? ''), seen(came[at] ?? ''), LONGEST_LINE),
  )
  return [
    ...pairs.slice(0, gone.length).map(([one]) => ['-', one] as const),
    ...pairs.slice(0, came.length).map(([, other]) => ['+', other] as const),
  ]
}

function withoutSpace(line: string): string {
  return line.replace(/\s+/g, '')
}

function dotted(text: string): string {
  return text.replaceAll(' ', '·').replaceAll('\t', '→')
}
