import type { Context } from '../../runner/context.ts'
import type { Block, Section } from '../section.ts'
import { slot } from '../slot.ts'
import { type KeptSection, keep, originHere } from '../stored.ts'

/** Numbers from 0 to 1 that a seed fixes (mulberry32). */
export function randomBy(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
}

const NASTY = [
  '<!-- gitops-actions:end -->',
  '<!-- gitops-actions:section eNpj -->',
  '<!--b0.0 0=1-->',
  '<!--left-->',
  '<!---->',
  '<!--$0123456789-->',
  '\r\n',
  '```',
  '</details>',
  '日本語🌈',
  '\ud800',
  '\0<!\0--',
  '-->',
  '--',
]
const LABELS = ['to destroy', 'to replace', 'to update', 'to create', 'outputs']

/** A section as nasty as the seed makes it; `scale` is the number of bytes that a big block may have. */
function randomSection(random: () => number, directory: string, action: string, scale: number): Section {
  const below = (limit: number) => Math.floor(random() * limit)
  const pick = <T>(list: readonly T[]): T => list[below(list.length)] as T
  const block = (): Block => {
    const text = random() < 0.5 ? `${pick(NASTY)}x${pick(NASTY)}` : 'resource'
    const place = random() < 0.3 ? ` cost${slot(`res${below(5)}`)}` : ''
    const priority = below(6) as Block['priority']
    return {
      priority,
      markdown: `${text}${place}\n${'abc \n'.repeat(below(scale / 5))}`,
      ...(random() < 0.9 && { counts: { [LABELS[priority] ?? 'checks']: 1 + below(3) } }),
    }
  }
  return {
    action,
    directory,
    heading: `Plan of ${directory} ${pick(NASTY)}`,
    overview: `${below(9)} to create | ${pick(NASTY)}`,
    blocks: Array.from({ length: below(30) }, block),
    ...(random() < 0.7 && { data: { review: 'r'.repeat(below(400)), more: pick(NASTY) } }),
    ...(random() < 0.5 && { notes: { res1: ' +$7.59/month', res2: pick(NASTY) } }),
  }
}

/** Sections of several directories and actions, kept as one run's. */
export function randomSections(seed: number, count: number, scale: number): KeptSection[] {
  const random = randomBy(seed)
  return Array.from({ length: count }, (_, n) => {
    const action = ['terraform-plan-comment', 'infracost', 'terraform-apply'][n % 3] ?? ''
    const section = randomSection(random, `live/${Math.floor(n / 3)}--x`, action, scale)
    return keep(section, originOf(7, 1, `w${n}`))
  })
}

/** The origin of a section that some job wrote. */
export function originOf(run: number, attempt = 1, writer = 'w', head = `${run}`.repeat(40).slice(0, 40)) {
  const context = { runId: String(run), runAttempt: attempt, headSha: head, job: 'plan' } as Context
  const url = 'https://github.example/acme/shop/actions/runs'
  return { ...originHere(context, {}), writer, url: `${url}/${run}` }
}
