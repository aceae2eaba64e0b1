import { describe, expect, test } from '@jest/globals'
import { compose, LIMIT } from './compose.ts'
import { nextStep, type OwnComment } from './next-step.ts'
import { isComment, parse } from './parse.ts'
import type { Section } from './section.ts'
import { slot } from './slot.ts'
import { type KeptSection, keep } from './stored.ts'
import { originOf, randomBy, randomSections } from './test/random-sections.ts'

const KEY = 'infra--structure'
const body = (sections: readonly KeptSection[], omitted: string[] = []) =>
  compose({ key: KEY, sections, omitted })
const section = (more: Partial<Section> = {}): Section => ({
  action: 'terraform-plan-comment',
  directory: 'live/app',
  heading: '`live/app`: 1 to create',
  overview: '1 to create',
  blocks: [{ priority: 2, markdown: 'creates x', counts: { 'to create': 1 } }],
  ...more,
})
const visible = (text: string) => text.replace(/<!--[\s\S]*?-->/g, '').replace(/\n{3,}/g, '\n\n')

describe('what is shown', () => {
  test('one directory: a title and its sections, no table', () => {
    const cost = section({ action: 'infracost', heading: '$7 a month', blocks: [] })
    const text = body([keep(cost, originOf(7)), keep(section(), originOf(7))])
    expect(text.split('\n')[0]).toBe('<!-- gitops-actions:comment infra%2D%2Dstructure -->')
    expect(visible(text).trim()).toBe(
      '## Infra--structure\n\n### `live/app`: 1 to create\n\ncreates x\n\n### $7 a month',
    )
  })

  test('several directories: a table, sections by directory, then by action', () => {
    const kept = [
      section({ directory: 'b' }),
      section({ directory: 'a', action: 'zeta' }),
      section({ directory: 'a', action: 'infracost', overview: '$1 | $2' }),
      section({ directory: 'a' }),
    ].map(one => keep({ ...one, heading: `${one.directory} ${one.action}` }, originOf(7)))
    const text = visible(body(kept))
    expect(text).toContain(
      '| Directory | Plan | Cost | zeta |\n| --- | --- | --- | --- |\n| `a` | 1 to create | $1 \\| $2 | 1 to create |\n| `b` | 1 to create |  |  |',
    )
    expect(text.match(/^### .*/gm)).toEqual([
      '### a terraform-plan-comment',
      '### a infracost',
      '### a zeta',
      '### b terraform-plan-comment',
    ])
  })

  test('each workspace of a directory has a column of its own', () => {
    const blue = section({ action: 'terraform-plan-comment@blue' })
    const text = body([blue, section(), section({ directory: 'b' })].map(one => keep(one, originOf(7))))
    expect(visible(text)).toContain('| Directory | Plan | Plan (`blue`) |')
  })

  test('what is about an older commit says so', () => {
    const text = body([keep(section(), originOf(1)), keep(section({ directory: 'b' }), originOf(2))])
    expect(visible(text)).toContain('_From an older commit, `1111111`: this is not what stands now._')
    expect(text.match(/older commit/g)).toHaveLength(2)
  })

  test('slots show the notes of the same directory and commit, whoever came first', () => {
    const plan = section({ blocks: [{ priority: 2, markdown: `web${slot('aws_x.a')}, db${slot('none')}!` }] })
    const cost = (directory: string, note: string, run = 7) =>
      keep(
        { ...section({ directory, action: 'infracost', blocks: [] }), notes: { 'aws_x.a': note } },
        originOf(run),
      )
    const both = [keep(plan, originOf(7)), cost('live/app', '+$7 <!--x'), cost('other', '+$9')]
    expect(visible(body(both))).toContain('web +$7 <\u200b!--x, db!')
    const later = parse(KEY, body([keep(plan, originOf(7))])).sections
    expect(body([...later, ...both.slice(1)])).toBe(body(both))
    expect(visible(body([keep(plan, originOf(8)), cost('live/app', '+$7', 7)]))).toContain('web, db!')
  })
})

