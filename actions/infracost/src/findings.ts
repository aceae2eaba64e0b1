import type { CostResource } from '../../../toolkit/cost/report.ts'
import { costWords } from '../../../toolkit/cost/words.ts'
import { quiet } from '../../../toolkit/markdown/html.ts'
import { codeSpan, plain } from '../../../toolkit/markdown/text.ts'
import { visibleLine } from '../../../toolkit/markdown/visible.ts'
import { compare, magnitude, signOf, toText } from '../../../toolkit/money/decimal.ts'
import { formatMoney } from '../../../toolkit/money/format.ts'
import { percentChange, type Standing } from './standing.ts'
import type { Verdict } from './verdict.ts'

const MOST_LINES = 20
const LONGEST_MESSAGE = 500

/** A verdict in one sentence, in plain text. */
export function verdictSentence(verdict: Verdict, currency: string): string {
  const { kind, limit, standing, state } = verdict
  const subject = `the monthly cost${limit.directory === undefined ? '' : ` of ${limit.directory}`}`
  const most = kind === 'percent' ? `${toText(limit.amount)}%` : formatMoney(limit.amount, currency)
  if (kind === 'monthly')
    return `${subject} is ${costWords(standing.now, currency)}, ${MONTHLY[state]} ${most}`
  if (state === 'not-applicable')
    return `${subject} was nothing before, which has no percentage to hold to ${most}`
  return `${subject} ${movement(standing, currency)}, ${GROWTH[state]} ${most} allowed`
}

const MONTHLY = {
  over: 'over the budget of',
  within: 'within the budget of',
  unknown: 'so that it cannot be checked against the budget of',
  'not-applicable': '',
}

const GROWTH = {
  over: 'more than the',
  within: 'no more than the',
  unknown: 'so that it cannot be checked against the',
}

/** `grows by $560.64 (75.49%)`. */
function movement(standing: Standing, currency: string): string {
  const { change } = standing
  if (change === undefined) return 'has nothing to be compared with'
  if (!change.complete && !change.atLeast) return 'changes by an unknown amount'
  const percent = percentChange(standing, 2)
  const verb = signOf(change.known) < 0 ? 'falls by' : 'grows by'
  const size = formatMoney(magnitude(change.known), currency)
  return `${verb} ${change.complete ? '' : 'at least '}${size}${percent ? ` (${toText(magnitude(percent))}%)` : ''}`
}

/** What broke a limit or cannot be checked, as an alert that GitHub shows; empty where there is nothing of it. */
export function verdictAlert(verdicts: readonly Verdict[], currency: string, fails: boolean): string {
  const bad = verdicts.filter(({ state }) => state === 'over' || state === 'unknown')
  if (bad.length === 0) return ''
  const lines = bad.map(verdict => `**${quiet(plain(upperFirst(verdictSentence(verdict, currency))))}.**`)
  return alert(fails ? 'CAUTION' : 'WARNING', lines)
}

/** Why a part of the cost is not known. */
export function errorAlert({ projects, now }: Standing): string {
  const errors = projects.flatMap(project =>
    project.errors.map(error => (projects.length > 1 ? `${project.name}: ${error}` : error)),
  )
  if (errors.length === 0) return ''
  const title = signOf(now.known) === 0 ? 'The cost is unknown' : 'The cost is not wholly known'
  const lines = [`**${title}**, for Infracost met errors:`, ...listed(errors.map(message))]
  return alert('WARNING', lines)
}

/** Resources for which no price was found, and which line of their bill. */
export function unpriced(standing: Standing): string {
  const lines = concerning(standing, resource => resource.components.filter(({ cost }) => !cost.complete))
  return lines.length === 0 ? '' : section('No price was found for', lines)
}

/** Resources whose cost depends on usage that nobody told. */
export function usageBased(standing: Standing): string {
  const lines = concerning(standing, resource => resource.components.filter(({ cost }) => cost.usage))
  if (lines.length === 0) return ''
  const hint = 'These cost what they are used, which comes on top; a `usage-file` can tell how much that is.'
  return fold(`${count(lines.length, 'resource')} with costs that depend on usage`, [
    hint,
    '',
    ...listed(lines),
  ])
}

/** What else there is to know: warnings, and types of resources without prices. */
export function remarks({ projects }: Standing): string {
  const types = projects.flatMap(({ unsupported }) => Object.entries(unsupported))
  const lines = [
    ...projects.flatMap(({ warnings }) => warnings.map(message)),
    ...types.map(([type, number]) => `${number} × ${message(type)}: Infracost does not know this type`),
  ]
  return lines.length === 0 ? '' : fold('Not in these figures, and warnings', listed([...new Set(lines)]))
}

/** Something that can be unfolded. */
export function fold(title: string, lines: readonly string[]): string {
  return `<details><summary>${title}</summary>\n\n${lines.join('\n')}\n\n</details>`
}

export function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`
}

function concerning(
  { projects }: Standing,
  parts: (resource: CostResource) => readonly { readonly name: string }[],
): string[] {
  return projects
    .flatMap(({ now }) => now.resources)
    .sort((a, b) => compare(b.cost.known, a.cost.known) || (a.address < b.address ? -1 : 1))
    .flatMap(resource => {
      const names = parts(resource).map(({ name }) => message(name))
      return names.length === 0 ? [] : [`${message(resource.address)}: ${names.join(', ')}`]
    })
}

function section(title: string, lines: readonly string[]): string {
  return [`**${title}**`, '', ...listed(lines)].join('\n')
}

function listed(lines: readonly string[]): string[] {
  const rest = lines.length - MOST_LINES
  return [
    ...lines.slice(0, MOST_LINES).map(line => `- ${line}`),
    ...(rest > 0 ? [`- … and ${rest} more`] : []),
  ]
}

function alert(kind: 'WARNING' | 'CAUTION', lines: readonly string[]): string {
  return [`> [!${kind}]`, ...lines.map(line => `> ${line}`)].join('\n')
}

// In code, for a message may hold anything that was in the configuration.
function message(text: string): string {
  const line = visibleLine(text)
  return codeSpan(line.length > LONGEST_MESSAGE ? `${line.slice(0, LONGEST_MESSAGE)}…` : line)
}

function upperFirst(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}
