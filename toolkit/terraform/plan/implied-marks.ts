import { isArray, isObject, type Json } from './json.ts'
import { type Members, parseSlice, type Slice } from './slice.ts'

const TELLING =
  /passw(or)?d$|passphrase$|secret(_?(key|string|text|value|data))?$|(^|_)token$|credentials?$|connection_string$|private_?key(_(pem|openssh|pem_pkcs8))?$|(api|access|auth|account|encryption|shared|ssh)_?key$|(^|_)(pwd|pass)$/i

/**
 * A change with its marks. Terraform 0.14 and before mark nothing in a plan's JSON; what they hide on the screen because
 * the provider says so stands there in clear. Texts are taken for sensitive there whose names say that they are.
 */
export function withMarks(change: Members): Members {
  if (change.has('before_sensitive') || change.has('after_sensitive')) return change
  const marked = new Map(change)
  for (const side of ['before', 'after'] as const) {
    const mark = impliedMark(parseSlice(change.get(side)), false)
    if (mark !== undefined) marked.set(`${side}_sensitive`, sliceOf(mark))
  }
  return marked
}

function impliedMark(value: Json | undefined, telling: boolean): Json | undefined {
  if (typeof value === 'string') return telling && value !== '' ? true : undefined
  if (isArray(value)) {
    const marks = value.map(item => impliedMark(item, telling) ?? false)
    return marks.some(mark => mark !== false) ? marks : undefined
  }
  if (!isObject(value)) return undefined
  const marks = Object.entries(value).flatMap(([key, item]) => {
    const mark = impliedMark(item, telling || TELLING.test(key))
    return mark === undefined ? [] : [[key, mark] as const]
  })
  return marks.length === 0 ? undefined : Object.fromEntries(marks)
}

function sliceOf(value: Json): Slice {
  const bytes = Buffer.from(JSON.stringify(value))
  return { bytes, from: 0, to: bytes.length, longNumbers: false, ends: undefined }
}