describe('what was written is read again', () => {
  test.each(Array.from({ length: 60 }, (_, seed) => seed))('seed %i', seed => {
    const sections = randomSections(seed, 6, 200)
    const text = body(sections)
    const read = parse(KEY, text)
    expect(read.damaged).toBe(0)
    const byId = (list: readonly KeptSection[]) =>
      list.toSorted((a, b) => (`${a.directory} ${a.action}` < `${b.directory} ${b.action}` ? -1 : 1))
    expect(byId(read.sections)).toEqual(byId(sections))
    expect(compose(read)).toBe(text)
    const crlf = parse(KEY, text.replaceAll('\n', '\r\n'))
    expect(compose(crlf)).toBe(text)
  })

  test('text of values forms no marker', () => {
    for (const seed of [1, 2, 3]) {
      const sections = randomSections(seed, 9, 100)
      const marks = body(sections).match(/<!-- gitops-actions:(section|end)/g) ?? []
      expect(marks).toHaveLength(2 * sections.length)
    }
  })

  test.each([
    ['cut in the middle', (text: string) => text.slice(0, text.length - 40), 1],
    ['a marker changed', (text: string) => text.replace(/:section eN(....)/, ':section eNAAAA'), 1],
    ['data changed', (text: string) => text.replace(/:data eN(....)/, ':data eNAAAA'), 1],
    ['an end marker taken out', (text: string) => text.replace('<!-- gitops-actions:end -->', ''), 1],
    ['text put between', (text: string) => text.replace('## ', 'Hello!\n\n## '), 0],
    ['text put into a block', (text: string) => text.replace('creates', 'makes'), 0],
    ['all markers gone', visible, 0],
  ])('%s', (_, harm, damaged) => {
    const kept = ['a', 'b'].map(directory => keep(section({ directory, data: { r: '1' } }), originOf(7)))
    const read = parse(KEY, harm(body(kept)))
    expect(read.damaged).toBe(damaged)
    expect(() => compose(read)).not.toThrow()
  })

  test('only the first line tells whose comment it is', () => {
    expect(isComment(body([]), KEY)).toBe(true)
    expect(isComment(`\r\n${body([]).replaceAll('\n', '\r\n')}`, KEY)).toBe(true)
    expect(isComment(`> ${body([])}`, KEY)).toBe(false)
    expect(isComment(`Hi\n${body([])}`, KEY)).toBe(false)
    expect(isComment(body([]), 'infra')).toBe(false)
  })
})

/** What each section shows: how many blocks of each priority. */
function shownBy(text: string) {
  const shown = new Map<string, number[]>()
  for (const { action, directory, blocks } of parse(KEY, text).sections)
    shown.set(
      `${directory} ${action}`,
      [0, 1, 2, 3, 4, 5].map(priority => blocks.filter(block => block.priority === priority).length),
    )
  return shown
}

/** The priorities of which not all blocks are shown. */
function lackingPriorities(text: string, sections: readonly KeptSection[]): Set<number> {
  const shown = shownBy(text)
  const all = sections.flatMap(({ action, directory, blocks }) =>
    [0, 1, 2, 3, 4, 5].map(priority => ({
      priority,
      lacks:
        blocks.filter(block => block.priority === priority).length -
        (shown.get(`${directory} ${action}`)?.[priority] ?? 0),
    })),
  )
  return new Set(all.filter(({ lacks }) => lacks > 0).map(({ priority }) => priority))
}

const comment = (text: string): OwnComment[] => [
  { id: 1, nodeId: '', author: '', body: text, url: '', createdAt: 0, updatedAt: 0 },
]

/** The comment after jobs with one section each came in this order. */
function afterJobs(sections: readonly KeptSection[]): string {
  let text: string | undefined
  for (const one of sections) {
    const view = { comments: text === undefined ? [] : comment(text), now: 0 }
    const { step } = nextStep(KEY, view, [one], { made: [], writes: 0 })
    if (step.do === 'create' || step.do === 'update') text = step.body
  }
  return text ?? ''
}

