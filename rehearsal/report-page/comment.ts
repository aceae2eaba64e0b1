import type { Exhibit } from '../story.ts'
import { type Html, html } from './html.ts'
import { markdown } from './markdown.ts'

type CommentExhibit = Extract<Exhibit, { kind: 'comment' }>

/** A comment of a pull request or an issue, or what it was opened with, as GitHub shows it. */
export function commentView({ author, did = 'commented on', where, body }: CommentExhibit): Html {
  return html`<article class="card comment"><div class="bar"><b>${author.replace(/\[bot\]$/, '')}</b>
    ${author.endsWith('[bot]') && html`<span class="label-bot">bot</span>`} ${did} ${where}</div>${markdown(body, 'comment')}</article>`
}
