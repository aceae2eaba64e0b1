import type { Block, Section } from '../../../../toolkit/comment/section.ts'
import { details, htmlCode } from '../../../../toolkit/markdown/html.ts'
import { codeCell, codeSpan, fence } from '../../../../toolkit/markdown/text.ts'
import { visible, visibleLine } from '../../../../toolkit/markdown/visible.ts'
import { alike, byHost, type Outcome, type TaskResult, totals } from './outcome.ts'
import type { Told } from './report.ts'
import { plural, reason } from './verdict.ts'

const MOST_ROWS = 50
const MOST_HOSTS = 8
const SLOWEST = 5
const SLOW = 1

/** The section of the pull request's comment. */
export function sectionOf(told: Told): Section {
  const line = headline(told)
  return {
    action: 'ansible-run',
    directory: told.playbook,
    heading: `${mark(told)} ${told.check ? 'Check of' : 'Play of'} ${codeSpan(visibleLine(told.playbook))} · ${line}`,
    overview: line,
    blocks: blocks(told),
  }
}

/** Everything, for the job summary. */
export function summaryOf(told: Told): string {
  const { heading } = sectionOf(told)
  return [`### ${heading}`, ...blocks(told).map(({ markdown }) => markdown), slowest(told.outcome)]
    .filter(text => text !== '')
    .join('\n\n')
}

function blocks(told: Told): Block[] {
  const { outcome, mistake, again, check } = told
  const all: Block[] = [
    { priority: 0, markdown: mistake === undefined ? '' : caution([mistake.message]) },
    { priority: 0, markdown: failures(told) },
    { priority: 0, markdown: again === undefined ? '' : repeated(again, told) },
    { priority: 1, markdown: recapTable(outcome.recap) },
    ...changes(outcome, check, told.place),
  ]
  return all.filter(({ markdown }) => markdown !== '')
}

function mark({ failure, check, outcome }: Told): string {
  if (failure !== undefined) return '❌'
  return check && totals(outcome.recap).changed > 0 ? '🔧' : '✅'
}

/** `2 changes on 1 of 3 hosts`. */
export function headline({ outcome, check, failure, mistake }: Told): string {
  const { changed, failures, unreachable } = totals(outcome.recap)
  if (mistake !== undefined) return outcome.results.length > 0 ? 'broken off' : 'did not play'
  const hosts = [...outcome.recap.values()]
  const touched = hosts.filter(counts => counts.changed > 0).length
  const where = `on ${touched} of ${plural(hosts.length, 'host')}`
  const parts = [
    ...(failures > 0 ? [`${failures} failed`] : []),
    ...(unreachable > 0 ? [`${unreachable} unreachable`] : []),
    changed === 0
      ? `${check ? 'would change nothing' : 'nothing changed'} on ${plural(hosts.length, 'host')}`
      : `${check ? 'would make ' : ''}${plural(changed, 'change')} ${where}`,
    ...(failure !== undefined && failures + unreachable === 0 ? ['not idempotent'] : []),
  ]
  return parts.join(', ')
}

function recapTable(recap: Outcome['recap']): string {
  if (recap.size === 0) return ''
  const rows = [...recap].sort(([, a], [, b]) => b.failures + b.unreachable - a.failures - a.unreachable)
  const cells = rows
    .slice(0, MOST_ROWS)
    .map(
      ([host, { ok, changed, unreachable, failures, skipped, rescued, ignored }]) =>
        `| ${failures + unreachable > 0 ? '❌ ' : ''}${codeCell(visibleLine(host))} | ${[ok, bold(changed), bold(unreachable), bold(failures), skipped, rescued, ignored].join(' | ')} |`,
    )
  const more = rows.length > MOST_ROWS ? `\n\nand ${plural(rows.length - MOST_ROWS, 'more host')}` : ''
  return `| host | ok | changed | unreachable | failed | skipped | rescued | ignored |\n| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: |\n${cells.join('\n')}${more}`
}

function bold(count: number): string {
  return count > 0 ? `**${count}**` : '0'
}

