import { emojis } from './emoji.ts'

// Within a word, neither starts a mention (an e-mail address) nor a reference (`&#39;`).
const MENTION = /(?<![\w@/.`-])@([a-z\d](?:-?[a-z\d]){0,38}(?:\/[a-z\d][\w.-]*)?)\b/gi
const REFERENCE = /(?<![\w&/])#(\d+)\b/g
const LITERAL = new Set(['a', 'code', 'pre', 'tt'])

/**
 * Sanitised HTML with mentions, references and shortcodes as GitHub makes them: in what the Markdown has become, so
 * that a backslash or an entity does not keep `@name` from being one, and only code and links do.
 */
export function linked(html: string): string {
  let literal = 0
  return html
    .split(/(<[^<>]*>)/)
    .map(part => {
      const [, end, name] = /^<(\/?)([a-z\d]+)/.exec(part) ?? []
      if (name === undefined) return literal > 0 ? part : links(emojis(part))
      if (LITERAL.has(name)) literal += end ? -1 : 1
      return part
    })
    .join('')
}

function links(text: string): string {
  return text
    .replace(/&(?:#64|#x40|commat);/gi, '@')
    .replace(MENTION, '<a class="user-mention" href="https://github.com/$1">@$1</a>')
    .replace(REFERENCE, '<a class="issue-link" href="../issues/$1">#$1</a>')
}
