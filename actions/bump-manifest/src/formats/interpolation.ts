/**
 * Variables in compose files: `$NAME`, `${NAME}`, `${NAME:-default}`, `${NAME-default}`, `${NAME:?error}`,
 * `${NAME?error}`, `${NAME:+other}`, `${NAME+other}`, nested; `$$` is a dollar
 * (docs.docker.com, "Compose file reference", Interpolation).
 */

/** A stretch of the text that a value reads as. */
export interface Atom {
  /** What it reads as; UNSET where nobody has set the variable. */
  readonly text: string
  /** Where it stands in the value, or the variable that holds it; neither where it cannot be changed. */
  readonly at?: readonly [start: number, end: number]
  readonly variable?: string
}

/** Stands for a variable that is set only where compose runs. Reads as a part of a name or of a tag. */
export const UNSET = 'unset0variable0value'

/** Cuts a value into its atoms; undefined where its syntax is wrong. */
export function interpolate(value: string, variables: ReadonlyMap<string, string>): Atom[] | undefined {
  const reading = read(value, 0, variables, false)
  return reading?.end === value.length ? reading.atoms : undefined
}

interface Reading {
  readonly atoms: Atom[]
  readonly end: number
}

function read(
  value: string,
  from: number,
  variables: ReadonlyMap<string, string>,
  nested: boolean,
): Reading | undefined {
  const atoms: Atom[] = []
  let at = from
  while (at < value.length && !(nested && value[at] === '}')) {
    if (value[at] !== '$') {
      const end = endOfText(value, at, nested)
      atoms.push({ text: value.slice(at, end), at: [at, end] })
      at = end
      continue
    }
    const variable = readVariable(value, at, variables)
    if (!variable) return undefined
    atoms.push(...variable.atoms)
    at = variable.end
  }
  return { atoms, end: at }
}

function endOfText(value: string, from: number, nested: boolean): number {
  let end = from
  while (end < value.length && value[end] !== '$' && !(nested && value[end] === '}')) end++
  return end
}

function readVariable(
  value: string,
  at: number,
  variables: ReadonlyMap<string, string>,
): Reading | undefined {
  if (value[at + 1] === '$') return { atoms: [{ text: '$' }], end: at + 2 }
  const bare = /^\$([A-Za-z_]\w*)/.exec(value.slice(at))
  if (bare) return { atoms: [lookUp(bare[1] ?? '', variables)], end: at + bare[0].length }
  const braced = /^\$\{([A-Za-z_]\w*)(:?[-?+])?/.exec(value.slice(at))
  if (!braced) return undefined
  const [opening, name = '', operator = ''] = braced
  const word = read(value, at + opening.length, variables, true)
  if (word === undefined || value[word.end] !== '}' || (operator === '' && word.end > at + opening.length))
    return undefined
  return { atoms: choose(name, operator, word, at + opening.length, variables), end: word.end + 1 }
}

function choose(
  name: string,
  operator: string,
  word: Reading,
  start: number,
  variables: ReadonlyMap<string, string>,
): Atom[] {
  const set = variables.get(name)
  const counts = set !== undefined && !(operator.startsWith(':') && set === '')
  if (operator.endsWith('+')) return counts ? word.atoms : []
  if (counts || !operator.endsWith('-')) return [lookUp(name, variables)]
  return word.atoms.length > 0 ? word.atoms : [{ text: '', at: [start, start] }]
}

function lookUp(name: string, variables: ReadonlyMap<string, string>): Atom {
  return { text: variables.get(name) ?? UNSET, variable: name }
}

/** A change of one atom: other text in the value, or another value for a variable. */
export type Substitution =
  | { readonly value: string }
  | { readonly variable: string; readonly old: string; readonly new: string }

/**
 * Makes a value read as `wanted` by changing one atom, the last one that can do it; undefined where no single one
 * can. Variables that nobody has set are not changed.
 */
export function substitute(value: string, atoms: readonly Atom[], wanted: string): Substitution | undefined {
  for (let index = atoms.length - 1; index >= 0; index--) {
    const atom = atoms[index]!
    const before = atoms.slice(0, index).map(textOf).join('')
    const after = atoms
      .slice(index + 1)
      .map(textOf)
      .join('')
    const fits =
      wanted.startsWith(before) && wanted.endsWith(after) && wanted.length >= before.length + after.length
    if (!fits || atom.text === UNSET) continue
    const text = wanted.slice(before.length, wanted.length - after.length)
    if (atom.at) return { value: value.slice(0, atom.at[0]) + text + value.slice(atom.at[1]) }
    if (atom.variable !== undefined) return { variable: atom.variable, old: atom.text, new: text }
  }
  return undefined
}

function textOf({ text }: Atom): string {
  return text
}
