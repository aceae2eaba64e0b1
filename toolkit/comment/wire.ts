/** What stands hidden in a comment: markers that no text of a section can form, because its `<!--` are broken up. */

const NAME = 'gitops-actions'

export const SECTION_END = `<!-- ${NAME}:end -->`
export const LEFT_OUT = '<!--left-->'

/** The first line of the comment with this key. */
export function commentMarker(key: string): string {
  // An HTML comment must not hold two hyphens in a row.
  return `<!-- ${NAME}:comment ${encodeURIComponent(key).replaceAll('-', '%2D')} -->`
}

/** A hidden line that holds a packed word. */
export function hidden(kind: 'section' | 'data' | 'notes' | 'omitted', word: string): string {
  return `<!-- ${NAME}:${kind} ${word} -->`
}

/** The words of hidden lines of one kind, with where each line starts and ends. */
export function findHidden(text: string, kind: 'section' | 'data' | 'notes' | 'omitted') {
  const pattern = new RegExp(`^<!-- ${NAME}:${kind} (\\S*) -->[ \\t]*$`, 'gm')
  return [...text.matchAll(pattern)].map(match => ({
    word: match[1] ?? '',
    start: match.index,
    end: match.index + match[0].length,
  }))
}

/** Stands before a block; counts by the number of their label. */
export function blockMarker(priority: number, index: number, counts: readonly (readonly [number, number])[]) {
  return `<!--b${[`${priority}.${index}`, ...counts.map(([label, count]) => `${label}=${count}`)].join(' ')}-->`
}

/** Text between block markers, by marker; what stands before the first marker comes first, without one. */
export function splitBlocks(text: string) {
  const pattern = /^<!--(?:b(\d)\.(\d+)((?: \d+=\d+)*)|(left))-->[ \t]*$/gm
  const marks = [...text.matchAll(pattern)]
  return marks.map((mark, position) => ({
    isBlock: mark[4] === undefined,
    priority: Number(mark[1]),
    index: Number(mark[2]),
    counts: (mark[3] ?? '')
      .trim()
      .split(' ')
      .filter(pair => pair !== '')
      .map(pair => pair.split('=').map(Number)) as [number, number][],
    text: text.slice(mark.index + mark[0].length, marks[position + 1]?.index ?? text.length),
  }))
}
