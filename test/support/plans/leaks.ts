import { inflateRawSync, inflateSync } from 'node:zlib'

/** A piece of a secret of this many characters counts as a leak; a shorter one tells too little. */
const PIECE = 8
const STRIDE = 8

/**
 * Everything that a text says, to be searched: as it is, as people read it (without the escapes of Markdown and HTML,
 * marks of no width and signs of diffs), and what is packed in hidden lines of comments.
 */
export function viewsOf(text: string): string[] {
  const all = [text, ...unpacked(text)]
  return [...new Set(all.flatMap(one => [one, rendered(one)]))]
}

/** What of the secrets the views show: whole, encoded, or any piece of eight characters and more. */
export function leaked(views: readonly string[], secrets: readonly string[]): string[] {
  const needles = new Set(secrets.flatMap(spellings).flatMap(piecesOf))
  const all = views.join('\n')
  return [...needles].filter(needle => all.includes(needle))
}

/** The ways to write a secret. Written anew, so that no fault of the mask's own list is repeated here. */
function spellings(secret: string): string[] {
  return secret
    .split(/\r?\n/)
    .filter(isTelling)
    .flatMap(line => {
      const json = JSON.stringify(line).slice(1, -1)
      const bytes = Buffer.from(line)
      const base64 = [0, 1, 2].map(ahead =>
        Buffer.concat([Buffer.alloc(ahead), bytes])
          .toString('base64')
          .slice(ahead === 0 ? 0 : ahead + 1, -4),
      )
      return [
        ...[line, json, JSON.stringify(json).slice(1, -1), json.replace(/[$%](?=\{)/g, '$&$&')],
        ...[...base64, ...base64.map(code => code.replaceAll('+', '-').replaceAll('/', '_'))],
        ...[bytes.toString('hex'), bytes.toString('hex').toUpperCase()],
        ...[encodeURIComponent(line), new URLSearchParams({ a: line }).toString().slice(2)],
      ].filter(spelling => spelling.length >= 5)
    })
}

// The frame of a key says nothing, and neither do the names in a document.
const isTelling = (line: string) => line.length >= 5 && !line.startsWith('-----')
const COMMON = /wörd|user|key/

function piecesOf(spelling: string): string[] {
  if (spelling.length <= PIECE + STRIDE) return [spelling]
  const pieces = []
  for (let at = 0; at + PIECE <= spelling.length; at += STRIDE) pieces.push(spelling.slice(at, at + PIECE))
  // Pieces of punctuation and escapes say nothing.
  return pieces.filter(piece => !COMMON.test(piece) && piece.replace(/[\W_]/g, '').length > 3)
}

const ENTITIES: Readonly<Record<string, string>> = { lt: '<', gt: '>', quot: '"', amp: '&' }

function rendered(text: string): string {
  return text
    .replace(/<\/?(?:span|wbr|b|i)>/g, '')
    .replace(/[\u200b-\u200d\u2060\ufeff]/g, '')
    .replace(/&(lt|gt|quot|amp);/g, (_, name: string) => ENTITIES[name] ?? '')
    .replace(/&#(\d+);/g, (_, code: string) => String.fromCodePoint(Number(code)))
    .replace(/\\u\{([0-9a-f]+)\}/g, (_, code: string) => String.fromCodePoint(Number.parseInt(code, 16)))
    .replace(/\\([\\`*_[\]<>|#~&$])/g, '$1')
}

/** What the hidden lines of comments hold, and the review records in that. */
function unpacked(text: string): string[] {
  const words = [...text.matchAll(/<!-- gitops-actions:\w+ (\S+) -->/g)].map(([, word = '']) => word)
  const packed = words.flatMap(word => {
    const bytes = Buffer.from(word.replaceAll('.', '-'), 'base64url')
    // Not all are packed: one is the key of the comment.
    return bytes[0] === 0x78 ? [inflateSync(bytes).toString()] : []
  })
  const records = [text, ...packed].flatMap(one =>
    [...one.matchAll(/\b1\.([A-Za-z0-9+/]{20,})\.[0-9a-f]{8}\b/g)].map(([, body = '']) =>
      inflateRawSync(Buffer.from(body, 'base64')).toString(),
    ),
  )
  return [...packed, ...records]
}
