import { visibleLine } from './visible.ts'

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' }

/** Text for HTML, on one line: no blank line in it ends the block of HTML (CommonMark, HTML blocks). */
export function html(text: string): string {
  const line = visibleLine(text)
  return /[&<>]/.test(line) ? line.replace(/[&<>]/g, one => ENTITIES[one]!) : line
}

/**
 * Text for HTML outside of code, on one line, that notifies nobody: GitHub makes no mention, reference or link of it
 * (each would be told to those concerned), as these are only found within one piece of text.
 */
export function quietHtml(text: string): string {
  return quiet(html(text))
}

/** The same for a line of Markdown. */
export function quietLine(text: string): string {
  return quiet(visibleLine(text).replace(/[\\`*_[\]<>|#~&$]/g, '\\$&'))
}

/** HTML or Markdown in which GitHub finds no mention, reference or link. */
export function quiet(text: string): string {
  return text.replace(/@|#(?=\d)|\bGH-(?=\d)|:(?=\/\/)|\bwww(?=\.)/gi, '$&<span></span>')
}

/** A link. @param inner HTML. */
export function link(url: string, inner: string): string {
  return `<a href="${html(url).replaceAll('"', '&quot;')}">${inner}</a>`
}

/** Text as code in HTML, where GitHub reads no mentions, references or emoji either. */
export function htmlCode(text: string): string {
  return `<code>${html(text)}</code>`
}

/** Folded away behind a line that is HTML on one line; `body` is Markdown. */
export function details(summary: string, body: string, open = false): string {
  return `<details${open ? ' open' : ''}><summary>${summary}</summary>\n\n${body}\n\n</details>`
}
