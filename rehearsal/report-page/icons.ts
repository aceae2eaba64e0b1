import { type Html, trusted } from './html.ts'

/** A mark for how something ended, readable without colour. */
export function mark(conclusion: string): Html {
  const [path, label] = MARKS[conclusion] ?? MARKS.skipped!
  return trusted(
    `<svg class="mark ${conclusion}" viewBox="0 0 16 16" role="img" aria-label="${label}"><circle cx="8" cy="8" r="8"/><path d="${path}"/></svg>`,
  )
}

const MARKS: Readonly<Record<string, readonly [path: string, label: string]>> = {
  success: ['M4.4 8.3 7 10.8l4.7-5.2', 'success'],
  failure: ['M5.3 5.3l5.4 5.4M10.7 5.3l-5.4 5.4', 'failure'],
  cancelled: ['M4.6 8h6.8', 'cancelled'],
  skipped: ['M4.8 11.2l6.4-6.4', 'skipped'],
}
