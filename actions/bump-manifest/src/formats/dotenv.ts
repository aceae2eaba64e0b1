/** `.env` files, as compose reads them: `NAME=value` lines, quotes and `export` allowed, `#` after a space comments. */

/** A variable and where its value stands in the text. */
export interface Variable {
  readonly name: string
  readonly value: string
  readonly start: number
  readonly end: number
}

const LINE =
  /^[ \t]*(?:export[ \t]+)?([A-Za-z_]\w*)[ \t]*=[ \t]*(?:"([^"\\$\r\n]*)"|'([^'\r\n]*)'|((?:[^\s#"'\\$]|(?<=\S)#)*))(?=[ \t]*(?:[ \t]#.*)?\r?$)/gm

/** The variables with a plain value on one line; the last of a name counts. Others are left out. */
export function readDotenv(text: string): Map<string, Variable> {
  const variables = new Map<string, Variable>()
  for (const found of text.replace(/^\ufeff/, ' ').matchAll(LINE)) {
    const [line, name = '', double, single, bare] = found
    const value = double ?? single ?? bare ?? ''
    const quoted = double !== undefined || single !== undefined
    const end = found.index + line.length - (quoted ? 1 : 0)
    variables.set(name, { name, value, start: end - value.length, end })
  }
  return variables
}

/** The values alone. */
export function valuesOf(variables: ReadonlyMap<string, Variable>): Map<string, string> {
  return new Map([...variables].map(([name, { value }]) => [name, value]))
}