function failures({ outcome, place }: Told): string {
  return alike(outcome.fatal)
    .slice(0, MOST_ROWS)
    .map(({ result, hosts }) => {
      const where = result.of.path === '' ? '' : ` · ${codeSpan(visibleLine(place(result.of.path)))}`
      const what = result.status === 'failed' ? 'failed' : 'could not be played'
      return `**${codeSpan(visibleLine(result.of.name))} ${what} on ${codes(hosts)}**${where}\n\n${fence(visible(texts(result)), 'text')}`
    })
    .join('\n\n')
}

function codes(hosts: readonly string[]): string {
  const shown = hosts.slice(0, MOST_HOSTS).map(host => codeSpan(visibleLine(host)))
  const more = hosts.length > MOST_HOSTS ? [`${hosts.length - MOST_HOSTS} more`] : []
  return [...shown, ...more].join(', ')
}

function texts(result: TaskResult): string {
  if (result.censored) return reason(result)
  const why = reason(result)
  const said = [result.stderr, result.stdout].map(text => text?.trim() ?? '')
  return [why, ...said.filter(text => text !== '' && !why.includes(text))].join('\n')
}

function repeated(again: readonly TaskResult[], { place }: Told): string {
  if (again.length === 0) return 'Played a second time, it changed nothing: idempotent.'
  const lines = alike(again)
    .slice(0, MOST_ROWS)
    .map(
      ({ result: { of }, hosts }) =>
        `- ${codeSpan(visibleLine(of.name))} on ${codes(hosts)} · ${codeSpan(visibleLine(place(of.path)))}`,
    )
  return `**Not idempotent**: played a second time, these changed again.\n\n${lines.join('\n')}`
}

/** One block a task, with the hosts where it changes the same in the same way. */
function changes(outcome: Outcome, check: boolean, place: Told['place']): Block[] {
  const changed = outcome.results.filter(result => result.changed)
  const byTask = Map.groupBy(changed, ({ of }) => of.task)
  return [...byTask.values()].slice(0, 200).map(unordered => {
    const results = byHost(unordered)
    const { of } = results[0]!
    const hosts = results.map(({ host }) => host)
    const shown = hosts.slice(0, MOST_HOSTS).map(htmlCode)
    const more = hosts.length > MOST_HOSTS ? [`${hosts.length - MOST_HOSTS} more`] : []
    const bodies = [...Map.groupBy(results, ({ diff = [] }) => diff.join('\n')).entries()]
    const texts = bodies.flatMap(([diff, same]) =>
      diff === ''
        ? []
        : [
            ...(bodies.length > 1 ? [`on ${codes(same.map(({ host }) => host))}:`] : []),
            fence(visible(diff), 'diff'),
          ],
    )
    const title = `${htmlCode(of.name)} ${check ? 'would change' : 'changed'} ${[...shown, ...more].join(', ')}`
    const where = of.path === '' ? [] : [`${codeSpan(visibleLine(place(of.path)))}`]
    return {
      priority: texts.length > 0 ? 2 : 3,
      markdown: details(
        title,
        [...where, ...texts].join('\n\n'),
        check && texts.length > 0 && byTask.size <= 5,
      ),
      counts: { 'changed tasks': 1 },
    } satisfies Block
  })
}

/** The tasks that took longest, by the clock: over all hosts, from their begin to their last result. */
function slowest({ results }: Outcome): string {
  const seconds = [...Map.groupBy(results, ({ of }) => `${of.task} ${of.at}`).values()]
    .map(all => ({ of: all[0]!.of, all }))
    .map(({ of, all }) => ({ of, seconds: Math.max(...all.map(({ at }) => at)) - of.at }))
    .filter(one => one.seconds >= SLOW)
    .sort((a, b) => b.seconds - a.seconds)
    .slice(0, SLOWEST)
  if (seconds.length === 0) return ''
  const rows = seconds.map(one => `| ${codeCell(visibleLine(one.of.name))} | ${one.seconds.toFixed(1)} s |`)
  return `| slowest tasks | time |\n| --- | ---: |\n${rows.join('\n')}`
}

function caution(lines: readonly string[]): string {
  return `> [!CAUTION]\n${lines.map(line => `> ${codeSpan(visibleLine(line))}`).join('\n')}`
}
