import type { JobRun, StepRun, WorkflowRun } from '../player/player.ts'
import { seconds } from '../story.ts'
import { type Html, html } from './html.ts'
import { mark } from './icons.ts'
import { logView } from './log.ts'
import { markdown } from './markdown.ts'
import { shortPin } from './names.ts'

/** A workflow run: its jobs, their steps with foldable logs, and their summaries. */
export function runView(run: WorkflowRun): Html {
  return html`<article class="card run">
    <header>${mark(run.conclusion)}<div><h3>${run.workflow} <span class="number">#${run.runNumber}${run.runAttempt > 1 && html` · attempt ${run.runAttempt}`}</span></h3>
      <p class="quiet">${run.event} · <code>${run.ref.replace('refs/heads/', '')}</code> · <code>${run.sha.slice(0, 7)}</code> · ${run.repository} · <code>${run.path}</code></p></div>
      <span class="time">${seconds(run.duration)}</span></header>
    ${run.jobs.map(jobView)}
  </article>`
}

function jobView(job: JobRun): Html {
  const summaries = job.steps.filter(({ summary }) => summary.trim() !== '')
  const permissions = Object.entries(job.permissions).filter(([name]) => name !== 'metadata')
  return html`<section class="job">
    <h4>${mark(job.conclusion)} ${job.name} <span class="time">${seconds(job.duration)}</span></h4>
    <p class="chips"><span class="chip">token: ${permissions.map(([name, level]) => `${name}: ${level}`).join(', ') || 'no permissions'}</span>
      ${job.environment && html`<span class="chip">environment: ${job.environment}</span>`}</p>
    ${job.remarks.map(remark => html`<p class="remark">${remark}</p>`)}
    <div class="steps">${job.steps.map(stepView)}</div>
    ${annotations(job.steps)}
    ${summaries.map(({ name, summary }) => html`<div class="summary"><div class="bar">Summary of <b>${shortPin(name)}</b></div>${markdown(summary)}</div>`)}
  </section>`
}

function stepView(step: StepRun): Html {
  return html`<details class="step"${step.conclusion === 'failure' && html` open`}>
    <summary>${mark(step.conclusion)}<span class="name">${shortPin(step.name)}</span>
      ${step.standIn && html`<span class="chip stand-in">stand-in</span>`}
      <span class="time">${step.conclusion === 'skipped' ? 'skipped' : seconds(step.duration)}</span></summary>
    ${step.standIn && html`<p class="remark">Stand-in: ${step.standIn}.</p>`}
    ${logView(step.log)}
  </details>`
}

function annotations(steps: readonly StepRun[]): Html {
  const found = steps.flatMap(step => step.annotations)
  const place = (file?: string, line?: number) => (file ? `${file}${line ? `:${line}` : ''}` : '')
  return html`${found.map(
    ({ level, message, title, file, line }) =>
      html`<p class="annotation ${level}"><b>${title ?? level}</b> ${message} <code>${place(file, line)}</code></p>`,
  )}`
}
