import type { Block } from '../../comment/section.ts'
import { details } from '../../markdown/html.ts'
import { fence } from '../../markdown/text.ts'
import { counted, DIFF, diffOf, diffText, type Item, ROW } from './item.ts'
import { addressCode, INDENT } from './row.ts'

// Attributes up to this size stay with their row.
const SMALL = 2_500
// What is destroyed must find room in any case.
const SMALL_GOING = 300
// Lines of a diff that are shown without a click where they tell why something is replaced.
const OPEN_LINES = 12

/** One item with its attributes right below it; where they are long, they go by themselves when room is short. */
export function roomyBlocks(item: Item, attributes: number): Block[] {
  const { kind, changes, row } = item
  const diff = item.whole ? '' : diffText(diffOf(item, attributes))
  const body = [listOf(item), diff === '' ? '' : fence(diff, 'diff')].filter(Boolean).join('\n\n')
  const block = { priority: ROW[kind], counts: counted([item]) }
  if (body === '') return [{ ...block, markdown: `<p>${INDENT}${row}</p>` }]
  const open = kind === 'replace' && diff.split('\n', OPEN_LINES + 1).length <= OPEN_LINES
  if (body.length <= (kind === 'delete' ? SMALL_GOING : SMALL))
    return [{ ...block, markdown: details(row, body, open) }]
  const title = changes.length > 1 ? 'they' : addressCode(changes[0]!.address)
  return [
    { ...block, markdown: `<p>${INDENT}${row}</p>` },
    {
      priority: DIFF[kind],
      markdown: details(`${title} in detail`, body),
      counts: { 'in detail': changes.length },
    },
  ]
}

/** The objects of a group that are too many for its row. */
function listOf(item: Item): string {
  if (!item.listed) return ''
  return `<ul>${item.changes.map(({ address }) => `<li>${addressCode(address)}</li>`).join('')}</ul>`
}
