import { type ResourceChange, resourceChanges } from '../../../toolkit/cost/change.ts'
import type { CostComponent, CostResource } from '../../../toolkit/cost/report.ts'
import { changeWords, costWords } from '../../../toolkit/cost/words.ts'
import { codeCell, plain } from '../../../toolkit/markdown/text.ts'
import { visibleLine } from '../../../toolkit/markdown/visible.ts'
import { compare, type Decimal, toText } from '../../../toolkit/money/decimal.ts'
import { formatPrice } from '../../../toolkit/money/format.ts'
import type { Standing } from './standing.ts'

/** A resource of a root module, named so that it can be found. */
interface Row<T> {
  readonly label: string
  readonly item: T
}

/** How many resources the first table has; the rest is folded away. */
const MOST_ROWS = 10
const LONGEST_NAME = 200

/** What changed most, as a table; further ones in a second table. Empty where nothing changed. */
export function changeTables(standing: Standing, currency: string): string[] {
  const rows = labelled(standing, resourceChanges)
  const line = ({ label, item: { past, now, change } }: Row<ResourceChange>) => [
    cell(label),
    past ? costWords(past.cost, currency) : '–',
    now ? costWords(now.cost, currency) : '–',
    `**${changeWords(change, currency)}**`,
  ]
  return split(rows).map(part => table(['resource', '>before', '>after', '>change'], part.map(line)))
}

/** What costs most, where there is nothing to compare with. */
export function costTables(standing: Standing, currency: string): string[] {
  const rows = labelled(standing, ({ now }) => now.resources)
    .filter(({ item }) => item.components.length > 0)
    .sort((a, b) => compare(b.item.cost.known, a.item.cost.known))
  const line = ({ label, item }: Row<CostResource>) => [cell(label), `**${costWords(item.cost, currency)}**`]
  return split(rows).map(part => table(['resource', '>monthly cost'], part.map(line)))
}

/** The lines of the bill of every resource that changed, or of all where there is nothing to compare with. */
export function componentTable(standing: Standing, currency: string): string {
  const resources =
    standing.change === undefined
      ? labelled(standing, ({ now }) => now.resources)
      : labelled(standing, project => resourceChanges(project).flatMap(({ now }) => now ?? []))
  const lines = resources.flatMap(({ label, item }) =>
    item.components.map((component, index) => [
      index === 0 ? cell(label) : '',
      cell(component.name),
      quantity(component),
      component.price ? formatPrice(component.price, currency) : '**not found**',
      costWords(component.cost, currency),
    ]),
  )
  return lines.length === 0
    ? ''
    : table(['resource', 'component', '>quantity a month', '>price', '>cost'], lines)
}

/** The root modules side by side, the dearest change first. */
export function rootsTable(roots: readonly Standing[], total: Standing, currency: string): string {
  const words = ({ now, past, change }: Standing) => [
    past ? costWords(past, currency) : '–',
    costWords(now, currency),
    change ? changeWords(change, currency) : '–',
  ]
  const rows = roots.map(root => [cell(root.directory ?? ''), ...words(root)])
  return table(
    ['root module', '>before', '>after', '>change'],
    [...rows, ['**together**', ...words(total).map(text => `**${text}**`)]],
  )
}

function labelled<T extends { readonly address: string }>(
  { projects }: Standing,
  items: (project: Standing['projects'][number]) => readonly T[],
): Row<T>[] {
  return projects.flatMap(project => {
    const of = projects.length > 1 ? ` (${project.workspace ?? project.name})` : ''
    return items(project).map(item => ({ label: `${item.address}${of}`, item }))
  })
}

function split<T>(rows: readonly T[]): T[][] {
  return [rows.slice(0, MOST_ROWS), rows.slice(MOST_ROWS)].filter(part => part.length > 0)
}

/** A head cell that begins with `>` aligns its column to the right. */
function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  return [
    line(head.map(name => name.replace('>', ''))),
    line(head.map(name => (name.startsWith('>') ? '---:' : '---'))),
    ...rows.map(line),
  ].join('\n')
}

function line(cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |`
}

function cell(text: string): string {
  const line = visibleLine(text)
  return codeCell(line.length > LONGEST_NAME ? `${line.slice(0, LONGEST_NAME)}…` : line)
}

function quantity({ quantity, unit }: CostComponent): string {
  return quantity === undefined ? '–' : `${amount(quantity)} ${plain(visibleLine(unit))}`
}

function amount(quantity: Decimal): string {
  return toText(quantity).replace(/^-?\d+/, whole => whole.replace(/\B(?=(\d{3})+$)/g, ','))
}
