import type { Commit } from '../inspect/commits.ts'
import type { PushedImage } from '../inspect/registry.ts'
import type { Check, Exhibit, StandIn } from '../story.ts'
import { commentView } from './comment.ts'
import { diffView } from './diff.ts'
import { type Html, html } from './html.ts'
import { mark } from './icons.ts'
import { shortDigest } from './names.ts'
import { runView } from './run.ts'
import { answersView, containersView, recapView, serversView } from './servers.ts'

/** Anything that a scene shows. */
export function exhibitView(exhibit: Exhibit): Html {
  switch (exhibit.kind) {
    case 'note':
      return html`<p class="note">${exhibit.text}</p>`
    case 'commit':
      return commitView(exhibit.commit)
    case 'run':
      return runView(exhibit.run)
    case 'images':
      return imagesView(exhibit.images)
    case 'comment':
      return commentView(exhibit)
    case 'servers':
      return serversView(exhibit.servers)
    case 'recap':
      return recapView(exhibit.playbook, exhibit.hosts)
    case 'containers':
      return containersView(exhibit.containers)
    case 'answers':
      return answersView(exhibit.answers)
    case 'checks':
      return checksView(exhibit.checks)
    case 'stand-ins':
      return standInsView(exhibit.standIns)
  }
}

function commitView(commit: Commit): Html {
  const prose = commit.body
    .split('\n')
    .filter(line => !commit.trailers.some(([key, value]) => line === `${key}: ${value}`))
  return html`<article class="card commit">
    <header><span class="avatar" aria-hidden="true">${commit.author.slice(0, 1).toUpperCase()}</span>
      <div><h3>${commit.subject}</h3>
      <p class="quiet"><b>${commit.author}</b> committed to ${commit.repository}</p></div>
      <code class="sha">${commit.sha.slice(0, 7)}</code></header>
    ${prose.join('').trim() !== '' && html`<p class="prose">${prose.join('\n').trim()}</p>`}
    ${commit.trailers.length > 0 && html`<table class="trailers">${commit.trailers.map(([key, value]) => html`<tr><th>${key}</th><td><code>${value}</code></td></tr>`)}</table>`}
    ${diffView(commit.diff)}
  </article>`
}

function imagesView(images: readonly PushedImage[]): Html {
  const row = ({ repository, tag, digest, size, platforms, labels }: PushedImage) => html`<tr>
    <td><code>${repository}<b>:${tag}</b></code><br><code class="digest">${digest}</code>
      <details><summary>${Object.keys(labels).length} labels</summary><table class="trailers">${Object.entries(labels).map(([key, value]) => html`<tr><th>${key}</th><td><code>${value}</code></td></tr>`)}</table></details></td>
    <td>${platforms.join(', ')}</td><td class="right">${size === undefined ? '' : megabytes(size)}</td></tr>`
  return html`<article class="card"><table class="list"><thead><tr><th>Image, as the registry has it</th><th>Platform</th><th class="right">Size</th></tr></thead>
    <tbody>${images.map(row)}</tbody></table></article>`
}

function checksView(checks: readonly Check[]): Html {
  return html`<ul class="checks">${checks.map(
    ({ claim, seen, ok }) =>
      html`<li>${mark(ok ? 'success' : 'failure')}<span>${claim}</span><code>${shortDigest(seen)}</code></li>`,
  )}</ul>`
}

/** What was not the real thing, and what took its place. */
export function standInsView(standIns: readonly StandIn[]): Html {
  if (standIns.length === 0) return html`<p class="note">Nothing was stood in for.</p>`
  return html`<article class="card"><table class="list stand-ins"><thead><tr><th>In place of</th><th>there was</th></tr></thead>
    <tbody>${standIns.map(({ what, instead }) => html`<tr><td>${what}</td><td>${instead}</td></tr>`)}</tbody></table></article>`
}

function megabytes(bytes: number): string {
  return `${(bytes / 1e6).toFixed(1)} MB`
}
