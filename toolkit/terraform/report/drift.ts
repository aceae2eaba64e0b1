import type { Block } from '../../comment/section.ts'
import { details } from '../../markdown/html.ts'
import { fence } from '../../markdown/text.ts'
import type { ResourceChange } from '../plan/model.ts'
import { attributeDiff } from './attributes.ts'
import { addressCode, addressLine } from './row.ts'
import { plural } from './words.ts'

const CHUNK = 3_000

/** What changed outside of the tool, folded away: the objects by name, and their attributes inside. */
export function driftBlocks(drift: readonly ResourceChange[], tool: string, limit: number): Block[] {
  const pieces: { addresses: string[]; lines: string[]; size: number }[] = []
  for (const { address, kind, attributes } of drift) {
    let piece = pieces.at(-1)
    if (!piece || piece.size > CHUNK) {
      if (pieces.reduce((sum, { size }) => sum + size, 0) > limit) break
      piece = { addresses: [], lines: [], size: 0 }
      pieces.push(piece)
    }
    const { lines, left } = attributeDiff(attributes ?? [], { anew: false, limit: CHUNK })
    const more = left > 0 ? [`# ${plural(left, 'more attribute')} in the job summary`] : []
    const own = [`@@ ${addressLine(address)} ${kind === 'delete' ? 'is gone ' : ''}@@`, ...lines, ...more]
    piece.addresses.push(address)
    piece.lines.push(...own)
    piece.size += own.reduce((sum, line) => sum + line.length + 1, 0)
  }
  return pieces.map(({ addresses, lines }) => {
    const what = addresses.length === 1 ? addressCode(addresses[0]!) : plural(addresses.length, 'resource')
    return {
      priority: 4,
      markdown: details(`🟣 ${what} changed outside of ${tool}`, fence(lines.join('\n'), 'diff')),
      counts: { 'changed outside': addresses.length },
    }
  })
}
