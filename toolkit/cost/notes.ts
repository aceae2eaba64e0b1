import { NOTE_LIMIT } from '../comment/slot.ts'
import { signOf } from '../money/decimal.ts'
import { resourceChanges } from './change.ts'
import type { Cost, CostProject, CostReport } from './report.ts'
import { changeWords, costWords } from './words.ts'

const PER = '/month'

/**
 * Short Markdown by resource address, to show beside a planned resource: `+$7.59/month` where its cost changes,
 * `$7.59/month` where it stays, `depends on usage`, `cost unknown`. Nothing for what is free.
 * @param currency of the report that the project is from.
 */
export function costNotes(project: CostProject, currency: string): Map<string, string> {
  const changes = resourceChanges(project).map(
    ({ address, change }) => [address, worded(changeWords(change, currency, PER))] as const,
  )
  const standing = project.now.resources
    .filter(({ cost }) => !isFree(cost))
    .map(({ address, cost }) => [address, worded(costWords(cost, currency, PER))] as const)
  return new Map([...standing, ...changes])
}

/**
 * The notes of all projects in a directory. Where several (workspaces, say) have the same resource and say different
 * things of it, nothing is said.
 */
export function directoryNotes(
  { currency, projects }: CostReport,
  directory: string,
): ReadonlyMap<string, string> {
  const all = projects
    .filter(project => project.directory === directory)
    .flatMap(project => [...costNotes(project, currency)])
  return agreed(all)
}

/** The notes by address, without those of which there are several that differ. */
export function agreed(all: readonly (readonly [address: string, note: string])[]): Map<string, string> {
  const notes = new Map(all)
  for (const [address, note] of all) if (notes.get(address) !== note) notes.delete(address)
  return notes
}

/** A slot has no room for more. */
function worded(words: string): string {
  const text = words === 'unknown' ? 'cost unknown' : words
  return Buffer.byteLength(text) <= NOTE_LIMIT ? text : text.replace(' + usage', '').replace(PER, '')
}

function isFree({ known, complete, usage }: Cost): boolean {
  return complete && !usage && signOf(known) === 0
}
