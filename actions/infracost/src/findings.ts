import type { CostResource } from '../../../toolkit/cost/report.ts'
import { changeWords, costWords } from '../../../toolkit/cost/words.ts'
import { codeSpan } from '../../../toolkit/markdown/text.ts'
import { compare, toFixed, toText } from '../../../toolkit/money/decimal.ts'
import { formatMoney } from '../../../toolkit/money/format.ts'
import { percentChange, type Standing } from './standing.ts'
import type { Verdict } from './verdict.ts'

const MOST_LINES = 20
const LONGEST_MESSAGE = 500

/** A verdict in one sentence, in plain text. */
export function verdictSentence({ kind, limit, standing, state }: Verdict, currency: string): string {
  const where = limit.directory === undefined ? '' : ` of ${limit.directory}`
  const money = formatMoney(limit.amount, currency)
  const { now, change } = standing
  const diff = change ? changeWords(change, currency) : 'unknown'
  const percent = percentChange(standing, 2)
  const grown = percent ? `${diff}, ${toFixed(percent)}%` : diff
  const [what, is, most] = {
    monthly: [`the monthly cost${where}`, costWords(now, currency), `the budget of ${money}`],
    increase: [`the increase${where}`, diff, `the most that is allowed, ${money}`],
    percent: [`the increase${where}`, grown, `the most that is allowed, ${toText(limit.amount)}%`],
  }[kind] as [string, string, string]
  if (state === 'over') return `${what} is ${is} a month, over ${most}`
  if (state === 'within') return `${what} is ${is} a month, within ${most}`
  if (state === 'unknown') return `${what} is ${is} and cannot be checked against ${most}`
  return `${what} cannot be compared with ${most}: ${
    change === undefined ? 'nothing is known about before' : 'it cost nothing before'
  }`
}

/** What broke a limit or cannot be checked, as an alert that GitHub shows; empty where there is nothing of it. */
export function verdictAlert(verdicts: readonly Verdict[], currency: string, fails: boolean): string {
  const bad = verdicts.filter(({ state }) => state === 'over' || state === 'unknown')
  if (bad.length === 0) return ''
  const lines = bad.map(verdict => `**${upperFirst(verdictSentence(verdict, currency))}.**`)
  return alert(fails ? 'CAUTION' : 'WARNING', lines)
}

/** Why a part of the cost is not known. */
export function errorAlert({ projects }: Standing): string {
  const errors = projects.flatMap(project =>
    project.errors.map(error => (projects.length > 1 ? `${project.name}: ${error}` : error)),
  )
  if (errors.length === 0) return ''
  const lines = [
    '**The cost is not wholly known**, for Infracost met errors:',
    ...listed(errors.map(message)),
  ]
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
    ...types.map(([type, number]) => `${number} × ${codeSpan(type)}: Infracost does not know this type`),
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
      const names = parts(resource).map(({ name }) => codeSpan(name))
      return names.length === 0 ? [] : [`${codeSpan(resource.address)}: ${names.join(', ')}`]
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
  return codeSpan(text.length > LONGEST_MESSAGE ? `${text.slice(0, LONGEST_MESSAGE)}…` : text)
}

function upperFirst(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}
