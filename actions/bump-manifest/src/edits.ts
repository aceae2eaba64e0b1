import { isScalar, type Pair, type Scalar } from 'yaml'
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
import { type Place, pathOf, type Reader } from '../../../toolkit/yaml/places.ts'
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

/** A value that changes, and the paths of the references that it is changed for. */
interface Shared {
  readonly scalar: Scalar
  readonly reader: Reader
  readonly wanted: Set<string>
}

/** Starts collecting. */
export function collectEdits(file: YamlFile): Edits {
  const replacements = new Map<Scalar, Replace>()
  const additions = new Map<Pair, Add>()
  const shared = new Map<Scalar, Shared>()

  const share = (reader: Reader, scalar: Scalar, place: Place): void => {
    const entry = shared.get(scalar) ?? { scalar, reader, wanted: new Set() }
    entry.wanted.add(pathOf(place))
    shared.set(scalar, entry)
  }

  const replace = (edit: Replace): void => {
    const known = replacements.get(edit.scalar)
    if (known && known.value !== edit.value)
      throw new Uneditable(
        `has one value at line ${lineAt(file.text, startOf(edit.scalar))} for references that become different`,
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

  const checkShared = ({ scalar, reader, wanted }: Shared): void => {
    const stranger = reader.aliasedReadsOf(scalar).find(place => !wanted.has(pathOf(place)))
    if (!stranger) return
    const places = `line ${lineAt(file.text, startOf(scalar))} and, by an alias, at line ${lineOf(file, stranger)}`
    throw new Uneditable(
      `uses one value at ${places}, which is no reference to this image; change both with 'set'`,
    )
  }

  return {
    add(reader, edit, asked = false) {
      const place = edit.kind === 'replace' ? edit.place : edit.after
      const scalar = edit.kind === 'replace' ? edit.scalar : edit.after.node
      if (edit.kind === 'add') add(edit)
      else if (String(edit.scalar.value ?? '') !== edit.value) replace(edit)
      else return
      if (isScalar(scalar) && !asked) share(reader, scalar, place)
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

function startOf(scalar: Scalar): number {
  return scalar.range?.[0] ?? 0
}
