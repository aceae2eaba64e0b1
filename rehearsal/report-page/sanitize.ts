// What GitHub lets through of the HTML in Markdown (github/markup, and gjtorikian/html-pipeline's allowlist).
const ELEMENTS = new Set(
  `h1 h2 h3 h4 h5 h6 br b i strong em a pre code img tt div ins del sup sub p picture ol ul table thead tbody tfoot
  blockquote dl dt dd kbd q samp var hr ruby rt rp li tr td th s strike summary details caption figure figcaption abbr
  bdo cite dfn mark small source span time wbr input`.split(/\s+/),
)
const ATTRIBUTES = new Set(
  `abbr align alt border cellpadding cellspacing checked cite class colspan datetime dir disabled height href lang open rowspan scope src start summary title type value valign width`.split(
    /\s+/,
  ),
)
const LINKS = new Set(['href', 'src', 'cite'])
const SAFE_LINK =
  /^(?:https?:\/\/[^\s]+|mailto:[^\s]+|#[\w-]*|\.{0,2}\/?[\w%@+,~-][\w./%@+,~-]*(?:[?#][^\s]*)?)$/i

const OWN_CLASS = /^(?:pl-\w+|markdown-alert(?:-title| markdown-alert-\w+)|diff)$/
// These have no end tag, so that none is missing.
const VOID = new Set(['br', 'hr', 'img', 'input', 'source', 'wbr'])
// The end tag of these may be left out; browsers see where they end.
const OPEN_ENDED = new Set(['p', 'li', 'dt', 'dd', 'tr', 'td', 'th', 'thead', 'tbody', 'tfoot', 'rt', 'rp'])

const TAG =
  /<!--[\s\S]*?(?:-->|$)|<(\/?)([a-z][a-z0-9-]*)((?:\s+[^\s"'<>/=]+(?:\s*=\s*(?:"[^"]*"|'[^']*'|[^\s"'=<>`]+))?)*)\s*(\/?)>|</gi
const ATTRIBUTE = /([^\s"'<>/=]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'=<>`]+)))?/g

/**
 * HTML with only what GitHub lets through. Every `<` is either rebuilt as a known tag with known attributes, or shown
 * as a sign: nothing passes because it was not understood. What was opened is closed, and only that, so that no text
 * leaves its frame.
 */
export function sanitize(html: string): string {
  return filter(html, true)
}

/** The same for HTML that somebody wrote: it has no classes at all, so that it cannot dress up as a part of the page. */
export function withoutClasses(html: string): string {
  return filter(html, false)
}

function filter(html: string, whole: boolean): string {
  const open: string[] = []
  const kept = html.replace(
    TAG,
    (tag, closing?: string, name?: string, attributes?: string, empty?: string) => {
      if (tag.startsWith('<!--')) return ''
      const element = name?.toLowerCase()
      if (element === undefined) return '&lt;'
      if (!ELEMENTS.has(element)) return ''
      if (element === 'input' && !/type="checkbox"/.test(attributes ?? '')) return ''
      if (closing) return whole ? close(open, element) : `</${element}>`
      if (!VOID.has(element)) open.push(element)
      return `<${element}${keptAttributes(attributes ?? '', whole)}${empty ? ' /' : ''}>`
    },
  )
  return whole ? kept + ends(open) : kept
}

/** The end tags that an end tag stands for: none where nothing of that name is open. */
function close(open: string[], element: string): string {
  const at = open.lastIndexOf(element)
  return at < 0 ? '' : ends(open.splice(at))
}

function ends(elements: readonly string[]): string {
  return elements
    .filter((element, at) => at === 0 || !OPEN_ENDED.has(element))
    .reverse()
    .map(element => `</${element}>`)
    .join('')
}

function keptAttributes(text: string, classes: boolean): string {
  return [...text.matchAll(ATTRIBUTE)]
    .map(([, name = '', double, single, bare]) => ({
      name: name.toLowerCase(),
      value: double ?? single ?? bare ?? '',
    }))
    .filter(({ name, value }) => ATTRIBUTES.has(name) && isSafe(name, value, classes))
    .map(({ name, value }) => ` ${name}="${requote(value)}"`)
    .join('')
}

/** Links lead to pages; classes are those of our own Markdown. */
function isSafe(name: string, value: string, classes: boolean): boolean {
  if (name === 'class') return classes && OWN_CLASS.test(value)
  return !LINKS.has(name) || SAFE_LINK.test(value)
}

/** An attribute's value is escaped already, but for the quotes it did not stand in. */
function requote(value: string): string {
  return value.replaceAll('"', '&quot;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}
