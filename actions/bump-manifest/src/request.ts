import { UserError } from '../../../toolkit/action/errors.ts'
import { parsePath, type YamlPath } from '../../../toolkit/yaml/path.ts'
import type { ImageUpdate } from './images.ts'
import type { BumpInputs } from './spec.ts'

/** What a reference shall name; `keep` leaves each in the form it has. */
export type Pin = 'keep' | 'tag' | 'digest' | 'both'

/** A value to set at a path of one file. */
export interface SetValue {
  readonly file: string
  readonly path: YamlPath
  /** The path as the user wrote it. */
  readonly shown: string
  readonly value: string
}

/** What to change, whatever the files. */
export interface BumpRequest {
  readonly images: readonly ImageUpdate[]
  readonly set: readonly SetValue[]
  /** Globs; the files named in `set` come on top. */
  readonly files: readonly string[]
  readonly pin: Pin
  readonly allowDowngrade: boolean
}

/**
 * The request in the inputs.
 * @throws UserError where they ask for nothing or contradict each other.
 */
export function readRequest(inputs: BumpInputs): BumpRequest {
  const images = inputs.images ?? []
  if (images.length === 0 && inputs.set.length === 0)
    throw new UserError(
      "nothing to change: give 'images' (repository:tag, one a line) or 'set' (file#path=value)",
    )
  for (const image of images) checkPin(image, inputs.pin)
  for (const glob of inputs.files) checkInside('files', glob.replace(/^!/, ''))
  for (const { file } of inputs.set) checkInside('set', file)
  return {
    images,
    set: inputs.set,
    files: inputs.files,
    pin: inputs.pin,
    allowDowngrade: inputs['allow-downgrade'],
  }
}

/**
 * Reads one line of the input `set`: `file#path=value`.
 * @throws Error saying what is missing.
 */
export function parseSetLine(line: string): SetValue {
  const hash = line.indexOf('#')
  if (hash < 1) throw new Error(`'${line}' names no file; write file#path=value`)
  const file = line.slice(0, hash).trim().replace(/^\.\//, '')
  const equals = outsideBrackets(line, hash + 1)
  if (equals < 0) throw new Error(`'${line}' has no value; write file#path=value`)
  const shown = line.slice(hash + 1, equals).trim()
  return { file, path: parsePath(shown), shown, value: line.slice(equals + 1).trim() }
}

function outsideBrackets(line: string, from: number): number {
  let depth = 0
  for (let at = from; at < line.length; at++) {
    if (line[at] === '[') depth++
    else if (line[at] === ']') depth--
    else if (line[at] === '=' && depth === 0) return at
  }
  return -1
}

function checkPin(image: ImageUpdate, pin: Pin): void {
  if (image.digest === undefined && (pin === 'digest' || pin === 'both'))
    throw new UserError(
      `input 'pin' is '${pin}', but '${image.name}' comes without a digest; pass ${image.name}:tag@sha256:… or the images output of build-push`,
    )
  if (image.tag === undefined && (pin === 'tag' || pin === 'both'))
    throw new UserError(
      `input 'pin' is '${pin}', but '${image.name}' comes without a tag; pass ${image.name}:tag`,
    )
}

function checkInside(input: string, path: string): void {
  if (path.startsWith('/') || path.startsWith('\\') || /(^|[/\\])\.\.([/\\]|$)/.test(path))
    throw new UserError(
      `input '${input}' names '${path}', which may lie outside the repository; write a path relative to its root, without '..'`,
    )
}
