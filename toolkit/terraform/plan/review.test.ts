import { deflateRawSync } from 'node:zlib'
import { describe, expect, test } from '@jest/globals'
import { seeded } from '../../../test/support/plans/random.ts'
import { UserError } from '../../action/errors.ts'
import { differences } from './differences.ts'
import { fingerprint } from './fingerprint.ts'
import type { AttributeChange, ChangeKind, Plan, ResourceChange, Value } from './model.ts'
import { readReviewRecord, reviewRecord } from './review.ts'

const known = (text: string): Value => ({ kind: 'known', text })
const attribute = (path: string, before: Value, after: Value): AttributeChange => ({
  path,
  before,
  after,
  forcesReplacement: false,
})

function change(address: string, kind: ChangeKind, ...attributes: AttributeChange[]): ResourceChange {
  return {
    address,
    deposed: undefined,
    previousAddress: undefined,
    mode: 'managed',
    type: 'x',
    providerName: 'x',
    kind,
    actions: kind === 'replace' ? ['delete', 'create'] : [kind],
    reason: undefined,
    importing: undefined,
    replacePaths: [],
    attributes,
    attributeCount: attributes.length,
  }
}

function plan(...changes: ResourceChange[]): Plan {
  return {
    terraformVersion: undefined,
    changes,
    outputs: [],
    drift: [],
    checks: [],
    deferred: [],
    invocations: [],
    complete: true,
    errored: false,
    applyable: true,
    refreshOnly: false,
    sensitiveValues: [],
    digest: '',
  }
}

const unlike = (q: string) => change('x.a', 'update', attribute('q', known('1'), known(q)))

const reviewed = plan(
  change(
    'x.a',
    'update',
    attribute('size', known('1'), known('2')),
    attribute('tag', known('1'), known('2')),
  ),
  change('x.b', 'create', attribute('secret', { kind: 'absent' }, { kind: 'sensitive' })),
)
const record = (of: Plan) => readReviewRecord(reviewRecord(of, 'scrypt$x', '0a3087a'))

describe('differences', () => {
  test('what a check reads is none', () => {
    const read = (date: string): ResourceChange => ({
      ...change('data.http.site', 'read', attribute('date', { kind: 'absent' }, known(date))),
      reason: 'read_because_check_nested',
    })
    expect(differences(record(plan(read('1'))), plan(read('2')))).toMatchObject([{ kind: 'hidden' }])
  })

  test('drift is one where it is all that an apply would write', () => {
    const refreshOnly = (q: string): Plan => ({ ...plan(), drift: [unlike(q)], refreshOnly: true })
    expect(differences(record(refreshOnly('2')), refreshOnly('3'))).toMatchObject([
      { kind: 'changed', key: 'x.a', attributes: ['q'] },
    ])
  })

  test.each<[string, Plan, string[]]>([
    ['the same to the eye', reviewed, ['hidden plan : undefined → undefined []']],
    [
      'another value',
      plan(
        change(
          'x.a',
          'update',
          attribute('size', known('1'), known('3')),
          attribute('tag', known('1'), known('2')),
        ),
        reviewed.changes[1]!,
      ),
      ['changed resource x.a: update → update [size]'],
    ],
    [
      'an attribute more, one less',
      plan(
        change(
          'x.a',
          'update',
          attribute('size', known('1'), known('2')),
          attribute('new', known('1'), known('2')),
        ),
        reviewed.changes[1]!,
      ),
      ['changed resource x.a: update → update [new,tag]'],
    ],
    [
      'another action',
      plan({ ...reviewed.changes[0]!, kind: 'replace', actions: ['delete', 'create'] }, reviewed.changes[1]!),
      ['changed resource x.a: update → delete, create []'],
    ],
    ['one less', plan(reviewed.changes[0]!), ['gone resource x.b: create → undefined []']],
    [
      'one more',
      plan(...reviewed.changes, change('x.c', 'delete')),
      ['new resource x.c: undefined → delete []'],
    ],
    [
      'not all shown',
      plan({ ...reviewed.changes[0]!, attributes: undefined }, reviewed.changes[1]!),
      ['hidden plan : undefined → undefined []'],
    ],
    [
      'an output',
      { ...reviewed, outputs: [{ name: 'o', kind: 'create', attributes: [], attributeCount: 0 }] },
      ['new output o: undefined → create []'],
    ],
  ])('%s', (_, now, expected) => {
    const found = differences(record(reviewed), now)
    expect(
      found.map(
        ({ kind, what, key, reviewed, now, attributes }) =>
          `${kind} ${what} ${key}: ${reviewed} → ${now} [${attributes}]`,
      ),
    ).toEqual(expected)
  })

  test('objects whose masked names are the same belong together in their order', () => {
    const masked = change('x.y["***"]', 'update', attribute('a', known('1'), known('2')))
    const other = change('x.y["***"]', 'update', attribute('a', known('1'), known('3')))
    expect(differences(record(plan(masked, other)), plan(masked, masked))).toMatchObject([
      { kind: 'changed', attributes: ['a'] },
    ])
    expect(differences(record(plan(masked, other)), plan(masked))).toMatchObject([{ kind: 'gone' }])
  })
})

