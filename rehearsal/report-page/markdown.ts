import { Marked, type MarkedExtension, type Tokens } from 'marked'
import { colourDiff } from './diff-colours.ts'
import { escapeHtml, type Html, trusted } from './html.ts'
import { linked } from './references.ts'
import { sanitize, withoutClasses } from './sanitize.ts'

const ALERT = /^\[!(NOTE|TIP|IMPORTANT|WARNING|CAUTION)\][ \t]*(?:\n|$)/i

const renderer: MarkedExtension['renderer'] = {
  code({ text, lang }: Tokens.Code): string {
    const language = (lang ?? '').split(/\s/)[0] ?? ''
    return `<pre class="${escapeHtml(language)}"><code>${language === 'diff' ? colourDiff(text) : escapeHtml(text)}</code></pre>\n`
  },
  blockquote({ tokens, text }: Tokens.Blockquote): string {
    const kind = ALERT.exec(text)?.[1]
    if (kind === undefined) return `<blockquote>${this.parser.parse(tokens)}</blockquote>\n`
    const title = kind.charAt(0).toUpperCase() + kind.slice(1).toLowerCase()
    const body = parse(text.replace(ALERT, ''), this.parser.options.breaks === true)
    return `<div class="markdown-alert markdown-alert-${kind.toLowerCase()}"><p class="markdown-alert-title">${title}</p>${body}</div>\n`
  },
  html({ text }: Tokens.HTML | Tokens.Tag): string {
    return withoutClasses(text)
  },
}

const summaries = new Marked({ gfm: true, breaks: false }, { renderer })
// In comments, unlike in files, a line's end is a line's end.
const comments = new Marked({ gfm: true, breaks: true }, { renderer })

/**
 * Markdown as GitHub shows it: GFM with only the HTML that GitHub allows. Images are named, not loaded. Text that
 * GitHub would make a mention or a reference is a link here too, whether or not there is anything of that name.
 */
export function markdown(text: string, place: 'comment' | 'summary' = 'summary'): Html {
  const body = linked(sanitize(parse(text, place === 'comment')))
  return trusted(`<div class="markdown-body">${body.replace(/<img([^<>]*)>/g, named)}</div>`)
}

function parse(text: string, breaks: boolean): string {
  return (breaks ? comments : summaries).parse(text, { async: false })
}

function named(_image: string, attributes: string): string {
  return `<span class="image">image: ${/ alt="([^"]*)"/.exec(attributes)?.[1] || 'no description'}</span>`
}
