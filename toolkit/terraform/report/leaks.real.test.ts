import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from '@jest/globals'
import { leaked, viewsOf } from '../../../test/support/plans/leaks.ts'
import { type LeakyPlan, leaksIn, leakyPlan } from '../../../test/support/plans/leaky.ts'
import { compose } from '../../comment/compose.ts'
import type { Section } from '../../comment/section.ts'
import { keep } from '../../comment/stored.ts'
import { createSecrets } from '../../redact/secrets.ts'
import { differences } from '../plan/differences.ts'
import type { Plan } from '../plan/model.ts'
import { readPlan } from '../plan/read.ts'
import { readReviewRecord, reviewRecord } from '../plan/review.ts'
import type { Diagnostic } from '../run/diagnostics.ts'
import { applySection } from './apply-section.ts'
import { counts } from './counts.ts'
import { driftIssue, driftSection } from './drift-section.ts'
import { failureSection } from './failure-section.ts'
import { planSection } from './plan-section.ts'
import { planSummary } from './plan-summary.ts'
import { AT } from './test/reports.ts'

const PLANS = 1000
const given = Number(process.env.SEED)
const SEEDS = given > 0 ? [given] : Array.from({ length: PLANS }, (_, index) => index + 1)

const folder = mkdtempSync(join(tmpdir(), 'report-leaks-'))
afterAll(() => rmSync(folder, { recursive: true }))

/** Reads a plan as an action does, from its file. */
async function read({ plan }: LeakyPlan): Promise<Plan> {
  const path = join(folder, 'plan.json')
  writeFileSync(path, JSON.stringify(plan))
  return readPlan(path, { redact: [] })
}

/** All texts that leave, made of two plans on one root module: what was reviewed, and what would be applied. */
async function everythingOf(seed: number): Promise<{ text: string; secrets: string[]; needles: string[] }> {
  const [reviewed, other] = [leakyPlan(seed), leakyPlan(seed + 1_000_000)]
  const plan = await read(reviewed)
  const { sensitiveValues: _, ...shown } = plan
  const { redact, learn } = createSecrets()
  learn(plan.sensitiveValues)
  const diagnostics = errorsWith([...reviewed.texts, ...reviewed.secrets]).map(one => ({
    ...one,
    summary: redact(one.summary),
    detail: redact(one.detail),
    address: redact(one.address ?? ''),
  }))
  const review = reviewRecord(plan, 'scrypt$15$8$3$x', AT.headSha)
  const now = await read(other)
  const data = { review, state: 'failed' }
  const refused = { of: differences(readReviewRecord(review), now), plan: now }
  const steps = plan.changes.map(({ address, kind }) => ({ address, kind }))
  const progress = {
    applied: steps.slice(0, 1),
    failed: steps.slice(1, 2),
    unfinished: [],
    notReached: steps,
  }
  const sections: Section[] = [
    { ...planSection(plan, { ...AT, diagnostics }), data },
    { ...driftSection(plan, AT), directory: 'drift' },
    { ...failureSection({ step: 'plan', diagnostics }, AT), directory: 'failed' },
    applySection({ outcome: 'failed', headline: 'failed', failure: 'x', errors: diagnostics, progress }, AT),
    {
      ...applySection({ outcome: 'refused', headline: 'x', failure: 'y', differences: refused }, AT),
      directory: 'refused',
    },
  ]
  const origin = { run: 1, attempt: 1, head: AT.headSha, url: AT.runUrl, writer: 'w' }
  const comment = compose({ key: 'k', sections: sections.map(one => keep(one, origin)), omitted: [] })
  return {
    text: [
      comment,
      planSummary(plan, { ...AT, diagnostics }),
      driftIssue(plan, AT) ?? '',
      JSON.stringify(counts(plan)),
      JSON.stringify(diagnostics),
      JSON.stringify(shown),
    ].join('\n'),
    secrets: [...reviewed.secrets, ...other.secrets],
    needles: [...reviewed.needles, ...other.needles],
  }
}

/** What providers say of them. */
function errorsWith(texts: readonly string[]): Diagnostic[] {
  return texts.map(text => ({
    severity: 'error',
    summary: `local-exec provisioner error: ${text}`,
    detail: `Error running command 'x': exit status 1. Output: ${text}\n${'and more\n'.repeat(9)}`,
    address: `x.y["${text}"]`,
  }))
}

test(`all that leaves, of ${SEEDS.length} plans with planted secrets, shows none of them`, async () => {
  const found: string[] = []
  const searched = { needles: 0, bytes: 0 }
  for (const seed of SEEDS) {
    const { text, secrets, needles } = await everythingOf(seed)
    const views = viewsOf(text)
    searched.needles += secrets.length + needles.length
    searched.bytes += views.reduce((sum, view) => sum + Buffer.byteLength(view), 0)
    const leaks = [...leaked(views, secrets), ...leaksIn(views.join('\n'), needles)]
    for (const leak of leaks) found.push(`SEED=${seed}: ${leak}`)
  }
  console.log(`${SEEDS.length} plans, ${searched.needles} needles, ${searched.bytes} bytes`)
  expect(found.slice(0, 20)).toEqual([])
}, 240_000)

test('the search finds secrets that are not hidden, packed ones too, or the test above would mean nothing', () => {
  const { plan, secrets } = leakyPlan(3)
  const text = JSON.stringify(plan)
  const origin = { run: 1, attempt: 1, head: AT.headSha, url: AT.runUrl, writer: 'w' }
  const section = { action: 'a', directory: 'd', heading: 'h', overview: 'o', blocks: [], data: { text } }
  const comment = compose({ key: 'k', sections: [keep(section, origin)], omitted: [] })
  expect(comment).not.toContain(secrets[0])
  expect(leaked(viewsOf(comment), secrets).length).toBeGreaterThan(secrets.length)
})