describe('record', () => {
  const random = seeded(1)
  const many = (count: number) =>
    plan(
      ...Array.from({ length: count }, (_, i) =>
        change(
          `module.m.x.${random.name()}[${i}]`,
          i % 7 === 0 ? 'delete' : 'update',
          ...Array.from({ length: 4 }, (_, n) =>
            attribute(`a${n}`, known(random.hex(8)), known(random.hex(8))),
          ),
        ),
      ),
    )

  test('of the same plan is the same', () => {
    expect(reviewRecord(reviewed, 'scrypt$x', '0a3087a')).toBe(reviewRecord(reviewed, 'scrypt$x', '0a3087a'))
  })

  test.each([0, 1, 100, 600, 5000])(
    'of %d changes is short, safe in an HTML comment, and read again',
    count => {
      const text = reviewRecord(many(count), 'scrypt$x', '0a3087a')
      expect(text).toMatch(/^[A-Za-z0-9+/.]+$/)
      expect(text.length).toBeLessThanOrEqual(12_000)
      const { left, items, fingerprint: print, head } = readReviewRecord(text)
      expect([left + items.length, print, head]).toEqual([count, 'scrypt$x', '0a3087a'])
    },
  )

  test('what had no room is what destroys least, and is not new later', () => {
    const large = many(5000)
    const read = record(large)
    expect(read.items.slice(0, 700).every(({ actions }) => actions === 'delete')).toBe(true)
    expect(differences(read, large)).toMatchObject([{ kind: 'hidden' }])
  })

  const text = reviewRecord(reviewed, 'scrypt$x', '0a3087a')
  const [, body = ''] = text.split('.')
  test.each([
    ['nothing', '', 'changed or cut'],
    ['other text', 'hello', 'changed or cut'],
    ['one character less', text.slice(0, -1), 'changed or cut'],
    [
      'another character',
      text.replace(body, `${body.slice(0, 20)}${body[20] === 'A' ? 'B' : 'A'}${body.slice(21)}`),
      'changed or cut',
    ],
    ['something behind it', `${text}.x`, 'changed or cut'],
    ['a later version', text.replace(/^1/, '2'), 'later version of this suite (record 2)'],
  ])('%s is refused', (_, changed, says) => {
    expect(() => readReviewRecord(changed)).toThrow(UserError)
    expect(() => readReviewRecord(changed)).toThrow(says)
  })

  test.each([
    ['no JSON', Buffer.from('xxxx')],
    ['JSON of another kind', deflateRawSync('[null]')],
    ['rows of another kind', deflateRawSync('{"fingerprint":"f","head":"h","left":0,"rows":[null]}')],
    ['more than it may be', deflateRawSync(`"${' '.repeat(1 << 24)}"`)],
  ])('%s with a right check is refused as well', async (_, packed) => {
    const { createHash } = await import('node:crypto')
    const forged = packed.toString('base64').replace(/=+$/, '')
    const check = createHash('sha256').update(forged).digest('hex').slice(0, 8)
    expect(() => readReviewRecord(`1.${forged}.${check}`)).toThrow(UserError)
  })
})

describe('fingerprint', () => {
  const salt = { repository: 'maestrops/infra', directory: 'live/a', workspace: 'default' }
  test('is the same for the same, and says how it was made', async () => {
    const one = await fingerprint('digest', salt)
    expect(one).toMatch(/^scrypt\$15\$8\$3\$[\w-]{43}$/)
    expect(await fingerprint('digest', { ...salt, repository: 'MaestrOps/infra' })).toBe(one)
  })

  test.each<[string, string, Partial<typeof salt>]>([
    ['another plan', 'digesT', {}],
    ['another repository', 'digest', { repository: 'maestrops/other' }],
    ['another directory', 'digest', { directory: 'live/b' }],
    ['another workspace', 'digest', { workspace: 'staging' }],
  ])('differs for %s', async (_, digest, more) => {
    expect(await fingerprint(digest, { ...salt, ...more })).not.toBe(await fingerprint('digest', salt))
  })
})
