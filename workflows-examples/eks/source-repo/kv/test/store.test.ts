import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { createClock } from '../src/clock.ts'
import { differenceTo, newerThan } from '../src/compare.ts'
import { createStore, DELETIONS_KEPT, type Entry, StoreFull } from '../src/store.ts'

function replica(name: string, at: { time: number } = { time: 1_000_000 }, maxBytes = 1 << 20) {
  return createStore({ clock: createClock(name, () => at.time), maxBytes })
}

const contents = (store: ReturnType<typeof replica>) =>
  store.keys({ prefix: '', after: '', limit: 1000 }).map(key => [key, store.get(key)?.value])

describe('a replica alone', () => {
  test('keeps the last value, and forgets what was deleted', () => {
    const store = replica('a')
    store.write('k', '1')
    store.write('k', '2')
    assert.equal(store.get('k')?.value, '2')
    store.write('k', null)
    assert.equal(store.get('k'), undefined)
    assert.deepEqual({ ...store.size, bytes: 0 }, { keys: 0, deletions: 1, bytes: 0 })
  })

  test('lists keys in order, by prefix, page by page', () => {
    const store = replica('a')
    for (const key of ['b/2', 'a/1', 'b/1', 'b/3']) store.write(key, key)
    assert.deepEqual(store.keys({ prefix: 'b/', after: '', limit: 2 }), ['b/1', 'b/2'])
    assert.deepEqual(store.keys({ prefix: 'b/', after: 'b/2', limit: 2 }), ['b/3'])
  })

  test('takes no more than it may, but overwrites and deletes when full', () => {
    const store = replica('a', undefined, 200)
    store.write('k', 'x'.repeat(100))
    assert.throws(() => store.write('l', 'x'.repeat(100)), StoreFull)
    store.write('k', 'y'.repeat(100))
    store.write('k', null)
    store.write('l', 'x'.repeat(100))
    assert.deepEqual(contents(store), [['l', 'x'.repeat(100)]])
  })

  test('forgets a deletion in the end, and does not take it back', () => {
    const at = { time: 1_000_000 }
    const store = replica('a', at)
    const deleted = store.write('k', null)
    at.time += DELETIONS_KEPT - 1
    store.purge()
    assert.equal(store.size.deletions, 1)
    at.time += 2
    store.purge()
    assert.deepEqual(store.size, { keys: 0, deletions: 0, bytes: 0 })
    assert.deepEqual(store.merge([deleted]), { news: 0, refused: 0 })
    assert.deepEqual(store.digests(), replica('b').digests())
  })
})

describe('several replicas', () => {
  test('agree after the same entries in any order, and their digests say so', () => {
    const writers = [replica('a'), replica('b'), replica('c')]
    const entries: Entry[] = []
    for (let index = 0; index < 300; index++) {
      const key = `key-${(index * 7) % 40}`
      entries.push(writers[index % 3]!.write(key, index % 5 === 0 ? null : `value-${index}`))
    }
    const shuffled = [...entries].sort((one, two) => hash(one.version) - hash(two.version))
    for (const [index, writer] of writers.entries()) writer.merge(index === 1 ? shuffled : entries)
    const [first, ...others] = writers
    for (const other of others) {
      assert.deepEqual(contents(other), contents(first!))
      assert.deepEqual(other.digests(), first!.digests())
      assert.deepEqual(other.size, first!.size)
    }
    assert.notEqual(contents(first!).length, 0)
  })

  test('whoever has seen a value writes a later one, though its clock is behind', () => {
    const ahead = replica('a', { time: 1_030_000 })
    const behind = replica('b', { time: 1_000_000 })
    behind.merge([ahead.write('k', 'first')])
    const second = behind.write('k', 'second')
    ahead.merge([second])
    assert.equal(ahead.get('k')?.value, 'second')
  })

  test('refuse versions of a clock that is minutes ahead, and texts that are none', () => {
    const wrong = replica('a', { time: 2_000_000 })
    const entry = wrong.write('k', 'x')
    assert.deepEqual(replica('b').merge([entry, { ...entry, version: '9' }]), { news: 0, refused: 2 })
  })

  test('exchange only the buckets that differ', () => {
    const [one, two] = [replica('a'), replica('b')]
    for (let index = 0; index < 500; index++) two.merge([one.write(`same-${index}`, 'x')])
    two.write('only-two', '2')
    one.write('only-one', '1')
    const difference = differenceTo(two, one.digests())
    assert.equal(difference.more, false)
    assert.ok(difference.buckets.length <= 2)
    assert.equal(one.merge(difference.entries).news, 1)
    const missing = newerThan(one, difference)
    assert.deepEqual(
      missing.map(({ key }) => key),
      ['only-one'],
    )
    two.merge(missing)
    assert.deepEqual(two.digests(), one.digests())
  })

  test('copy a large store in portions', () => {
    const full = replica('a', undefined, 1 << 30)
    for (let index = 0; index < 200; index++) full.write(`key-${index}`, 'x'.repeat(50_000))
    const empty = replica('b', undefined, 1 << 30)
    let rounds = 0
    for (let more = true; more; rounds++) {
      const difference = differenceTo(full, empty.digests())
      empty.merge(difference.entries)
      more = difference.more
    }
    assert.ok(rounds > 5, `${rounds} rounds`)
    assert.deepEqual(empty.digests(), full.digests())
  })
})

const hash = (text: string) => [...text].reduce((sum, char) => (sum * 31 + char.charCodeAt(0)) % 65_521, 7)