function shuffled<T>(list: readonly T[], random: () => number): T[] {
  return list
    .map(item => [random(), item] as const)
    .sort(([a], [b]) => a - b)
    .map(([, item]) => item)
}

describe('when room is short', () => {
  const cases = Array.from({ length: 12 }, (_, n) => ({
    seed: n + 1,
    count: [3, 8, 20, 60][n % 4] as number,
    scale: [500, 3000, 20_000][n % 3] as number,
  }))

  test.each(cases)('%j: within the limit, all counted, the worst first, in any order', options => {
    const { seed, count, scale } = options
    const sections = randomSections(seed, count, scale)
    const text = afterJobs(sections)
    expect(Buffer.byteLength(text)).toBeLessThanOrEqual(LIMIT)

    const random = randomBy(seed)
    for (let round = 0; round < 3; round++) expect(afterJobs(shuffled(sections, random))).toBe(text)

    const lacks = lackingPriorities(text, sections)
    const lower = [...shownBy(text).values()].flatMap(counts => counts.slice(Math.min(...lacks) + 1))
    expect(lower.filter(count => count > 0)).toEqual([])
    if (lacks.size > 0)
      expect(text).toMatch(/\*\*Not shown here for lack of room: |There was room for the overview only/)
  })

  test('what is left out is counted, with the way to it', () => {
    const blocks = Array.from({ length: 3000 }, (_, n) => ({
      priority: 2 as const,
      markdown: `creates ${n} ${'x'.repeat(90)}`,
      counts: { 'to create': 1 },
    }))
    const text = body([keep(section({ blocks }), originOf(7))])
    const shown = text.match(/^creates /gm)?.length ?? 0
    expect(shown).toBeGreaterThan(300)
    expect(text).toContain(
      `**Not shown here for lack of room: ${3000 - shown} to create.** [The job summary](https://github.example/acme/shop/actions/runs/7)`,
    )
  })

  test('hidden data stays while there are only blocks to leave out', () => {
    const big = { priority: 0 as const, markdown: 'x'.repeat(30_000) }
    const data = { review: randomText(9_000) }
    const kept = ['a', 'b', 'c'].map(directory =>
      keep(section({ directory, blocks: [big], data }), originOf(7)),
    )
    for (const { data: stored } of parse(KEY, afterJobs(kept)).sections) expect(stored).toEqual(data)
  })

  test('where not even that fits, it says so', () => {
    const kept = Array.from({ length: 12 }, (_, n) =>
      keep(section({ directory: `d${n}`, data: { review: randomText(9_000) } }), originOf(7)),
    )
    const text = afterJobs(kept)
    const lost = parse(KEY, text).sections.filter(({ data }) => data.review === undefined)
    expect(lost.length).toBeGreaterThan(0)
    expect(lost.every(({ dataSizes }) => 'review' in dataSizes)).toBe(true)
    expect(text).toContain(`**The hidden records of ${lost.length} sections had no room`)
    expect(Buffer.byteLength(text)).toBeLessThanOrEqual(LIMIT)
  })

  test.each([300, 700])('%i root modules: rows first, then a count', count => {
    const kept = Array.from({ length: count }, (_, n) =>
      keep(section({ directory: `live/module-${n}`, heading: `${'long '.repeat(60)}${n}` }), originOf(7)),
    )
    const text = body(kept)
    expect(Buffer.byteLength(text)).toBeLessThanOrEqual(LIMIT)
    const { sections, omitted } = parse(KEY, text)
    expect(sections.length + omitted.length).toBe(count)
    expect(omitted.length).toBeGreaterThan(0)
    expect(text).toContain(`**${omitted.length} more sections had no room in this comment.**`)
    expect(text.match(/^\| `live/gm)).toHaveLength(sections.length)
    expect(text).not.toContain('### ')
  })
})

/** Text that does not pack well. */
function randomText(length: number): string {
  const random = randomBy(length)
  return Array.from({ length }, () => Math.floor(random() * 36).toString(36)).join('')
}
