import { type Outcome, pushedImages } from './outcome.ts'
import type { Plan } from './plan.ts'

const STATES: Record<Outcome['state'], string> = {
  pushed: '🟢 pushed',
  reused: '♻️ reused',
  built: '🔵 built, not pushed',
  failed: '🔴 failed',
  'not started': '⚪ not started',
}

/** The job summary: a table of the images, and how to get them. */
export function summarize(plan: Plan, outcomes: readonly Outcome[], builder: string): string {
  return [
    `### Images \`${plan.tag}\``,
    [
      '| Image | Result | Digest | Size | Platforms | Time |',
      '| :-- | :-- | :-- | --: | :-- | --: |',
      ...outcomes.map(row),
    ].join('\n'),
    `Built by ${builder}, for \`${plan.target.host}${plan.target.namespace && `/${plan.target.namespace}`}\`.${otherTags(plan)}`,
    pullCommands(outcomes),
  ]
    .filter(Boolean)
    .join('\n\n')
}

function row(outcome: Outcome): string {
  const cells = [`**${outcome.image.name}**`, STATES[outcome.state]]
  if (outcome.state === 'not started') return line([...cells, '', '', '', ''])
  const time = duration(outcome.milliseconds)
  if (outcome.state === 'failed') return line([...cells, '', '', '', time])
  const digest = outcome.digest === undefined ? '' : `\`${outcome.digest.slice(0, 19)}\``
  const size = outcome.size === undefined ? '' : bytes(outcome.size)
  return line([...cells, digest, size, outcome.platforms.join('<br>'), time])
}

function line(cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |`
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

/** `0.4 s`, `12 s`, `2 min 5 s`. */
export function duration(milliseconds: number): string {
  const seconds = milliseconds / 1000
  if (seconds < 10) return `${seconds.toFixed(1)} s`
  if (seconds < 60) return `${Math.round(seconds)} s`
  return `${Math.floor(seconds / 60)} min ${Math.round(seconds % 60)} s`
}

/** `512 kB`, `42.1 MB`; in powers of ten, as docker counts. */
export function bytes(count: number): string {
  if (count < 1e6) return `${Math.ceil(count / 1e3)} kB`
  if (count < 1e9) return `${(count / 1e6).toFixed(1)} MB`
  return `${(count / 1e9).toFixed(2)} GB`
}
