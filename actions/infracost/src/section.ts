import type { Block, Section } from '../../../toolkit/comment/section.ts'
import { directoryNotes } from '../../../toolkit/cost/notes.ts'
import { changeWords, costWords } from '../../../toolkit/cost/words.ts'
import { codeSpan } from '../../../toolkit/markdown/text.ts'
import { visibleLine } from '../../../toolkit/markdown/visible.ts'
import { signOf, toText } from '../../../toolkit/money/decimal.ts'
import { count, errorAlert, fold, remarks, unpriced, usageBased, verdictAlert } from './findings.ts'
import { percentChange, type Standing } from './standing.ts'
import { changeTables, componentTable, costTables, rootsTable } from './tables.ts'
import type { Verdict } from './verdict.ts'

/** What the sections tell beside the costs themselves. */
export interface Told {
  readonly currency: string
  readonly verdicts: readonly Verdict[]
  /** Whether a broken limit fails the step. */
  readonly fails: boolean
}

/** The sections of a step: the total first, where there is more than one root module. */
export function sectionsOf(total: Standing, roots: readonly Standing[], told: Told): Section[] {
  const [only] = roots
  if (roots.length === 1 && only) return [rootSection(only, told, told.verdicts)]
  const of = (directory: string | undefined) =>
    told.verdicts.filter(({ limit }) => limit.directory === directory)
  return [
    totalSection(total, roots, told, of(undefined)),
    ...roots.map(root => rootSection(root, told, of(root.directory))),
  ]
}

function rootSection(root: Standing, told: Told, verdicts: readonly Verdict[]): Section {
  const directory = root.directory ?? '.'
  const notes = directoryNotes({ currency: told.currency, projects: root.projects }, directory)
  return {
    action: 'infracost',
    directory,
    heading: `${mark(root, verdicts)} ${codeSpan(visibleLine(directory))} · ${headline(root, told.currency)}`,
    overview: overview(root, told.currency, verdicts),
    blocks: [...alerts(verdicts, root, told), ...details(root, told.currency)],
    notes: Object.fromEntries(notes),
  }
}

function totalSection(
  total: Standing,
  roots: readonly Standing[],
  told: Told,
  verdicts: readonly Verdict[],
): Section {
  return {
    action: 'infracost',
    // No directory is called so, and it stands before all that are.
    directory: '*',
    heading: `${mark(total, verdicts)} ${count(roots.length, 'root module')} · ${headline(total, told.currency)}`,
    overview: overview(total, told.currency, verdicts),
    blocks: [
      ...alerts(verdicts, undefined, told),
      { priority: 1, markdown: rootsTable(roots, total, told.currency) },
    ],
  }
}

/** `$1,303.28/month, −$742.64 (−36.3%)`. */
export function headline(standing: Standing, currency: string): string {
  const now = costWords(standing.now, currency, '/month')
  const { change, past } = standing
  if (change === undefined || past === undefined || now === 'unknown') return now
  if (signOf(change.known) === 0 && change.complete)
    return `${now}, ${change.usage ? 'usage differs' : 'unchanged'}`
  const percent = percentChange(standing, 1)
  const isNew = change.complete && past.complete && signOf(past.known) === 0
  const relation = percent ? ` (${signed(toText(percent))}%)` : isNew ? ' (new)' : ''
  const words = changeWords(change, currency)
  return `${now}, ${words === 'unknown' ? 'change unknown' : words}${relation}`
}

/** All blocks of sections, for the job summary and the Markdown output. */
export function sectionsMarkdown(sections: readonly Section[]): string {
  return sections
    .map(({ heading, blocks }) => [`### ${heading}`, ...blocks.map(({ markdown }) => markdown)].join('\n\n'))
    .join('\n\n')
}

/** `💰`, or `⚠️` where a limit is broken or something is not known. */
function mark({ now }: Standing, verdicts: readonly Verdict[]): string {
  const bad = verdicts.some(({ state }) => state === 'over' || state === 'unknown')
  return bad || !now.complete ? '⚠️ Cost of' : '💰 Cost of'
}

function overview(standing: Standing, currency: string, verdicts: readonly Verdict[]): string {
  const over = verdicts.some(({ state }) => state === 'over')
  return `${headline(standing, currency)}${over ? ', **over budget**' : ''}`
}

function alerts(verdicts: readonly Verdict[], root: Standing | undefined, told: Told): Block[] {
  const texts = [verdictAlert(verdicts, told.currency, told.fails), root ? errorAlert(root) : '']
  return texts.filter(text => text !== '').map(markdown => ({ priority: 0, markdown }))
}

function details(root: Standing, currency: string): Block[] {
  const [first = '', rest = ''] = root.change ? changeTables(root, currency) : costTables(root, currency)
  const more = rest === '' ? '' : fold('More resources', [rest])
  const components = componentTable(root, currency)
  const blocks: Block[] = [
    { priority: 1, markdown: first },
    { priority: 1, markdown: unpriced(root) },
    { priority: 3, markdown: more, counts: { 'resources with a cost': rest.split('\n').length - 2 } },
    { priority: 4, markdown: usageBased(root) },
    { priority: 5, markdown: components === '' ? '' : fold('What the cost is made of', [components]) },
    { priority: 4, markdown: remarks(root) },
  ]
  return blocks.filter(({ markdown }) => markdown !== '')
}

function signed(percent: string): string {
  return percent.startsWith('-') ? percent.replace('-', '−') : `+${percent}`
}
