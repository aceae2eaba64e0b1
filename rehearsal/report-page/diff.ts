import { type Html, html } from './html.ts'

/** The change of one file. */
export interface FileDiff {
  readonly path: string
  readonly added: number
  readonly removed: number
  readonly lines: readonly DiffLine[]
}

export interface DiffLine {
  readonly kind: 'hunk' | 'add' | 'remove' | 'same'
  readonly before: number | undefined
  readonly after: number | undefined
  readonly text: string
}

/** What fits on a page; what does not is counted. */
const LONGEST = 300

/** Reads `git show`'s diff, file by file. */
export function parseDiff(diff: string): FileDiff[] {
  return diff
    .split(/^(?=diff --git )/m)
    .filter(part => part.startsWith('diff --git '))
    .map(parseFile)
}

function parseFile(part: string): FileDiff {
  const path = /^diff --git a\/.* b\/(.*)$/m.exec(part)?.[1] ?? ''
  const start = part.search(/^@@ /m)
  const lines: DiffLine[] = []
  let before = 0
  let after = 0
  for (const text of start < 0 ? [] : part.slice(start).replace(/\n$/, '').split('\n')) {
    const hunk = /^@@ -(\d+)(?:,\d+)? \+(\d+)/.exec(text)
    if (hunk) {
      before = Number(hunk[1])
      after = Number(hunk[2])
      lines.push({ kind: 'hunk', before: undefined, after: undefined, text })
    } else if (text.startsWith('+'))
      lines.push({ kind: 'add', before: undefined, after: after++, text: text.slice(1) })
    else if (text.startsWith('-'))
      lines.push({ kind: 'remove', before: before++, after: undefined, text: text.slice(1) })
    else if (!text.startsWith('\\'))
      lines.push({ kind: 'same', before: before++, after: after++, text: text.slice(1) })
  }
  const count = (kind: DiffLine['kind']) => lines.filter(line => line.kind === kind).length
  return { path, added: count('add'), removed: count('remove'), lines }
}

/** A diff as GitHub shows it. A small one stands open. */
export function diffView(diff: string): Html {
  const files = parseDiff(diff)
  const total = files.reduce((sum, { lines }) => sum + lines.length, 0)
  if (total <= LONGEST) return html`${files.map(file => fileView(file))}`
  return html`<details class="files"><summary>${files.length} files, ${total.toLocaleString('en')} lines; too long to show here</summary>
    <ul class="tree">${files.map(({ path, added, removed }) => html`<li><code>${path}</code> ${stat(added, removed)}</li>`)}</ul></details>`
}

function fileView({ path, added, removed, lines }: FileDiff): Html {
  const row = ({ kind, before, after, text }: DiffLine) =>
    html`<tr class="${kind}"><td>${before}</td><td>${after}</td><td>${text}</td></tr>`
  return html`<details class="diff" open><summary><code>${path}</code> ${stat(added, removed)}</summary>
    <div class="scroll"><table>${lines.map(row)}</table></div></details>`
}

function stat(added: number, removed: number): Html {
  return html`<span class="stat"><b class="plus">+${added}</b> <b class="minus">−${removed}</b></span>`
}
