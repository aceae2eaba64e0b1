import { type Html, html } from './html.ts'
import { markdown } from './markdown.ts'

/** A comment of a pull request or an issue, as GitHub shows it. */
export function commentView(author: string, where: string, body: string): Html {
  return html`<article class="card comment"><div class="bar"><b>${author.replace(/\[bot\]$/, '')}</b>
    ${author.endsWith('[bot]') && html`<span class="label-bot">bot</span>`} commented on ${where}</div>${markdown(body, 'comment')}</article>`
}
