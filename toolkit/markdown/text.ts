/**
 * Text as a code span, on one line, whatever is in it: a span may hold any backticks if its fence is longer than each
 * row of them (CommonMark, code spans).
 */
export function codeSpan(text: string): string {
  const line = text.replace(/\s+/g, ' ')
  const ticks = '`'.repeat(longestRun(line) + 1)
  return ticks === '`' ? `\`${line}\`` : `${ticks} ${line} ${ticks}`
}

/** A code span that does not end its cell of a table (GitHub Flavored Markdown, tables). */
export function codeCell(text: string): string {
  return codeSpan(text).replaceAll('|', '\\|')
}

/** A fenced block of code that its content cannot end (CommonMark, fenced code blocks). */
export function fence(content: string, language: string): string {
  const ticks = '`'.repeat(Math.max(3, longestRun(content) + 1))
  return `${ticks}${language}\n${content.replace(/\n$/, '')}\n${ticks}`
}

/** Text on one line into which Markdown reads nothing. */
export function plain(text: string): string {
  return text.replace(/\s+/g, ' ').replace(/[\\`*_[\]<>|#]/g, '\\$&')
}

function longestRun(text: string): number {
  let longest = 0
  for (const [run] of text.matchAll(/`+/g)) longest = Math.max(longest, run.length)
  return longest
}
