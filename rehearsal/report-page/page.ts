import type { Exhibit, Scene, StandIn, Story } from '../story.ts'
import { seconds } from '../story.ts'
import { document } from './document.ts'
import { exhibitView, standInsView } from './exhibits.ts'
import { type Html, html } from './html.ts'
import { mark } from './icons.ts'
import { timelineView } from './timeline.ts'

/** The report of a rehearsal as one page. */
export function page(story: Story): string {
  const failed = story.scenes.filter(({ error }) => error !== undefined)
  const ended = Math.max(...story.scenes.map(({ startedAt, duration }) => startedAt.getTime() + duration))
  const conclusion = failed.length === 0 ? 'success' : 'failure'
  const body = html`<header class="top"><p class="eyebrow">gitops-actions · rehearsal</p>
    <h1>${story.title}</h1><p class="about">${story.about}</p>
    <p class="verdict ${conclusion}">${mark(conclusion)}<b>${failed.length === 0 ? 'Everything held' : 'It failed'}</b> in ${seconds(ended - story.startedAt.getTime())}</p>
    ${figures(story)}</header>
  <main><section><h2>Timeline</h2>${timelineView(story)}</section>
    ${story.scenes.map((scene, index) => html`${partHeading(story, index)}${sceneView(scene, index)}`)}
    <section id="stand-ins"><h2>What was stood in for</h2><p class="quiet">Everything else was the real thing: git, the builder, the registry, the actions' committed dist.</p>${standInsView(allStandIns(story))}</section>
  </main>
  <footer><dl>${Object.entries(story.machine).map(([name, value]) => html`<div><dt>${name}</dt><dd>${value}</dd></div>`)}
    <div><dt>played</dt><dd>${story.startedAt.toISOString().replace('T', ' ').slice(0, 16)} UTC</dd></div></dl></footer>`
  return document(story.title, body)
}

/** Before the first scene of a part. */
function partHeading({ scenes }: Story, index: number): Html {
  const part = scenes[index]?.part
  const begins = part !== undefined && part !== scenes[index - 1]?.part
  return html`${begins && html`<p class="part-title">${part}</p>`}`
}

function sceneView(scene: Scene, index: number): Html {
  const shown = scene.exhibits.filter(({ kind }) => kind !== 'stand-ins')
  return html`<section id="scene-${index + 1}" class="scene">
    <h2><span class="ordinal">${index + 1}</span>${scene.title}<span class="time">${seconds(scene.duration)}</span></h2>
    ${scene.error !== undefined && html`<pre class="error">${scene.error.replace(/^##\[\w+\]/gm, '')}</pre>`}
    ${shown.map(exhibitView)}
  </section>`
}

function figures({ scenes }: Story): Html {
  const exhibits = scenes.flatMap(scene => scene.exhibits)
  const of = <K extends Exhibit['kind']>(kind: K) =>
    exhibits.filter((exhibit): exhibit is Extract<Exhibit, { kind: K }> => exhibit.kind === kind)
  const runs = of('run').map(({ run }) => run)
  const checks = of('checks').flatMap(each => each.checks)
  const shown = [
    count(runs.length, 'workflow run'),
    count(runs.flatMap(({ jobs }) => jobs).length, 'job'),
    count(of('servers').at(-1)?.servers.length ?? 0, 'server'),
    count(of('containers').flatMap(({ containers }) => containers).length, 'container'),
    count(of('images').flatMap(({ images }) => images).length, 'image'),
    count(of('commit').length, 'commit'),
    [`${checks.filter(({ ok }) => ok).length} of ${checks.length}`, 'checks held'] as const,
  ].filter(([figure]) => figure !== 0)
  return html`<dl class="figures">${shown.map(([figure, name]) => html`<div><dt>${name}</dt><dd>${figure}</dd></div>`)}</dl>`
}

function count(number: number, noun: string): readonly [number, string] {
  return [number, number === 1 ? noun : `${noun}s`]
}

/** Each once, however many steps it stood in for. */
function allStandIns({ scenes }: Story): StandIn[] {
  const exhibits = scenes.flatMap(scene => scene.exhibits)
  const declared = exhibits.flatMap(each => (each.kind === 'stand-ins' ? each.standIns : []))
  const inSteps = exhibits
    .flatMap(each => (each.kind === 'run' ? each.run.jobs : []))
    .flatMap(job => job.steps)
    .flatMap(({ kind, standIn }) =>
      standIn === undefined ? [] : [{ what: kind.replace(/@.*/, ''), instead: standIn }],
    )
  const all = [...declared, ...inSteps]
  return [...new Map(all.map(each => [`${each.what}\n${each.instead}`, each])).values()]
}
