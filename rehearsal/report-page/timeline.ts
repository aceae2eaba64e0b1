import type { Scene, Story } from '../story.ts'
import { seconds } from '../story.ts'
import { type Html, html } from './html.ts'
import { mark } from './icons.ts'
import { shortName } from './names.ts'

/** A stretch of time with a name. */
interface Bar {
  readonly label: string
  readonly conclusion: string
  readonly start: number
  readonly duration: number
  readonly level: 'part' | 'scene' | 'job' | 'step'
  readonly link: string
}

/** A step that is shorter is told in its scene alone. */
const WORTH_A_ROW = 1_000

/** Every scene, and within a workflow run every job and the longer steps, on one scale. */
export function timelineView({ scenes, startedAt }: Story): Html {
  const origin = startedAt.getTime()
  const bars = scenes.flatMap((scene, index) => [
    ...partOf(scenes, index, origin),
    ...barsOf(scene, index, origin),
  ])
  const whole = Math.max(1, ...bars.map(({ start, duration }) => start + duration))
  const percent = (part: number) => ((part / whole) * 100).toFixed(2)
  const ticks = [0, 0.25, 0.5, 0.75, 1].map(part => html`<span>${seconds(whole * part)}</span>`)
  return html`<div class="timeline" role="table" aria-label="Timeline">
    ${bars.map(
      ({
        label,
        conclusion,
        start,
        duration,
        level,
        link,
      }) => html`<a class="row of-${level}" href="${link}" role="row">
      <span class="label" role="cell">${(level === 'scene' || level === 'job') && mark(conclusion)}<span>${label}</span></span>
      <span class="track" role="cell"><span class="fill ${conclusion}" style="left:${percent(start)}%;width:max(3px,${percent(duration)}%)"></span></span>
      <span class="time" role="cell">${seconds(duration)}</span></a>`,
    )}
    <div class="scale" aria-hidden="true"><span></span><span class="ticks">${ticks}</span><span></span></div>
  </div>`
}

/** A row of its own before the first scene of a part. */
function partOf(scenes: readonly Scene[], index: number, origin: number): Bar[] {
  const { part, startedAt } = scenes[index] as Scene
  if (part === undefined || part === scenes[index - 1]?.part) return []
  const after = scenes.slice(index)
  const length = after.findIndex(scene => scene.part !== part)
  const last = (length < 0 ? after : after.slice(0, length)).at(-1) as Scene
  const start = startedAt.getTime()
  const duration = last.startedAt.getTime() + last.duration - start
  const link = `#scene-${index + 1}`
  return [{ label: part, conclusion: 'part', start: start - origin, duration, level: 'part', link }]
}

/** Without what was skipped. */
function ran<T extends { readonly conclusion: string }>(all: readonly T[]): T[] {
  return all.filter(({ conclusion }) => conclusion !== 'skipped')
}

function barsOf(scene: Scene, index: number, origin: number): Bar[] {
  const link = `#scene-${index + 1}`
  const since = (date: Date) => date.getTime() - origin
  const runs = scene.exhibits.flatMap(exhibit => (exhibit.kind === 'run' ? [exhibit.run] : []))
  const inRuns = runs.flatMap(run =>
    ran(run.jobs).flatMap((job): Bar[] => [
      { ...job, label: job.name, start: since(job.startedAt), level: 'job', link },
      ...ran(job.steps)
        .filter(step => step.conclusion === 'failure' || step.duration >= WORTH_A_ROW)
        .map(
          (step): Bar => ({
            ...step,
            label: shortName(step.name),
            start: since(step.startedAt),
            level: 'step',
            link,
          }),
        ),
    ]),
  )
  const conclusion = scene.error === undefined ? 'success' : 'failure'
  const own: Bar = {
    ...scene,
    label: scene.title,
    conclusion,
    start: since(scene.startedAt),
    level: 'scene',
    link,
  }
  return [own, ...inRuns]
}
