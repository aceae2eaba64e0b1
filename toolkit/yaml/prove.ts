import { CST, isAlias, isMap, isScalar, isSeq, Lexer, type Node, type Pair } from 'yaml'
import { type Edit, isMissing } from './edit.ts'
import { isControl, parseYaml, SCALAR, type YamlFile } from './parse.ts'

/**
 * Whether `after` reads as the file does with these edits and no other change, comments and spaces included.
 *
 * What a text means depends on its tokens alone. Where scalars are replaced, cutting `after` into tokens again and
 * finding all others the same, in the same order, proves that nothing but these values differs; that costs a quarter
 * of a parse. Added values bring tokens of their own: there the new text is parsed and compared value by value.
 */
export function isProven(file: YamlFile, after: string, edits: readonly Edit[]): boolean {
  const values = new Map(edits.flatMap(edit => (edit.kind === 'replace' ? [[edit.scalar, edit.value]] : [])))
  const inPlace = edits.every(edit => edit.kind === 'replace' && !isMissing(edit.scalar))
  if (!inPlace) return sameDocuments(file, after, values, edits)
  return sameTokens(file.lexemes, after, new Map([...values].map(([node, value]) => [startOf(node), value])))
}

/** Compares token by token; `values` holds what each replaced scalar shall read as, by its offset. */
function sameTokens(before: readonly string[], text: string, values: ReadonlyMap<number, string>): boolean {
  let at = 0
  let offset = 0
  let proven = 0
  for (const lexeme of new Lexer().lex(text)) {
    // Plain text has a mark before it and quoted text has none, yet one may take the other's place.
    if (lexeme === SCALAR) continue
    if (before[at] === SCALAR) at++
    const old = before[at++]
    if (old === undefined) return false
    const control = isControl(old)
    const expected = control ? undefined : values.get(offset)
    if (expected === undefined ? lexeme !== old : readScalar(lexeme) !== expected) return false
    if (expected !== undefined) proven++
    if (!control) offset += old.length
  }
  return at === before.length && proven === values.size
}

function readScalar(lexeme: string): string | undefined {
  const type = QUOTED[lexeme[0] ?? ''] ?? 'scalar'
  return CST.resolveAsScalar({ type, offset: 0, indent: 0, source: lexeme })?.value
}

const QUOTED: Record<string, 'double-quoted-scalar' | 'single-quoted-scalar'> = {
  '"': 'double-quoted-scalar',
  "'": 'single-quoted-scalar',
}

/** Parses the new text and compares it with the file's documents as they should have become. */
function sameDocuments(
  file: YamlFile,
  text: string,
  values: ReadonlyMap<unknown, string>,
  edits: readonly Edit[],
): boolean {
  const added = new Map(
    edits.flatMap(edit => (edit.kind === 'add' ? [[edit.after.pair as unknown, edit]] : [])),
  )

  const same = (old: unknown, fresh: unknown): boolean => {
    if (!isNode(old) || !isNode(fresh)) return (old ?? null) === (fresh ?? null)
    if (isAlias(old)) return isAlias(fresh) && fresh.source === old.source
    if (isAlias(fresh) || old.anchor !== fresh.anchor || old.tag !== fresh.tag) return false
    if (isScalar(old))
      return isScalar(fresh) && String(fresh.value) === (values.get(old) ?? String(old.value))
    if (isSeq(old)) return isSeq(fresh) && sameList(old.items, fresh.items)
    return isMap(old) && isMap(fresh) && samePairs(old.items, fresh.items)
  }

  const sameList = (old: readonly unknown[], fresh: readonly unknown[]): boolean =>
    old.length === fresh.length && old.every((item, at) => same(item, fresh[at]))

  const samePairs = (old: readonly Pair[], fresh: readonly Pair[]): boolean => {
    const expected = old.flatMap(pair => {
      const extra = added.get(pair)
      const kept = { key: pair.key, value: pair.value }
      return extra === undefined ? [kept] : [kept, ...extra.fields.map(([key, value]) => ({ key, value }))]
    })
    return (
      expected.length === fresh.length &&
      expected.every(({ key, value }, at) => reads(key, fresh[at]?.key) && reads(value, fresh[at]?.value))
    )
  }

  const reads = (old: unknown, fresh: unknown): boolean =>
    typeof old === 'string' ? isScalar(fresh) && fresh.value === old : same(old, fresh)

  const documents = parseYaml(text).documents
  return sameList(
    file.documents.map(({ contents }) => contents),
    documents.map(({ contents }) => contents),
  )
}

function isNode(value: unknown): value is Node & { anchor?: string; tag?: string } {
  return isAlias(value) || isScalar(value) || isMap(value) || isSeq(value)
}

function startOf(node: { range?: readonly number[] | null | undefined }): number {
  return node.range?.[0] ?? -1
}
