import type { Block } from '../../comment/section.ts'
import { details, htmlCode, quietHtml } from '../../markdown/html.ts'
import { fence } from '../../markdown/text.ts'
import type {
  ActionInvocation,
  AttributeChange,
  DeferredChange,
  FailedCheck,
  OutputChange,
  Plan,
  ResourceChange,
  Value,
} from '../plan/model.ts'
import { abbreviate } from './abbreviate.ts'
import { attributeDiff } from './attributes.ts'
import { addressCode, INDENT, rowOf } from './row.ts'
import { deferralWords, plural } from './words.ts'

const LONGEST_MESSAGE = 600
const MOST_READS = 30

/** What is wrong with the plan as a whole, where something is. */
export function planNotice(plan: Plan): Block[] {
  const text = noticeText(plan)
  return text === '' ? [] : [{ priority: 0, markdown: text }]
}

function noticeText({ errored, applyable, complete, changes, deferred }: Plan): string {
  if (errored)
    return alert(
      'CAUTION',
      '<b>Planning failed midway.</b> Below is what was found until then; none of it can be applied.',
    )
  if (applyable === false && changes.length > 0)
    return alert('CAUTION', '<b>This plan cannot be applied.</b>')
  if (complete !== false) return ''
  return deferred.length > 0
    ? alert(
        'WARNING',
        '<b>Not the whole plan.</b> Some changes are deferred: after this apply, another plan is needed.',
      )
    : alert(
        'WARNING',
        '<b>Not the whole plan.</b> It covers only a part of the configuration, as with <code>-target</code>.',
      )
}

/** A box that GitHub colours. */
export function alert(kind: 'NOTE' | 'WARNING' | 'CAUTION', text: string): string {
  return `> [!${kind}]\n> ${text}`
}

/** Checks, preconditions and postconditions that did not pass, with what they say. */
export function checkBlocks(checks: readonly FailedCheck[]): Block[] {
  const failed = checks.filter(({ status }) => status !== 'unknown')
  const open = checks.filter(({ status }) => status === 'unknown')
  const rows = failed.map(({ address, kind, status, messages }) => {
    const said = messages.map(message => quietHtml(abbreviate(message, LONGEST_MESSAGE))).join('<br>')
    const what = status === 'error' ? 'could not be evaluated' : 'failed'
    return `<p>${INDENT}⚠️ <b>${checkWords(kind)} ${what}</b> ${addressCode(address)}${said === '' ? '' : `<br>${INDENT}${said}`}</p>`
  })
  const later = open.map(({ address }) => addressCode(address)).join(', ')
  return [
    ...rows.map(markdown => ({ priority: 1 as const, markdown, counts: { 'failed checks': 1 } })),
    ...(open.length > 0
      ? [
          {
            priority: 5 as const,
            markdown: details(`⚪ ${plural(open.length, 'check')} known after apply`, `<p>${later}</p>`),
            counts: { 'checks known after apply': open.length },
          },
        ]
      : []),
  ]
}

function checkWords(kind: string): string {
  return kind === 'resource' || kind === 'output_value'
    ? 'condition'
    : kind === 'check'
      ? 'check'
      : quietHtml(kind)
}

/** The root module's outputs that change. */
export function outputBlocks(outputs: readonly OutputChange[], limit: number): Block[] {
  if (outputs.length === 0) return []
  const attributes = outputs.flatMap(outputAttributes)
  const { lines, left } = attributeDiff(attributes, { anew: false, limit })
  const more = left > 0 ? [`# ${plural(left, 'more value')} in the job summary`] : []
  const names = outputs.slice(0, 4).map(({ name }) => htmlCode(abbreviate(name, 60)))
  const rest = outputs.length - names.length
  const title = `🔵 ${plural(outputs.length, 'output')} · ${names.join(', ')}${rest > 0 ? ` and ${rest} more` : ''}`
  const body = fence([...lines, ...more].join('\n'), 'diff')
  return [{ priority: 3, markdown: details(title, body), counts: { outputs: outputs.length } }]
}

/** The value itself has no path; paths into it follow the output's name. */
function outputAttributes({ name, attributes, attributeCount }: OutputChange): AttributeChange[] {
  if (attributes) return attributes.map(one => ({ ...one, path: withName(name, one.path) }))
  const many: Value = { kind: 'known', text: `(${plural(attributeCount, 'value')} that change)` }
  return [{ path: name, before: { kind: 'absent' }, after: many, forcesReplacement: false }]
}

function withName(name: string, path: string): string {
  if (path === '' || path === name || path.startsWith(`${name}.`) || path.startsWith(`${name}[`))
    return path || name
  return path.startsWith('[') ? `${name}${path}` : `${name}.${path}`
}

/** Changes that cannot be planned yet. */
export function deferredBlocks(deferred: readonly DeferredChange[]): Block[] {
  return deferred.map(({ reason, change }) => ({
    priority: 4 as const,
    markdown: `<p>${INDENT}⏳ deferred: ${rowText(change)} · ${deferralWords(reason, htmlCode)}</p>`,
    counts: { deferred: 1 },
  }))
}

/** Actions that the apply invokes. */
export function actionBlocks(invocations: readonly ActionInvocation[]): Block[] {
  return invocations.map(({ address, trigger, deferred, attributes }) => {
    const row = `⚡ ${deferred ? 'invoke later' : 'invoke'} ${addressCode(address)} · ${quietHtml(abbreviate(trigger, 200))}`
    const { lines } = attributeDiff(attributes, { anew: true, limit: 2_000 })
    const markdown =
      lines.length === 0 ? `<p>${INDENT}${row}</p>` : details(row, fence(lines.join('\n'), 'diff'))
    return { priority: 4 as const, markdown, counts: { actions: 1 } }
  })
}

function rowText(change: ResourceChange): string {
  const { head, rest } = rowOf(change, '')
  return head + rest
}

/** Data sources that are read during the apply, folded away. */
export function readBlocks(reads: readonly ResourceChange[]): Block[] {
  const shown = reads.slice(0, MOST_READS)
  const rest = reads.length - shown.length
  const rows = shown.map(change => `<li>${rowText(change)}`)
  if (rest > 0) rows.push(`<li>and ${rest} more`)
  const title = `⚪ ${plural(reads.length, 'data source is', 'data sources are')} read during the apply`
  const markdown = details(title, `<ul>\n${rows.join('\n')}\n</ul>`)
  return reads.length === 0 ? [] : [{ priority: 5, markdown, counts: { 'to read': reads.length } }]
}
