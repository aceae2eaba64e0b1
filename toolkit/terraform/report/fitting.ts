import type { Block } from '../../comment/section.ts'
import { grouped } from './words.ts'

const NOTE = 1_000

/**
 * The blocks that fit, joined; the highest numbers of priority go first, and what went is counted at the end.
 * @param limit in bytes of UTF-8.
 */
export function fitting(blocks: readonly Block[], limit: number): string {
  const sizes = blocks.map(({ markdown }) => Buffer.byteLength(markdown) + 2)
  const order = [...blocks.keys()].sort((a, b) => blocks[a]!.priority - blocks[b]!.priority || a - b)
  const kept = new Set<number>()
  let left = limit - NOTE
  for (const index of order) {
    if (sizes[index]! > left) break
    left -= sizes[index]!
    kept.add(index)
  }
  const shown = blocks.filter((_, index) => kept.has(index)).map(({ markdown }) => markdown)
  if (kept.size === blocks.length) return shown.join('\n\n')
  const gone: Record<string, number> = {}
  for (const [index, { counts }] of blocks.entries())
    if (!kept.has(index))
      for (const [what, count] of Object.entries(counts ?? {})) gone[what] = (gone[what] ?? 0) + count
  const told = Object.entries(gone).map(([what, count]) => `${grouped(count)} ${what}`)
  return [...shown, `**Not shown here for lack of room: ${told.join(', ') || 'more details'}.**`].join('\n\n')
}
