import { Composer, type Document, Lexer, type ParsedNode, Parser, type YAMLError } from 'yaml'

/** Larger files are refused: no manifest is that long, and parsing takes a second for every four megabytes. */
export const LARGEST_FILE = 10 * 1024 * 1024

// Four hundred thousand lines of one word, or six megabytes of a usual manifest: more would fill the memory.
const MOST_TOKENS = 2_000_000

// A person nests ten levels or twenty; each level costs stack.
const DEEPEST_FLOW = 200

/** A file that is left alone; the message says why in a clause: `is not UTF-8`. */
export class Unreadable extends Error {
  override readonly name = 'Unreadable'
}

/** A stream of YAML documents (JSON is YAML) and the text that it came from. Offsets are indexes into `text`. */
export interface YamlFile {
  readonly text: string
  /** All of the text, cut into the tokens of the language; control tokens of one character in between. */
  readonly lexemes: readonly string[]
  /** Scalars are text as it was written: `1.10` and `yes` stay what they are. */
  readonly documents: readonly Document.Parsed<ParsedNode>[]
}

/**
 * The text of a file; a byte order mark stays in it.
 * @param bytes undefined: the file was found to be too large, and was not read at all
 * @throws Unreadable where it is too large or not UTF-8.
 */
export function decode(bytes: Uint8Array | undefined): string {
  if (bytes === undefined) throw new Unreadable('is over 10 MiB; such files are not read')
  if (bytes.byteLength > LARGEST_FILE)
    throw new Unreadable(`is ${Math.ceil(bytes.byteLength / 1048576)} MiB; files over 10 MiB are not read`)
  if (utf16Of(bytes)) throw new Unreadable('is UTF-16; save it as UTF-8')
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch {
    throw new Unreadable('is not valid UTF-8')
  }
}

/** The encoding that a byte order mark of UTF-16 tells; undefined where there is none. */
export function utf16Of([first, second]: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  if (first === 0xff && second === 0xfe) return 'utf-16le'
  return first === 0xfe && second === 0xff ? 'utf-16be' : undefined
}

/**
 * Parses a stream, remembering where everything stands. Duplicate keys are let through: real files have them.
 * @throws Unreadable where it is no YAML, or a template that is yet to become YAML.
 */
export function parseYaml(text: string): YamlFile {
  if (text.startsWith('version https://git-lfs.github.com/spec/'))
    throw new Unreadable('is a pointer of Git LFS; its content is not in the repository')
  const lexemes = tokenize(text)
  refuseDeepNesting(lexemes)
  refuseTemplate(text, lexemes)
  const documents = [...compose(lexemes)]
  const error = documents.flatMap(document => document.errors)[0]
  if (error && /call stack/.test(error.message)) throw new Unreadable('is nested too deeply')
  if (error) throw new Unreadable(`is no valid YAML: ${describe(text, error)}`)
  return { text, lexemes, documents }
}

/** The line of an offset, counted from 1. */
export function lineAt(text: string, offset: number): number {
  const starts = lineStarts(text)
  let low = 0
  let high = starts.length
  while (high - low > 1) {
    const middle = (low + high) >> 1
    if (starts[middle]! <= offset) low = middle
    else high = middle
  }
  return low + 1
}

// Lines are asked for many times of one text, and then of the next.
let latest: { text: string; starts: number[] } = { text: '', starts: [0] }

function lineStarts(text: string): number[] {
  if (latest.text !== text) {
    const starts = [0]
    for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1)
    latest = { text, starts }
  }
  return latest.starts
}

function tokenize(text: string): string[] {
  const lexemes: string[] = []
  for (const lexeme of new Lexer().lex(text)) {
    if (lexemes.length === MOST_TOKENS) throw new Unreadable(`has more than ${MOST_TOKENS} tokens`)
    lexemes.push(lexeme)
  }
  return lexemes
}

function* compose(lexemes: readonly string[]): Generator<Document.Parsed<ParsedNode>> {
  // Failsafe: nothing but text, lists and maps. It is what splicing needs, and the quickest.
  const composer = new Composer({ schema: 'failsafe', uniqueKeys: false, prettyErrors: false })
  const parser = new Parser()
  // It takes a byte order mark for text that begins the line, and then knows no list there.
  const start = lexemes[0] === '\ufeff' ? 1 : 0
  parser.offset = start
  try {
    for (const lexeme of lexemes.slice(start))
      for (const token of parser.next(lexeme)) yield* composer.next(token)
    for (const token of parser.end()) yield* composer.next(token)
    yield* composer.end()
  } catch (thrown) {
    if (thrown instanceof RangeError) throw new Unreadable('is nested too deeply')
    throw thrown
  }
}

function refuseDeepNesting(lexemes: readonly string[]): void {
  let depth = 0
  let run = 0
  for (const lexeme of lexemes) {
    if (lexeme === '{' || lexeme === '[') depth++
    else if (lexeme === '}' || lexeme === ']') depth--
    else if (lexeme === '-' || lexeme === '?') run++
    else if (lexeme[0] !== ' ' && lexeme[0] !== '\t') run = 0
    if (depth > DEEPEST_FLOW || run > DEEPEST_FLOW) throw new Unreadable('is nested too deeply')
  }
}

/**
 * `image: {{ .Values.image }}` parses as a map in a map, so the parser's word is not enough: two braces outside of any
 * text make a file a template, and so they do within the plain text of a manifest (`name: app-{{ .x }}`). Elsewhere,
 * and in Argo's own objects, plain text may hold them: charts fill in such values, and Argo does.
 */
function refuseTemplate(text: string, lexemes: readonly string[]): void {
  if (!text.includes('{{')) return
  const isManifest = /^apiVersion:/m.test(text) && !/^apiVersion:\s*["']?argoproj\.io\//m.test(text)
  let offset = 0
  for (const [at, lexeme] of lexemes.entries()) {
    if (lexeme === '{' && lexemes[at - 1] === '{') throw new Unreadable(templateAt(text, offset))
    if (!isControl(lexeme)) offset += lexeme.length
  }
  const reason = isManifest ? templatedText({ text, lexemes }, () => true) : undefined
  if (reason !== undefined) throw new Unreadable(reason)
}

function templateAt(text: string, offset: number): string {
  return `is a template: line ${lineAt(text, offset)} has {{ outside quotes`
}

/**
 * Why plain text with `{{` in it is left alone, for the first one that is meant; undefined where there is none.
 * GitHub's `${{ … }}` is none.
 */
export function templatedText(
  { text, lexemes }: Pick<YamlFile, 'text' | 'lexemes'>,
  isMeant: (plain: string) => boolean,
): string | undefined {
  if (!text.includes('{{')) return undefined
  let offset = 0
  let block = false
  for (const [at, lexeme] of lexemes.entries()) {
    const isText = lexemes[at - 1] === SCALAR
    if (isText && !block && /(?<!\$)\{\{/.test(lexeme) && isMeant(lexeme)) return templateAt(text, offset)
    if (isText) block = false
    else if (/^[|>]/.test(lexeme)) block = true
    if (!isControl(lexeme)) offset += lexeme.length
  }
  return undefined
}

/** The lexer's mark before plain and block text. */
export const SCALAR = '\u001f'

/** Whether a lexeme is a mark of the lexer, not a part of the text (yaml: DOCUMENT, FLOW_END, SCALAR). */
export function isControl(lexeme: string): boolean {
  return lexeme === '\u0002' || lexeme === '\u0018' || lexeme === SCALAR
}

function describe(text: string, error: YAMLError): string {
  return `line ${lineAt(text, error.pos[0])}: ${error.message}`
}
