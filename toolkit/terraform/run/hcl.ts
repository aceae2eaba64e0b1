/**
 * A tolerant reading of HCL, only as deep as it takes to find values that must be hidden: top-level attributes and
 * blocks, and the literals in them. Terraform itself judges what is right; here wrong syntax just ends the reading.
 */

interface Token {
  readonly kind: 'name' | 'number' | 'text' | 'sign'
  readonly value: string
}

/** A piece of a file or a block: `name = …` or `name "label" { … }`. */
export interface Item {
  readonly name: string
  readonly labels: readonly string[]
  /** The literals of an attribute's value: strings without their interpolations, and numbers. */
  readonly literals: readonly string[]
  /** The words of an attribute's value that are no literals: `true`, `var`. */
  readonly words: readonly string[]
  /** What a block holds; undefined for an attribute. */
  readonly body: readonly Item[] | undefined
}

/** Reads a file's text. */
export function readHcl(text: string): Item[] {
  return itemsOf(tokensOf(text))
}

// In this order: comments and heredocs may hold anything.
const LEXEMES = [
  /\/\*[\s\S]*?(?:\*\/|$)/y,
  /(?:#|\/\/)[^\n]*/y,
  /<<-?\s*([A-Za-z_][\w-]*)\r?\n([\s\S]*?)(?:^[ \t]*\1[ \t]*$|(?![\s\S]))/my,
  /-?\d[\d.]*(?:[eE][+-]?\d+)?/y,
  /[A-Za-z_][\w-]*/y,
  /[ \t\r]+/y,
] as const

function tokensOf(text: string): Token[] {
  const tokens: Token[] = []
  for (let at = 0; at < text.length; ) {
    if (text[at] === '"') {
      const { value, end } = quoted(text, at)
      tokens.push({ kind: 'text', value })
      at = end
      continue
    }
    const index = LEXEMES.findIndex(lexeme => {
      lexeme.lastIndex = at
      return lexeme.test(text)
    })
    if (index === -1) {
      tokens.push({ kind: 'sign', value: text[at] as string })
      at++
      continue
    }
    const lexeme = LEXEMES[index] as RegExp
    lexeme.lastIndex = at
    const [whole = '', , heredoc = ''] = lexeme.exec(text) ?? []
    if (index === 2) tokens.push({ kind: 'text', value: heredoc.replace(/\r?\n$/, '') })
    if (index === 3) tokens.push({ kind: 'number', value: whole })
    if (index === 4) tokens.push({ kind: 'name', value: whole })
    at += Math.max(1, whole.length)
  }
  return tokens
}

const ESCAPES: Record<string, string> = { n: '\n', r: '\r', t: '\t', '"': '"', '\\': '\\' }

/** A quoted string; interpolations are left out, so that what stands around them is still known. */
function quoted(text: string, start: number): { value: string; end: number } {
  let value = ''
  let at = start + 1
  while (at < text.length && text[at] !== '"' && text[at] !== '\n') {
    const pair = text.slice(at, at + 2)
    if (text[at] === '\\') {
      const code = /^\\(?:u([\da-fA-F]{4})|U([\da-fA-F]{8}))/.exec(text.slice(at, at + 10))
      if (code) {
        value += String.fromCodePoint(Math.min(0x10ffff, Number.parseInt((code[1] ?? code[2]) as string, 16)))
        at += code[0].length
      } else {
        value += ESCAPES[text[at + 1] ?? ''] ?? text[at + 1] ?? ''
        at += 2
      }
    } else if ((pair === '$$' || pair === '%%') && text[at + 2] === '{') {
      value += `${text[at]}{`
      at += 3
    } else if (/^[$%]\{/.test(pair)) {
      at = afterInterpolation(text, at + 2)
    } else {
      value += text[at]
      at++
    }
  }
  return { value, end: at + 1 }
}

function afterInterpolation(text: string, start: number): number {
  let depth = 1
  let at = start
  while (at < text.length && depth > 0) {
    if (text[at] === '"') at = quoted(text, at).end
    else {
      if (text[at] === '{') depth++
      if (text[at] === '}') depth--
      at++
    }
  }
  return at
}

function itemsOf(tokens: readonly Token[]): Item[] {
  const items: Item[] = []
  for (let at = 0; at < tokens.length; ) {
    const token = tokens[at] as Token
    if (token.kind !== 'name' && token.kind !== 'text') {
      at++
      continue
    }
    let next = at + 1
    const labels: string[] = []
    while (tokens[next]?.kind === 'text' || tokens[next]?.kind === 'name')
      labels.push((tokens[next++] as Token).value)
    const sign = tokens[next]
    const end = endOf(tokens, next)
    if (isSign(sign, '{'))
      items.push({
        name: token.value,
        labels,
        literals: [],
        words: [],
        body: itemsOf(tokens.slice(next + 1, end - 1)),
      })
    else if (isSign(sign, '=')) items.push(attribute(token.value, tokens.slice(next + 1, end)))
    at = Math.max(next + 1, isSign(sign, '{') || isSign(sign, '=') ? end : next)
  }
  return items
}

/** Where an item ends: behind the brace that closes it, or at the end of the line outside of all brackets. */
function endOf(tokens: readonly Token[], start: number): number {
  let depth = 0
  const block = isSign(tokens[start], '{')
  for (let at = start; at < tokens.length; at++) {
    const token = tokens[at] as Token
    if (token.kind !== 'sign') continue
    if ('{[('.includes(token.value)) depth++
    if ('}])'.includes(token.value)) depth--
    if (block && depth === 0) return at + 1
    if (!block && depth <= 0 && token.value === '\n') return at
  }
  return tokens.length
}

function attribute(name: string, tokens: readonly Token[]): Item {
  const values = (kinds: readonly Token['kind'][]) =>
    tokens.flatMap(({ kind, value }) => (kinds.includes(kind) ? [value] : []))
  return { name, labels: [], literals: values(['text', 'number']), words: values(['name']), body: undefined }
}

function isSign(token: Token | undefined, value: string): boolean {
  return token?.kind === 'sign' && token.value === value
}
