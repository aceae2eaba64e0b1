/** Variables of a `.env` file, in their order. */
export type Variables = ReadonlyMap<string, string>

/**
 * Reads the input `env-file`: a JSON object, or lines `NAME=value`, whose values are taken as they stand.
 * @throws Error that names the variable or the number of the line, never a value.
 */
export function parseVariables(text: string): Variables {
  const found = new Map(text.startsWith('{') ? fromJson(text) : fromLines(text))
  for (const [name, value] of found) {
    if (!/^[A-Za-z_][A-Za-z0-9_]*$/.test(name))
      throw new Error(`'${name}' is no name of a variable: use letters, digits and '_'`)
    if (value.includes('\0'))
      throw new Error(`the value of '${name}' holds a NUL character, which no environment variable can`)
    if (value.includes('\ufffd') || !value.isWellFormed())
      throw new Error(`the value of '${name}' is no valid Unicode text; encode it, in base64, say`)
  }
  return found
}

function fromLines(text: string): [string, string][] {
  return text.split(/\r?\n/).flatMap((line, index) => {
    if (/^\s*(#|$)/.test(line)) return []
    const [, name, value = ''] = /^\s*(?:export\s+)?([A-Za-z_][A-Za-z0-9_]*)=(.*)$/.exec(line) ?? []
    if (name === undefined)
      throw new Error(
        `line ${index + 1} is not NAME=value; a value of several lines must be given in a JSON object: {"NAME": \${{ toJSON(secrets.NAME) }}}`,
      )
    return [[name, value.trim()] as [string, string]]
  })
}

function fromJson(text: string): [string, string][] {
  return Object.entries(parseObject(text)).map(([name, value]) => {
    if (value === null || typeof value === 'object')
      throw new Error(`the value of '${name}' is neither a text nor a number nor true or false`)
    return [name, String(value)]
  })
}

function parseObject(text: string): Record<string, unknown> {
  try {
    return JSON.parse(text) as Record<string, unknown>
  } catch {
    // The parser's own message repeats the text.
    throw new Error('it begins with { but is no JSON object')
  }
}

/** The variables whose values stand in quotes, which are kept: in a shell they would not be part of the value. */
export function quotedNames(variables: Variables): string[] {
  return [...variables].flatMap(([name, value]) => (/^(["']).*\1$/s.test(value) ? [name] : []))
}

/**
 * A `.env` file from which Docker Compose reads these very values (compose-go, dotenv/parser.go). In single quotes
 * everything stands for itself but `\'`; so `\` before a quote or at the end, and CR, which is dropped before LF,
 * need double quotes, where `$`, `\` and `"` are escaped.
 */
export function dotenv(variables: Variables): string {
  return [...variables].map(([name, value]) => `${name}=${quoted(value)}\n`).join('')
}

/** How a `.env` file spells its values, line by line. */
export function spellings(text: string): string[] {
  return text
    .split('\n')
    .map(line => line.replace(/^[A-Za-z_][A-Za-z0-9_]*=(?=['"])/, '').replace(/^['"]|['"]$/g, ''))
}

function quoted(value: string): string {
  if (!/\\('|$)|\r/.test(value)) return `'${value.replaceAll("'", "\\'")}'`
  const escaped = value.replace(/[\\"$]/g, '\\$&').replaceAll('\r', '\\r')
  return `"${escaped}"`
}
