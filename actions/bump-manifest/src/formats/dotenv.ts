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

const NAME = /^[ \t]*(?:export[ \t]+)?([A-Za-z_]\w*)[ \t]*=/gm

/** The variables with a plain value on one line; the last of a name counts. Others are left out. */
export function readDotenv(text: string): Map<string, Variable> {
  const lines = withoutLongValues(text.replace(/^\ufeff/, ' '))
  const plain = new Map([...lines.matchAll(LINE)].map(found => [found.index, found]))
  const variables = new Map<string, Variable>()
  for (const { index, 1: name = '' } of lines.matchAll(NAME)) {
    variables.delete(name)
    const found = plain.get(index)
    if (found) variables.set(name, variable(found))
  }
  return variables
}

/** The same text, but blank within quotes that go over several lines: what looks like a variable there is none. */
function withoutLongValues(text: string): string {
  const long = /(^[ \t]*(?:export[ \t]+)?[A-Za-z_]\w*[ \t]*=[ \t]*(["']))((?:\\[\s\S]|(?!\2)[^\\])*\2)/gm
  return text.replace(long, (whole, start: string, _quote, rest: string) =>
    rest.includes('\n') ? start + rest.replace(/[^\r\n]/g, ' ') : whole,
  )
}

function variable(found: RegExpExecArray): Variable {
  const [line, name = '', double, single, bare] = found
  const value = double ?? single ?? bare ?? ''
  const quoted = double !== undefined || single !== undefined
  const end = found.index + line.length - (quoted ? 1 : 0)
  return { name, value, start: end - value.length, end }
}

/** The values alone. */
export function valuesOf(variables: ReadonlyMap<string, Variable>): Map<string, string> {
  return new Map([...variables].map(([name, { value }]) => [name, value]))
}
