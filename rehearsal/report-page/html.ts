/** HTML that is safe to put into a page. */
export interface Html {
  readonly html: string
}

type Part = Html | string | number | undefined | false | readonly Part[]

/** A template whose values are escaped, unless they are HTML themselves; undefined and false are nothing. */
export function html(texts: TemplateStringsArray, ...values: Part[]): Html {
  return { html: texts.reduce((page, text, at) => page + render(values[at - 1]) + text) }
}

/** Text that is HTML already. */
export function trusted(text: string): Html {
  return { html: text }
}

/** The five signs that mean something in HTML, escaped. */
export function escapeHtml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;')
}

function render(value: Part): string {
  if (value === undefined || value === false) return ''
  if (typeof value === 'string') return escapeHtml(value)
  if (typeof value === 'number') return String(value)
  if ('html' in value) return value.html
  return value.map(render).join('')
}
