/** How texts repeat a secret: as it is, without the whitespace around it, line by line, and encoded. */
export interface Spellings {
  /** To be hidden wherever they stand. */
  readonly anywhere: readonly string[]
  /** The same in base64: all base64 around them goes with them, because neighbours share bits. */
  readonly base64: readonly string[]
  /** To be hidden where no letter or digit stands beside them. */
  readonly words: readonly string[]
  /** To be hidden where they are the whole text. */
  readonly wholes: readonly string[]
}

/** Secrets of this many characters are hidden wherever they stand; of digits alone it takes one more. */
export const SHORTEST_ANYWHERE = 5
/** Shorter ones from this length on are hidden as words only. */
export const SHORTEST_WORD = 3
/** Ones of this length are hidden only where they are the whole text. */
const SHORTEST_SECRET = 2
/** Lines of a longer secret: a shorter one (`}`, `EOF`) protects nothing and stands everywhere. */
const SHORTEST_LINE = 6
/** Fewer characters of base64 stand in other base64 by chance. */
const SHORTEST_BASE64 = 6

// What a program answers, not what it guards; and what reports are made of, which would be none without.
const NEVER = new Set([
  ...['true', 'false', 'null', 'none', 'yes', 'no', 'on', 'off'],
  ...['details', 'summary', 'code', 'span', 'sub', 'diff', 'text', 'json', 'href', 'http', 'https', 'github'],
])

const NONE: Spellings = { anywhere: [], base64: [], words: [], wholes: [] }

/** Whether a text is worth hiding: neither a word like `true` nor a single character. */
export function isSecret(text: string): boolean {
  const core = text.length < 16 ? text.trim() : text
  return core.length >= SHORTEST_SECRET && !NEVER.has(core.toLowerCase())
}

/** The spellings of one secret; none of what can be no secret, such as `true` or a single character. */
export function spellingsOf(secret: string): Spellings {
  const core = secret.trim()
  if (!isSecret(core)) return NONE
  if (core.length < SHORTEST_WORD) return { ...NONE, wholes: [core] }
  if (core.length < SHORTEST_ANYWHERE || /^\d{1,5}$/.test(core))
    return { ...NONE, words: [core], wholes: [...encoded(core), ...wholeBase64(core)] }
  const parts = [...new Set([core, ...linesOf(core)])]
  return {
    ...NONE,
    anywhere: [...new Set(parts.flatMap(part => [part, ...encoded(part)]))],
    base64: [...new Set(parts.flatMap(inBase64))],
  }
}

/** The lines of a multi-line secret that are worth hiding; the frame of a PEM block is the same in all of them. */
function linesOf(secret: string): string[] {
  if (!secret.includes('\n')) return []
  return secret
    .split('\n')
    .map(line => line.trim())
    .filter(line => line.length >= SHORTEST_LINE && !/^-----(BEGIN|END) [A-Z ]+-----$/.test(line))
}

function encoded(text: string): string[] {
  const hex = Buffer.from(text).toString('hex')
  // All other encodings leave such a text as it is.
  if (/^[\w.-]*$/.test(text)) return [hex, hex.toUpperCase()]
  const json = inJson(text)
  return [
    ...[json, inAscii(json), inGoJson(text), inHcl(json)].flatMap(nested),
    hex,
    hex.toUpperCase(),
    // Percent-encoding is undone before the search; forms write a space as a plus.
    text.replaceAll(' ', '+'),
  ].filter(spelling => spelling !== text)
}

function inJson(text: string): string {
  return JSON.stringify(text).slice(1, -1)
}

/** JSON in a string of JSON, and so on: a policy in a document in an attribute, which is shown as JSON. */
function nested(json: string): string[] {
  const twice = inJson(json)
  const thrice = inJson(twice)
  return [json, twice, thrice, inJson(thrice)]
}

/** JSON as many programs write it, with nothing but ASCII. */
function inAscii(json: string): string {
  return json.replace(/[^\x00-\x7f]/g, mark => `\\u${mark.charCodeAt(0).toString(16).padStart(4, '0')}`)
}

/** Terraform writes JSON as Go does: also `<`, `>`, `&` and two line separators escaped. */
function inGoJson(text: string): string {
  return inJson(text).replace(
    /[<>&\u2028\u2029]/g,
    mark => `\\u${mark.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )
}

/** As a quoted string of HCL: so Terraform writes keys in addresses, and strings in plans as text. */
function inHcl(json: string): string {
  return json.replace(/[$%](?=\{)/g, '$&$&')
}

/**
 * What of its base64 is always the same within the base64 of a longer text: that depends on how many bytes precede
 * it, modulo 3, and the characters at both ends share bits with their neighbours.
 */
function inBase64(text: string): string[] {
  const bytes = Buffer.from(text)
  const found: string[] = []
  for (const ahead of [0, 1, 2]) {
    const coded = Buffer.concat([Buffer.alloc(ahead), bytes]).toString('base64')
    const first = Math.ceil((ahead * 8) / 6)
    const last = Math.floor(((ahead + bytes.length) * 8) / 6)
    const core = coded.slice(first, last)
    if (core.length >= SHORTEST_BASE64) found.push(core)
    const forUrls = core.replaceAll('+', '-').replaceAll('/', '_')
    if (core.length >= SHORTEST_BASE64 && forUrls !== core) found.push(forUrls)
  }
  return found
}

function wholeBase64(text: string): string[] {
  const bytes = Buffer.from(text)
  const padded = bytes.toString('base64')
  return [padded, padded.replace(/=+$/, ''), bytes.toString('base64url')]
}
