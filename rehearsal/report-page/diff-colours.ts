import { escapeHtml } from './html.ts'

const COLOURS: readonly (readonly [start: RegExp, kind: string])[] = [
  [/^[+>]/, 'pl-mi1'],
  [/^[-<]/, 'pl-md'],
  [/^!/, 'pl-mc'],
  [/^#/, 'pl-c'],
  [/^@@/, 'pl-mdr'],
]

/** A fenced block of the language `diff` as GitHub colours it: by the first sign of a line, and only by that. */
export function colourDiff(text: string): string {
  return text
    .split('\n')
    .map(line => {
      const kind = COLOURS.find(([start]) => start.test(line))?.[1]
      return kind === undefined ? escapeHtml(line) : `<span class="${kind}">${escapeHtml(line)}</span>`
    })
    .join('\n')
}
