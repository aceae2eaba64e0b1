import { describe, expect, test } from '@jest/globals'
import { type Need, type Share, share } from './budget.ts'
import { randomBy } from './test/random-sections.ts'

const need = (more: Partial<Need> = {}): Need => ({
  ...{ base: 10, heading: 10, data: [], notes: 0, blocks: {}, ...more },
})
const blocksOf = (shares: readonly (Share | undefined)[], priority: 0 | 1 | 2) =>
  shares.map(given => given?.blocks[priority])

describe('blocks', () => {
  test('all fit', () => {
    const shares = share([need({ blocks: { 0: 30, 2: 40 } }), need({ blocks: { 1: 20 } })], 130)
    expect([blocksOf(shares, 0), blocksOf(shares, 1), blocksOf(shares, 2)]).toEqual([
      [30, 0],
      [0, 20],
      [40, 0],
    ])
  })

  test('the worst of all sections first, then nothing of what is less bad', () => {
    const shares = share([need({ blocks: { 0: 30, 1: 40, 2: 5 } }), need({ blocks: { 0: 20, 1: 40 } })], 100)
    expect([blocksOf(shares, 0), blocksOf(shares, 1), blocksOf(shares, 2)]).toEqual([
      [30, 20],
      [5, 5],
      [0, 0],
    ])
  })

  test('who needs little gets all of it, the others the same', () => {
    const wanted = [5, 100, 20, 100].map(size => need({ blocks: { 0: size } }))
    expect(blocksOf(share(wanted, 80 + 105), 0)).toEqual([5, 40, 20, 40])
  })
})

describe('before the blocks', () => {
  test('rows, from the first on, and then nothing else', () => {
    const shares = share(
      [1, 2, 3].map(() => need({ base: 40, data: [1] })),
      100,
    )
    expect(shares).toEqual([
      expect.objectContaining({ heading: false, data: [false] }),
      expect.objectContaining({ heading: false }),
      undefined,
    ])
  })

  test('headings of all or of none', () => {
    const tall = [need({ heading: 10 }), need({ heading: 80 })]
    expect(share(tall, 110).map(given => given?.heading)).toEqual([true, true])
    expect(share(tall, 109).map(given => given?.heading)).toEqual([false, false])
  })

  test('data take all that the rest does not need, and three quarters where it does', () => {
    const rich = (blocks: number) => [
      need({ base: 0, heading: 0, data: [70, 30, 20], blocks: { 0: blocks } }),
    ]
    expect(share(rich(0), 120)[0]?.data).toEqual([true, true, true])
    expect(share(rich(1), 120)[0]?.data).toEqual([false, true, true])
    expect(share(rich(900), 160)[0]).toMatchObject({ data: [true, true, true], blocks: { 0: 40 } })
    expect(share(rich(900), 100)[0]).toMatchObject({ data: [false, true, true], blocks: { 0: 25 } })
  })

  test('notes take an eighth at most', () => {
    const noted = (notes: number) => share([need({ base: 0, heading: 0, notes, blocks: { 0: 900 } })], 160)[0]
    expect(noted(20)).toMatchObject({ notes: true, blocks: { 0: 140 } })
    expect(noted(21)).toMatchObject({ notes: false, blocks: { 0: 140 } })
  })
})

test.each(Array.from({ length: 200 }, (_, seed) => seed))(
  'one more section never gives another one more, and nothing is given twice (seed %i)',
  seed => {
    const random = randomBy(seed)
    const below = (limit: number) => Math.floor(random() * limit)
    const scale = [10, 100, 1000][seed % 3] as number
    const needs = Array.from({ length: 2 + below(12) }, () => ({
      base: below(60),
      heading: below(60),
      data: Array.from({ length: below(3) }, () => below(scale)),
      notes: below(scale),
      blocks: { 0: below(scale), 1: below(scale), 3: below(scale), 5: below(scale) },
    }))
    const room = 200 + below(2000)
    const all = share(needs, room)
    expect(usedBy(needs, all)).toBeLessThanOrEqual(room)
    for (const gone of needs.keys()) {
      const fewer = share(
        needs.filter((_, index) => index !== gone),
        room,
      )
      for (const [index, before] of fewer.entries())
        expect(isNoMore(all[index < gone ? index : index + 1], before)).toBe(true)
    }
  },
)

function isNoMore(now: Share | undefined, before: Share | undefined): boolean {
  if (!now) return true
  if (!before) return false
  const flags = (given: Share) => [given.heading, given.notes, ...given.data]
  return (
    flags(now).every((flag, index) => !flag || flags(before)[index]) &&
    Object.entries(now.blocks).every(([priority, size]) => size <= before.blocks[Number(priority) as 0])
  )
}

function usedBy(needs: readonly Need[], shares: readonly (Share | undefined)[]): number {
  const used = needs.map((wanted, index) => {
    const given = shares[index]
    if (!given) return 0
    const data = wanted.data.reduce((total, size, piece) => total + (given.data[piece] ? size : 0), 0)
    const blocks = Object.values(given.blocks).reduce((total: number, size: number) => total + size, 0)
    return (
      wanted.base + (given.heading ? wanted.heading : 0) + data + (given.notes ? wanted.notes : 0) + blocks
    )
  })
  return used.reduce((total, size) => total + size, 0)
}
