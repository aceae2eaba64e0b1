/** A workflow command as it stands in a step's output. */
export interface Command {
  readonly name: string
  readonly properties: Readonly<Record<string, string>>
  readonly data: string
}

/** Reads `::name key=value,…::data`, or the older `##[name key=value;…]data`, which may stand anywhere in a line. */
export function parseCommand(line: string, isKnown: (name: string) => boolean): Command | undefined {
  return parseCurrent(line, isKnown) ?? parseLegacy(line, isKnown)
}

function parseCurrent(line: string, isKnown: (name: string) => boolean): Command | undefined {
  const text = line.trimStart()
  if (!text.startsWith('::')) return undefined
  const end = text.indexOf('::', 2)
  if (end < 0) return undefined
  const head = splitHead(text.slice(2, end))
  if (!isKnown(head.name)) return undefined
  return {
    name: head.name.toLowerCase(),
    properties: readProperties(head.rest, ',', unescapeProperty),
    data: unescapeData(text.slice(end + 2)),
  }
}

function parseLegacy(line: string, isKnown: (name: string) => boolean): Command | undefined {
  const start = line.indexOf('##[')
  const end = start < 0 ? -1 : line.indexOf(']', start)
  if (end < 0) return undefined
  const head = splitHead(line.slice(start + 3, end))
  if (!isKnown(head.name)) return undefined
  return {
    name: head.name.toLowerCase(),
    properties: readProperties(head.rest, ';', unescapeLegacy),
    data: unescapeLegacy(line.slice(end + 1)),
  }
}

function splitHead(head: string): { name: string; rest: string } {
  const space = head.indexOf(' ')
  return space < 0 ? { name: head, rest: '' } : { name: head.slice(0, space), rest: head.slice(space + 1) }
}

function readProperties(
  text: string,
  separator: string,
  decode: (value: string) => string,
): Record<string, string> {
  const properties: Record<string, string> = {}
  for (const pair of text.trim().split(separator)) {
    const at = pair.indexOf('=')
    if (at > 0 && at < pair.length - 1)
      properties[pair.slice(0, at).trim().toLowerCase()] = decode(pair.slice(at + 1))
  }
  return properties
}

function unescapeData(text: string): string {
  return text.replaceAll('%0D', '\r').replaceAll('%0A', '\n').replaceAll('%25', '%')
}

function unescapeProperty(text: string): string {
  return unescapeData(text.replaceAll('%3A', ':').replaceAll('%2C', ','))
}

function unescapeLegacy(text: string): string {
  return unescapeData(text.replaceAll('%3B', ';').replaceAll('%5D', ']'))
}
