/** An error or a warning of Terraform, about a place in the configuration where it has one. */
export interface Diagnostic {
  readonly severity: 'error' | 'warning'
  readonly summary: string
  readonly detail: string
  /** The resource it is about. */
  readonly address?: string
  /** As the tool names it: relative to the root module, or absolute. */
  readonly file?: string
  /** Lines and columns count from 1. */
  readonly line?: number
  readonly endLine?: number
  readonly column?: number
  /** The line of the configuration, where the tool quotes it. Not redacted. */
  readonly source?: string
}

/** A diagnostic as `-json` prints it; undefined where it is none. (Terraform's "Machine-Readable UI", diagnostic.) */
export function diagnosticOf(json: unknown): Diagnostic | undefined {
  if (typeof json !== 'object' || json === null) return undefined
  const { severity, summary, detail, address, range } = json as Record<string, unknown>
  if (typeof summary !== 'string') return undefined
  const { filename, start, end } = (range ?? {}) as {
    filename?: string
    start?: { line?: number; column?: number }
    end?: { line?: number }
  }
  return {
    severity: severity === 'warning' ? 'warning' : 'error',
    summary,
    detail: typeof detail === 'string' ? detail : '',
    ...(typeof address === 'string' && { address }),
    ...(filename && { file: filename }),
    ...(filename && start?.line && { line: start.line }),
    ...(filename && start?.column && { column: start.column }),
    ...(filename && end?.line && { endLine: end.line }),
  }
}

/**
 * The diagnostics in text for people, which `init` prints, and every command that cannot start. Both forms are read:
 * the box of newer versions and the paragraphs of older ones.
 */
export function diagnosticsInText(text: string): Diagnostic[] {
  const found: { head: Pick<Diagnostic, 'severity' | 'summary'>; body: string[] }[] = []
  let open = false
  for (const line of withoutColours(text).split('\n')) {
    const bare = line.replace(/^[│╷╵] ?/, '').trimEnd()
    const [, word, summary = ''] = /^(Error|Warning): (.*)$/.exec(bare) ?? []
    if (word !== undefined) {
      found.push({ head: { severity: word === 'Error' ? 'error' : 'warning', summary }, body: [] })
      open = true
    } else if (line.startsWith('╵')) open = false
    else if (open) found.at(-1)?.body.push(bare)
  }
  const all = unique(found.map(({ head, body }) => ({ ...head, ...placeAndDetail(body) })))
  // It announces the errors that follow, and says nothing itself.
  const told = all.filter(({ summary }) => !PREAMBLE.test(summary))
  return told.some(({ severity }) => severity === 'error') ? told : all
}

/** Text without terminal colours. */
export function withoutColours(text: string): string {
  return text.replace(/\u001b\[[0-9;]*[A-Za-z]/g, '')
}

const PREAMBLE = /^(?:Terraform|OpenTofu) encountered problems during initiali[sz]ation/
const PLACE = /^ {2}on (.+) line (\d+)(?:, in .*)?:$/
const SOURCE = /^ +\d+: +/

function placeAndDetail(body: readonly string[]): Omit<Diagnostic, 'severity' | 'summary'> {
  const [, file, line] = PLACE.exec(body.find(text => PLACE.test(text)) ?? '') ?? []
  const [, address] = /^ {2}with (.+),$/.exec(body.find(text => /^ {2}with .+,$/.test(text)) ?? '') ?? []
  const source = body.find(text => SOURCE.test(text))?.replace(SOURCE, '')
  const detail = body.filter(text => !PLACE.test(text) && !SOURCE.test(text) && !/^ {2}with .+,$/.test(text))
  return {
    detail: detail.join('\n').trim(),
    ...(file !== undefined && { file, line: Number(line) }),
    ...(address !== undefined && { address }),
    ...(source !== undefined && { source }),
  }
}

/** Each once: the tools print what they meet in several passes in each of them. */
export function unique(diagnostics: readonly Diagnostic[]): Diagnostic[] {
  return [...new Map(diagnostics.map(one => [JSON.stringify(one), one])).values()]
}
