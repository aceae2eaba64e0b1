import type { Block, Section } from '../../comment/section.ts'
import { details, quietHtml, quietLine } from '../../markdown/html.ts'
import { fence } from '../../markdown/text.ts'
import { visible } from '../../markdown/visible.ts'
import { abbreviate } from './abbreviate.ts'
import { actionOf, footer, titleOf } from './heading.ts'
import { alert } from './notices.ts'
import type { Place } from './place.ts'
import { grouped, plural } from './words.ts'

const PIECE = 3_000
const MOST = 24_000
const LONGEST_LINE = 400

/**
 * The section of a plan of which only the tool's text is at hand: in pieces, and where it is long, without its middle.
 * @param why the plan could not be read.
 */
export function textSection(text: string, why: string, at: Place): Section {
  const summary =
    /^(?:Plan: .*|No changes\..*|Changes to Outputs.*)$/m.exec(text)?.[0] ?? 'there may be changes'
  const words = quietLine(abbreviate(summary.replace(/[.:]$/, ''), 120))
  const note = `<b>Only the text of this plan could be had:</b> ${quietHtml(abbreviate(why, 300))}`
  return {
    action: actionOf(at),
    directory: at.directory,
    heading: `⚠️ ${titleOf(at)} · ${words}`,
    overview: `⚠️ ${words}`,
    blocks: [
      { priority: 0, markdown: alert('WARNING', note) },
      ...textBlocks(text),
      { priority: 5, markdown: footer(at, 'the whole plan and the log') },
    ],
  }
}

function textBlocks(text: string): Block[] {
  const lines = withoutMiddle(text.trim().split('\n').map(asDiff))
  const pieces: string[][] = []
  let size = Number.POSITIVE_INFINITY
  for (const line of lines) {
    size += line.length + 1
    if (size > PIECE) {
      pieces.push([])
      size = line.length
    }
    pieces.at(-1)!.push(line)
  }
  return pieces.map((piece, index) => ({
    priority: index === 0 ? 2 : 4,
    markdown: details(
      pieces.length === 1 ? 'The plan as text' : `The plan as text, part ${index + 1} of ${pieces.length}`,
      fence(piece.join('\n'), 'diff'),
      index === 0,
    ),
    counts: { 'lines of text': piece.length },
  }))
}

/** Brings the sign of a line to its start, where GitHub colours it. */
function asDiff(line: string): string {
  const [, space = '', sign = '', rest = ''] = /^( +)(-\/\+|\+\/-|[-+~]|<=)( .*)$/.exec(line) ?? []
  const seen = visible(line.trimEnd())
  if (sign === '') return abbreviate(seen, LONGEST_LINE)
  const first = sign === '+' || sign === '-' ? sign : '!'
  return abbreviate(visible(`${first}${space}${sign}${rest}`.trimEnd()), LONGEST_LINE)
}

/** The start and the end of a text that is too long, three lines of the start for two of the end. */
function withoutMiddle(lines: readonly string[]): readonly string[] {
  const size = lines.reduce((sum, line) => sum + line.length + 1, 0)
  if (size <= MOST) return lines
  const head = within(lines, MOST * 0.6)
  const tail = within(lines.toReversed(), MOST * 0.4)
  const left = lines.length - head - tail
  const note = `… ${plural(left, 'line')} of ${grouped(lines.length)} left out here; the log has them`
  return [...lines.slice(0, head), note, ...lines.slice(lines.length - tail)]
}

function within(lines: readonly string[], room: number): number {
  let left = room
  const short = lines.findIndex(line => {
    left -= line.length + 1
    return left < 0
  })
  return short === -1 ? lines.length : short
}
