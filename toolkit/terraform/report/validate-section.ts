import type { Block, Section } from '../../comment/section.ts'
import { details } from '../../markdown/html.ts'
import { fence } from '../../markdown/text.ts'
import { visible } from '../../markdown/visible.ts'
import type { Diagnostic } from '../run/diagnostics.ts'
import type { FormatDifference } from '../run/validate.ts'
import { abbreviate } from './abbreviate.ts'
import { fileLink, findingBlocks, findingCounts } from './findings.ts'
import { actionOf, footer, titleOf } from './heading.ts'
import type { Place } from './place.ts'
import { plural } from './words.ts'

const LONGEST_DIFF = 2_000

/** What `validate` and `fmt` say. */
export interface Validation {
  readonly diagnostics: readonly Diagnostic[]
  readonly formatting: readonly FormatDifference[]
}

/** The section of a root module that was validated, without a plan. */
export function validateSection({ diagnostics, formatting }: Validation, at: Place): Section {
  const files = new Set(formatting.map(({ file }) => file)).size
  const unformatted = files > 0 ? `${plural(files, 'file')} not formatted` : ''
  const said = [findingCounts(diagnostics), unformatted].filter(Boolean).join(', ')
  const wrong = diagnostics.some(({ severity }) => severity === 'error')
  const mark = wrong || files > 0 ? '❌' : diagnostics.length > 0 ? '⚠️' : '✅'
  const words = said || 'valid'
  const blocks = [...findingBlocks(diagnostics, at), ...formatBlocks(formatting, at)]
  return {
    action: actionOf(at),
    directory: at.directory,
    heading: `${mark} ${titleOf(at)} · ${words}`,
    overview: `${mark} ${words}`,
    blocks: blocks.length === 0 ? [] : [...blocks, { priority: 5, markdown: footer(at, 'log') }],
  }
}

/** What `fmt` would write, file by file. */
function formatBlocks(formatting: readonly FormatDifference[], at: Place): Block[] {
  const files = Object.entries(Object.groupBy(formatting, ({ file }) => file)) as [
    string,
    FormatDifference[],
  ][]
  return files.map(([file, pieces]) => {
    const text = abbreviate(visible(pieces.map(({ diff }) => diff).join('\n')), LONGEST_DIFF)
    const { line, endLine } = pieces[0]!
    const row = `🧹 ${fileLink(at, file, line, endLine)} is not formatted: run <code>fmt</code>`
    return {
      priority: 2,
      markdown: details(row, fence(text, 'diff'), text.length < 600),
      counts: { 'not formatted': 1 },
    }
  })
}
