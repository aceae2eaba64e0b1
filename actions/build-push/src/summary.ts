import { messageOf } from '../../../toolkit/action/errors.ts'
import { fence } from '../../../toolkit/markdown/text.ts'
import type { ScanResult } from './gate.ts'
import { type Outcome, pushedImages } from './outcome.ts'
import type { Plan } from './plan.ts'

const STATES: Record<Outcome['state'], string> = {
  pushed: '🟢 pushed',
  reused: '♻️ reused',
  built: '🔵 built',
  failed: '🔴 failed',
  'not started': '⚪ not started',
}

interface Column {
  readonly title: string
  readonly right?: true
  readonly cell: (outcome: Outcome) => string
}

/** The job summary: a table of the images, and how to get them. */
export function summarize(
  plan: Plan,
  outcomes: readonly Outcome[],
  scans: readonly ScanResult[],
  builder: string,
): string {
  const scanOf = new Map(
    scans.map(scan => [scan.name, `${scan.failure === undefined ? '✅' : '❌'} ${scan.text}`]),
  )
  const columns: Column[] = [
    { title: 'Image', cell: ({ image }) => `**${image.name}**` },
    { title: 'Result', cell: ({ state }) => STATES[state] },
    { title: 'Digest', cell: outcome => ('digest' in outcome ? `\`${outcome.digest.slice(0, 19)}\`` : '') },
    {
      title: 'Size',
      right: true,
      cell: outcome => ('size' in outcome && outcome.size ? bytes(outcome.size) : ''),
    },
    { title: 'Platforms', cell: outcome => ('platforms' in outcome ? outcome.platforms.join('<br>') : '') },
    { title: 'Scan', cell: ({ image }) => scanOf.get(image.name) ?? '' },
    {
      title: 'Time',
      right: true,
      cell: outcome => ('milliseconds' in outcome ? duration(outcome.milliseconds) : ''),
    },
  ]
  return paragraphs([
    `### Images \`${plan.tag}\``,
    table(columns, outcomes),
    ...outcomes.flatMap(outcome => (outcome.state === 'failed' ? [whatItSaid(outcome)] : [])),
    `Built by ${builder}, for \`${place(plan)}\`.${otherTags(plan)}`,
    pullCommands(outcomes),
  ])
}

const MOST_LINES = 20

/** The end of what a failed image said. */
function whatItSaid({ image, error }: Extract<Outcome, { state: 'failed' }>): string {
  const lines = messageOf(error)
    .trimEnd()
    .split('\n')
    .filter(line => line.trim() !== '')
    .slice(-MOST_LINES)
  return [
    `<details open><summary>🔴 <b>${image.name}</b></summary>`,
    '',
    fence(lines.join('\n'), 'text'),
    '',
    '</details>',
  ].join('\n')
}

/** The job summary of a dry run. */
export function summarizePlan(plan: Plan, push: boolean, builder: string): string {
  return paragraphs([
    `### Images \`${plan.tag}\` (dry run)`,
    [
      '| Image | Reference | Platforms |',
      '| :-- | :-- | :-- |',
      ...plan.images.map(
        image =>
          `| **${image.name}** | \`${image.repository}:${plan.tag}\` | ${image.platforms.join('<br>')} |`,
      ),
    ].join('\n'),
    `${builder} would build them${push ? ` and push them to \`${place(plan)}\`` : ''}.${otherTags(plan)} Nothing was done.`,
  ])
}

/** Columns that are empty in every row are left out. */
function table(columns: readonly Column[], outcomes: readonly Outcome[]): string {
  const shown = columns.filter(column => outcomes.some(outcome => column.cell(outcome) !== ''))
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`
  return [
    line(shown.map(column => column.title)),
    line(shown.map(column => (column.right ? '--:' : ':--'))),
    ...outcomes.map(outcome => line(shown.map(column => column.cell(outcome)))),
  ].join('\n')
}

function place({ target }: Plan): string {
  return target.namespace === '' ? target.host : `${target.host}/${target.namespace}`
}

function otherTags(plan: Plan): string {
  const others = plan.images[0]?.tags.slice(1) ?? []
  return others.length === 0 ? '' : ` Also tagged ${others.map(tag => `\`${tag}\``).join(', ')}.`
}

function pullCommands(outcomes: readonly Outcome[]): string {
  const pulls = pushedImages(outcomes).map(image => `docker pull ${image.pinned}`)
  if (pulls.length === 0) return ''
  return ['<details><summary>Pull</summary>', '', '```sh', ...pulls, '```', '', '</details>'].join('\n')
}

function paragraphs(texts: readonly string[]): string {
  return texts.filter(text => text !== '').join('\n\n')
}

/** `0.4 s`, `12 s`, `2 min 5 s`. */
export function duration(milliseconds: number): string {
  const seconds = milliseconds / 1000
  if (seconds < 9.95) return `${seconds.toFixed(1)} s`
  const whole = Math.round(seconds)
  return whole < 60 ? `${whole} s` : `${Math.floor(whole / 60)} min ${whole % 60} s`
}

/** `512 kB`, `42.1 MB`; in powers of ten, as docker counts. */
export function bytes(count: number): string {
  if (count < 1e6) return `${Math.ceil(count / 1e3)} kB`
  if (count < 1e9) return `${(count / 1e6).toFixed(1)} MB`
  return `${(count / 1e9).toFixed(2)} GB`
}
