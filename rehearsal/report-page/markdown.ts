import { Marked, type Tokens } from 'marked'
import { escapeHtml, type Html, trusted } from './html.ts'
import { sanitize } from './sanitize.ts'

const ALERT = /^\[!(NOTE|TIP|IMPORTANT|WARNING|CAUTION)\][ \t]*(?:\n|$)/i

const marked = new Marked({ gfm: true, breaks: false })
marked.use({
  renderer: {
    code({ text, lang }: Tokens.Code): string {
      const language = (lang ?? '').split(/\s/)[0] ?? ''
      return `<pre class="${escapeHtml(language)}"><code>${language === 'diff' ? colourDiff(text) : escapeHtml(text)}</code></pre>\n`
    },
    blockquote({ tokens, text }: Tokens.Blockquote): string {
      const kind = ALERT.exec(text)?.[1]
      if (kind === undefined) return `<blockquote>${this.parser.parse(tokens)}</blockquote>\n`
      const title = kind.charAt(0).toUpperCase() + kind.slice(1).toLowerCase()
      const body = marked.parse(text.replace(ALERT, ''), { async: false })
      return `<div class="markdown-alert markdown-alert-${kind.toLowerCase()}"><p class="markdown-alert-title">${title}</p>${body}</div>\n`
    },
  },
})

/** Markdown as GitHub shows it in comments and job summaries: GFM, with only the HTML that GitHub allows. */
export function markdown(text: string): Html {
  const body = marked.parse(text, { async: false })
  return trusted(`<div class="markdown-body">${sanitize(body)}</div>`)
}

function colourDiff(text: string): string {
  return text
    .split('\n')
    .map(line => {
      const kind = line.startsWith('+')
        ? 'pl-mi1'
        : line.startsWith('-')
          ? 'pl-md'
          : line.startsWith('@@')
            ? 'pl-mdr'
            : ''
      return kind === '' ? escapeHtml(line) : `<span class="${kind}">${escapeHtml(line)}</span>`
    })
    .join('\n')
}
