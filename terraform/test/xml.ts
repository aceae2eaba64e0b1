/** An element: what lies in it by name, in order, and its text. Attributes are of no interest here. */
export interface Element {
  readonly text: string
  readonly children: Readonly<Record<string, readonly Element[]>>
}

interface Open {
  readonly name: string
  text: string
  readonly children: Record<string, Element[]>
}

const TOKEN = /<\?[^>]*>|<(?<close>\/?)(?<name>[\w:.-]+)[^>]*?(?<empty>\/?)>|(?<text>[^<]+)/g

/** Reads what AWS answers: elements and texts. @returns an element without a name that holds the outermost one. */
export function parseXml(xml: string): Element {
  const open: Open[] = [{ name: '', text: '', children: {} }]
  for (const { groups: { close, name, empty, text } = {} } of xml.matchAll(TOKEN)) {
    const current = open.at(-1)
    if (current === undefined) throw new Error('XML that closes more than it opens')
    if (text !== undefined) current.text += text
    else if (name !== undefined && !close) open.push({ name, text: '', children: {} })
    if (name === undefined || !(close || empty)) continue
    const done = open.pop()
    const parent = open.at(-1)
    if (done?.name !== name || parent === undefined) throw new Error(`XML with a stray </${name}>`)
    parent.children[name] = [...(parent.children[name] ?? []), done]
  }
  if (open.length !== 1) throw new Error(`XML that does not close <${open.at(-1)?.name}>`)
  return open[0] as Element
}

/** All elements at the end of a path of names. */
export function find(element: Element, ...path: readonly string[]): readonly Element[] {
  return path.reduce<readonly Element[]>(
    (found, name) => found.flatMap(one => one.children[name] ?? []),
    [element],
  )
}

/** The text at the end of a path of names, where there is one element. */
export function textAt(element: Element, ...path: readonly string[]): string | undefined {
  return find(element, ...path)[0]?.text.trim()
}
