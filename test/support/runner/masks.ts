/** Hides known secrets in what is shown, as the runner's secret masker does. */
export interface Masks {
  /** Every value that was announced, as it was announced. */
  readonly values: readonly string[]
  /** Learns a secret, each line of a multi-line one, and the usual encodings of each. */
  add(value: string): void
  /** The text with every secret replaced by `***`; neighbours and overlaps become one. */
  hide(text: string): string
}

/** Starts with no secret known. */
export function createMasks(): Masks {
  const values: string[] = []
  const needles = new Set<string>()
  return {
    values,
    add(value) {
      if (value.trim() === '') return
      values.push(value)
      for (const part of [value, ...value.split(/[\r\n]/)])
        if (part !== '') for (const needle of encodings(part)) needles.add(needle)
    },
    hide: text => replaceSpans(text, spansOf(text, needles)),
  }
}

type Span = [start: number, end: number]

function spansOf(text: string, needles: Iterable<string>): Span[] {
  const spans: Span[] = []
  for (const needle of needles)
    for (let at = text.indexOf(needle); at >= 0; at = text.indexOf(needle, at + 1))
      spans.push([at, at + needle.length])
  return spans.sort((a, b) => a[0] - b[0])
}

function replaceSpans(text: string, spans: readonly Span[]): string {
  let shown = ''
  let end = 0
  let started = false
  for (const [from, to] of spans) {
    if (!started || from > end) shown += `${text.slice(end, from)}***`
    started = true
    end = Math.max(end, to)
  }
  return shown + text.slice(end)
}

/** The runner also hides a secret that a program has encoded on the way (actions/runner, ValueEncoders). */
function encodings(value: string): string[] {
  const bytes = Buffer.from(value)
  const base64 = [0, 1, 2].filter(shift => bytes.length > shift).map(shift => base64From(bytes, shift))
  const xml = value
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&apos;')
  const unquoted = value.length > 8 && /^".*"$/s.test(value) ? [value.slice(1, -1)] : []
  const json = JSON.stringify(value).slice(1, -1)
  const command = value.replaceAll('"', '\\"')
  const expression = value.replaceAll("'", "''")
  const uri = encodeURIComponent(value.toWellFormed())
  return [value, ...base64, json, uri, xml, command, expression, ...unquoted].filter(text => text !== '')
}

function base64From(bytes: Buffer, shift: number): string {
  return bytes.subarray(shift).toString('base64')
}
