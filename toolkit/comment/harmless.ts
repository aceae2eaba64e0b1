/**
 * Text from values as it may stand in a comment: it cannot open an HTML comment, so it can neither look like one of
 * our markers nor hide what follows it. Leaves everything else as it is; doing it twice changes nothing.
 */
export function harmless(text: string): string {
  return text.toWellFormed().replaceAll('\0', '').replace(/\r\n?/g, '\n').replaceAll('<!--', '<\u200b!--')
}

/** The same on one line. */
export function harmlessLine(text: string): string {
  return harmless(text.replace(/\s+/g, ' ').trim())
}
