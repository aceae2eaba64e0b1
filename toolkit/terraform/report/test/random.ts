import type { ChangeKind, Plan, ResourceChange, Value } from '../../plan/model.ts'
import { plan } from './plans.ts'

const NASTY = [
  '`',
  '```',
  '~~~\n```',
  '````diff\n',
  '</details>',
  '</summary><script>alert(1)</script>',
  '<!-- gitops-actions:end -->',
  '-->',
  '@octocat',
  'see #123 and GH-7',
  'https://github.com/o/r/issues/1',
  '::error::x',
  '\n::set-output name=a::b',
  '##[error]',
  '\u202egnp.exe',
  '\u200b\u200d\ufeff',
  '\u001b[31mred\u001b[0m',
  '| a | b |',
  '\n\n# heading\n\n',
  '\n- list\n',
  '\t tab \r\n',
  '\ud800',
  '&lt;b&gt; &amp;',
  '"quoted" \\n \\',
  '🧨'.repeat(60),
  'x'.repeat(700),
  '$`x`$ $$',
  '> [!CAUTION]',
  '__proto__',
  '',
]
const KINDS: readonly ChangeKind[] = [
  'create',
  'read',
  'update',
  'update',
  'replace',
  'delete',
  'forget',
  'move',
  'import',
  'other',
]

/** Numbers that are the same for the same seed (mulberry32). */
function randomOf(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
}

/** A plan whose every text is hostile. */
export function randomPlan(seed: number): Plan {
  const random = randomOf(seed)
  const upTo = (most: number) => Math.floor(random() * (most + 1))
  const pick = <T>(list: readonly T[]): T => list[upTo(list.length - 1)]!
  const maybe = <T>(value: T): T | undefined => (random() < 0.3 ? value : undefined)
  const text = () => Array.from({ length: 1 + upTo(2) }, () => pick(NASTY)).join(pick(['', ' ', 'a']))
  const value = (): Value => {
    const kind = pick(['absent', 'known', 'known', 'known', 'sensitive', 'unknown'] as const)
    if (kind !== 'known') return { kind }
    const raw = text()
    const lines = raw.split('\n')
    return { kind, text: JSON.stringify(raw), ...(lines.length > 1 && { lines }) }
  }
  const attributes = () =>
    Array.from({ length: upTo(pick([2, 6, 40])) }, () => ({
      path: text(),
      before: value(),
      after: value(),
      forcesReplacement: random() < 0.1,
    }))
  const change = (): ResourceChange => {
    const its = maybe(true) && random() < 0.1 ? undefined : attributes()
    const kind = pick(KINDS)
    return {
      address: `aws_x.${text()}`,
      deposed: maybe(text()),
      previousAddress: maybe(text()),
      mode: 'managed',
      type: text(),
      providerName: text(),
      kind,
      actions:
        kind === 'replace'
          ? pick([
              ['create', 'delete'],
              ['delete', 'create'],
            ])
          : [text()],
      reason: maybe(pick(['replace_because_cannot_update', 'replace_because_tainted', text()])),
      importing: maybe({ id: maybe(text()), unknown: random() < 0.5 }),
      replacePaths: Array.from({ length: upTo(3) }, text),
      attributes: its,
      attributeCount: its?.length ?? 500,
    }
  }
  const many = <T>(make: () => T, most: number) => Array.from({ length: upTo(most) }, make)
  return plan({
    terraformVersion: text(),
    changes: many(change, pick([1, 5, 60])),
    outputs: many(
      () => ({ name: text(), kind: 'update' as const, attributes: attributes(), attributeCount: 1 }),
      3,
    ),
    drift: many(change, 4),
    checks: many(
      () => ({
        address: text(),
        kind: text(),
        status: pick(['fail', 'error', 'unknown', text()]),
        messages: many(text, 2),
      }),
      3,
    ),
    deferred: many(() => ({ reason: text(), change: change() }), 2),
    invocations: many(
      () => ({
        address: text(),
        type: text(),
        trigger: text(),
        deferred: random() < 0.5,
        attributes: attributes(),
      }),
      2,
    ),
    complete: random() < 0.8,
    errored: random() < 0.1,
  })
}

/** A hostile text. */
export function randomText(seed: number): string {
  const random = randomOf(seed)
  return Array.from(
    { length: 1 + Math.floor(random() * 6) },
    () => NASTY[Math.floor(random() * NASTY.length)],
  ).join(' ')
}
