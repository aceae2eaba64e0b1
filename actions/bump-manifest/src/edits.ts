import { type Alias, isScalar, type Pair, type ParsedNode, type Scalar } from 'yaml'
import {
  type Add,
  applySplices,
  type Edit,
  isMissing,
  type Replace,
  spliceOf,
  Uneditable,
} from '../../../toolkit/yaml/edit.ts'
import { lineAt, type YamlFile } from '../../../toolkit/yaml/parse.ts'
import type { Place, Reader } from '../../../toolkit/yaml/places.ts'
import { isProven } from '../../../toolkit/yaml/prove.ts'

/** Collects the edits of one file; a value that several references share is edited once. */
export interface Edits {
  /**
   * Takes an edit. `asked` says that the user named this very value, not only an image.
   * @throws Uneditable where another edit wants something else for the same value.
   */
  add(reader: Reader, edit: Edit, asked?: boolean): void
  /**
   * The text with all edits.
   * @throws Uneditable where a shared value would change in places that nobody asked for, or where the new text does
   * not read as the old one with these edits and no other change.
   */
  apply(): string
}

/** A value that changes, and the aliases that may lead to it. */
interface Shared {
  readonly node: ParsedNode
  readonly reader: Reader
  readonly wanted: Set<Alias>
}

/** Starts collecting. */
export function collectEdits(file: YamlFile): Edits {
  const replacements = new Map<Scalar, Replace>()
  const additions = new Map<Pair, Add>()
  const shared = new Map<ParsedNode, Shared>()

  const share = (reader: Reader, node: ParsedNode, via: readonly Alias[]): void => {
    const entry = shared.get(node) ?? { node, reader, wanted: new Set() }
    for (const alias of via) entry.wanted.add(alias)
    shared.set(node, entry)
  }

  const replace = (edit: Replace): void => {
    const known = replacements.get(edit.scalar)
    if (known && known.value !== edit.value)
      throw new Uneditable(
        `has one value at ${where(file, edit.scalar)} for references that become different`,
      )
    replacements.set(edit.scalar, known ?? edit)
  }

  const add = (edit: Add): void => {
    const { pair } = edit.after
    if (!pair) throw new Uneditable(`has no place for '${edit.fields[0]?.[0]}'`)
    const known = additions.get(pair)
    const fresh = edit.fields.filter(([key]) => !known?.fields.some(([other]) => other === key))
    additions.set(pair, known ? { ...known, fields: [...known.fields, ...fresh] } : edit)
  }

  const checkShared = ({ node, reader, wanted }: Shared): void => {
    const stranger = reader.aliasesOf(node).find(alias => !wanted.has(alias))
    if (!stranger) return
    const places = `${where(file, node)} and, by the alias *${stranger.source}, at ${where(file, stranger)}`
    throw new Uneditable(
      `uses one value at ${places}, which is no reference to this image; change both with 'set'`,
    )
  }

  return {
    add(reader, edit, asked = false) {
      const place = edit.kind === 'replace' ? edit.place : edit.after
      const node = edit.kind === 'replace' ? edit.scalar : edit.after.node
      if (edit.kind === 'add') add(edit)
      else if (String(edit.scalar.value ?? '') !== edit.value) replace(edit)
      else return
      if (node && !asked) share(reader, node as ParsedNode, place.via)
    },
    apply() {
      for (const value of shared.values()) checkShared(value)
      const edits = [...replacements.values(), ...additions.values()]
      if (edits.length === 0) return file.text
      const after = applySplices(
        file.text,
        edits.map(edit => spliceOf(file, edit)),
      )
      if (!isProven(file, after, edits)) throw new Uneditable('would not read as intended after the change')
      return after
    },
  }
}

/** The line at which a person finds a place: of its alias, where it is reached through one. */
export function lineOf(file: YamlFile, place: Place): number {
  const node = place.via.at(-1) ?? place.node
  const found = node === null || (isScalar(node) && isMissing(node)) ? place.pair?.key : node
  return lineAt(file.text, found?.range?.[0] ?? 0)
}

function where(file: YamlFile, node: { range?: readonly number[] | null | undefined }): string {
  return `line ${lineAt(file.text, node.range?.[0] ?? 0)}`
}
