/**
 * The path of a value in a YAML or JSON file: `spec.containers[name=web].image`, `images[0].newTag`,
 * `data["a.b"]`. `$[…]` in front picks a document of a stream of several: `$[1]`, `$[kind=Deployment]`,
 * `$[kind=Deployment, metadata.name=web]`. Items and documents count from 0; a negative number counts from the end.
 */
export interface YamlPath {
  /** Picks the document; undefined: the only one that has the path. */
  readonly document: ItemStep | undefined
  readonly steps: readonly Step[]
}

/** One step into a collection. */
export type Step = { readonly kind: 'key'; readonly key: string } | ItemStep

/** One item of a list: by number, or the only one in which the fields have these values. */
export type ItemStep =
  | { readonly kind: 'index'; readonly index: number }
  | {
      readonly kind: 'where'
      readonly fields: readonly (readonly [path: readonly string[], value: string])[]
    }

const KEY = /^[^.[\]"'=\s]+/
const QUOTED = /^(?:"((?:[^"\\]|\\.)*)"|'((?:[^']|'')*)')/

/**
 * Reads a path.
 * @throws Error saying where it breaks.
 */
export function parsePath(text: string): YamlPath {
  const steps: Step[] = []
  let rest = text.trim()
  let document: ItemStep | undefined
  if (/^\$(?:[.[]|$)/.test(rest)) {
    rest = rest.slice(1)
    if (rest.startsWith('[')) {
      const { step, length } = bracket(text, rest)
      if (step.kind === 'key') throw broken(text, rest)
      document = step
      rest = rest.slice(length)
    }
    rest = rest.replace(/^\./, '')
  }
  while (rest !== '') {
    const { step, length } = rest.startsWith('[') ? bracket(text, rest) : bareKey(text, rest)
    steps.push(step)
    rest = rest.slice(length)
    if (/^\.[^.[]/.test(rest)) rest = rest.slice(1)
    else if (rest !== '' && !rest.startsWith('[')) throw broken(text, rest)
  }
  if (steps.length === 0) throw new Error(`the path '${text}' names no value; write one such as image.tag`)
  return { document, steps }
}

/** Writes keys and item numbers as a path that `parsePath` reads. */
export function formatPath(steps: readonly (string | number)[]): string {
  return steps.reduce<string>((path, step) => {
    if (typeof step === 'number') return `${path}[${step}]`
    if (KEY.exec(step)?.[0] !== step || (path === '' && step === '$'))
      return `${path}[${JSON.stringify(step)}]`
    return path === '' ? step : `${path}.${step}`
  }, '')
}

function bareKey(text: string, rest: string): { step: Step; length: number } {
  const key = KEY.exec(rest)?.[0]
  if (key === undefined) throw broken(text, rest)
  return { step: { kind: 'key', key }, length: key.length }
}

function bracket(text: string, rest: string): { step: Step; length: number } {
  const inner = rest.slice(1)
  const quoted = QUOTED.exec(inner)
  if (quoted && inner[quoted[0].length] === ']')
    return { step: { kind: 'key', key: unquote(quoted) }, length: quoted[0].length + 2 }
  const number = /^(-?\d+)\]/.exec(inner)
  if (number) return { step: { kind: 'index', index: Number(number[1]) }, length: number[0].length + 1 }
  return conditions(text, rest)
}

function conditions(text: string, rest: string): { step: ItemStep; length: number } {
  const fields: [string[], string][] = []
  let at = 1
  for (;;) {
    const field = /^\s*([^[\]"'=,\s]+)\s*=\s*/.exec(rest.slice(at))
    if (!field) throw broken(text, rest)
    at += field[0].length
    const quoted = QUOTED.exec(rest.slice(at))
    const raw = quoted?.[0] ?? /^[^\],]*/.exec(rest.slice(at))?.[0] ?? ''
    at += raw.length
    fields.push([(field[1] ?? '').split('.'), quoted ? unquote(quoted) : raw.trim()])
    const end = /^\s*([,\]])/.exec(rest.slice(at))
    if (!end) throw broken(text, rest)
    at += end[0].length
    if (end[1] === ']') return { step: { kind: 'where', fields }, length: at }
  }
}

function unquote([, double, single]: RegExpExecArray): string {
  return double === undefined ? (single ?? '').replaceAll("''", "'") : double.replace(/\\(.)/g, '$1')
}

function broken(text: string, rest: string): Error {
  return new Error(
    `the path '${text}' cannot be read from '${rest}' on; write keys with dots, list items as [0] or [name=web], other keys as ["a.b"]`,
  )
}
