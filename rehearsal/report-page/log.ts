import { type Html, html } from './html.ts'

/** A line of a log, or a fold of lines. */
type Entry =
  | { readonly number: number; readonly text: string }
  | { readonly title: string; readonly number: number; readonly lines: Entry[] }

const KINDS = ['error', 'warning', 'notice', 'debug', 'command'] as const
// Colours and cursor movements of terminals (ECMA-48).
const CONTROL = /\u001b\[[0-9;?]*[A-Za-z]/g

/** A log as GitHub shows it: numbered lines, groups that fold, errors in red. */
export function logView(lines: readonly string[]): Html {
  if (lines.length === 0) return html`<p class="quiet">No output.</p>`
  return html`<div class="log">${foldGroups(lines).map(entryView)}</div>`
}

/** Reads `##[group]` and `##[endgroup]`; groups do not nest. */
export function foldGroups(lines: readonly string[]): Entry[] {
  const entries: Entry[] = []
  let open: Entry[] | undefined
  for (const [index, line] of lines.entries()) {
    const text = line.replace(CONTROL, '')
    const number = index + 1
    if (text.startsWith('##[group]')) {
      open = []
      entries.push({ title: text.slice('##[group]'.length), number, lines: open })
    } else if (text.startsWith('##[endgroup]')) open = undefined
    else (open ?? entries).push({ number, text })
  }
  return entries
}

function entryView(entry: Entry): Html {
  if ('lines' in entry)
    return html`<details class="group"><summary><i>${entry.number}</i><span>${entry.title}</span></summary>${entry.lines.map(entryView)}</details>`
  const kind = KINDS.find(each => entry.text.startsWith(`##[${each}]`) || entry.text.startsWith(`[${each}]`))
  const text = kind ? entry.text.replace(/^(##)?\[\w+\]/, '') : entry.text
  const label =
    kind && kind !== 'command' ? html`<b>${kind.charAt(0).toUpperCase() + kind.slice(1)}: </b>` : undefined
  return html`<div class="line ${kind ?? ''}"><i>${entry.number}</i><span>${label}${text}</span></div>`
}
