import { expect, test } from '@jest/globals'
import type { Plan } from '../../../toolkit/terraform/plan/model.ts'
import { approvedText, readReviewRecord, reviewRecord } from '../../../toolkit/terraform/plan/review.ts'
import { decide, isNothing, needsReview, type Planned, type Review, type Verdict } from '../src/decide.ts'
import { explainRefusal, type Refusal } from '../src/refusals.ts'
import { type Reviewed, reviewOf } from '../src/review.ts'

const some = [{}] as unknown as Plan['changes']
const plan = (more: Partial<Plan> = {}): Planned['plan'] => ({
  ...{ changes: some, outputs: [], deferred: [], invocations: [], checks: [] },
  ...{ errored: false, applyable: true, refreshOnly: false, ...more },
})
const written = reviewRecord({ ...plan(), changes: [] } as unknown as Plan, 'A', 'abc')
const record = readReviewRecord(written)
const approved = { fingerprint: 'A', head: 'abc' }
const reviewed: Review = { approved, record }
const after = (of: string, is: string): Review => ({ approved, record, remainder: { of, is } })
const noRoom: Review = { approved, record: undefined }
const refused: Review = { refused: { reason: 'no-section' } }
const nothing = plan({ changes: [], applyable: false })

test.each<[string, Planned['plan'], string, Review, 'reviewed' | 'auto', Verdict]>([
  ['what was reviewed', plan(), 'A', reviewed, 'reviewed', { kind: 'apply', because: 'reviewed' }],
  [
    'anything else',
    plan(),
    'B',
    reviewed,
    'reviewed',
    { kind: 'refuse', refusal: { reason: 'differs', head: 'abc' } },
  ],
  [
    'what is left of what was reviewed',
    plan(),
    'B',
    after('A', 'B'),
    'reviewed',
    { kind: 'apply', because: 'remainder' },
  ],
  [
    'what is left of another plan',
    plan(),
    'B',
    after('X', 'B'),
    'reviewed',
    { kind: 'refuse', refusal: { reason: 'differs', head: 'abc' } },
  ],
  [
    'other than what is left',
    plan(),
    'C',
    after('A', 'B'),
    'reviewed',
    { kind: 'refuse', refusal: { reason: 'differs', head: 'abc' } },
  ],
  [
    'what was reviewed, though less was left',
    plan(),
    'A',
    after('A', 'B'),
    'reviewed',
    { kind: 'apply', because: 'reviewed' },
  ],
  [
    'what was reviewed, without a record',
    plan(),
    'A',
    noRoom,
    'reviewed',
    { kind: 'apply', because: 'reviewed' },
  ],
  [
    'anything else, without a record',
    plan(),
    'B',
    noRoom,
    'reviewed',
    { kind: 'refuse', refusal: { reason: 'differs', head: 'abc', untold: true } },
  ],
  [
    'without a review',
    plan(),
    'A',
    refused,
    'reviewed',
    { kind: 'refuse', refusal: { reason: 'no-section' } },
  ],
  [
    'without a review, where none is asked for',
    plan(),
    'A',
    refused,
    'auto',
    { kind: 'apply', because: 'auto' },
  ],
  [
    'another plan, where no review is asked for',
    plan(),
    'B',
    reviewed,
    'auto',
    { kind: 'apply', because: 'auto' },
  ],
  ['nothing to do, without a review', nothing, 'B', refused, 'reviewed', { kind: 'nothing' }],
  ['nothing to do, where no review is asked for', nothing, 'B', refused, 'auto', { kind: 'nothing' }],
  [
    'a plan that failed midway, as reviewed',
    plan({ errored: true }),
    'A',
    reviewed,
    'reviewed',
    { kind: 'refuse', refusal: { reason: 'errored' } },
  ],
  [
    'a plan that failed midway, without a review',
    plan({ errored: true }),
    'A',
    refused,
    'auto',
    { kind: 'refuse', refusal: { reason: 'errored' } },
  ],
])('%s', (_, planned, fingerprint, review, approve, verdict) => {
  expect(decide({ plan: planned, fingerprint }, review, approve)).toEqual(verdict)
})

test.each<[string, Partial<Plan>, boolean]>([
  ['the tool says so', { applyable: false }, true],
  ['the tool says otherwise', { changes: [], applyable: true }, false],
  ['an old tool shows no change', { changes: [], applyable: undefined }, true],
  ['an old tool shows a change', { applyable: undefined }, false],
  [
    'an old tool shows a changed output',
    { changes: [], outputs: [{}] as never, applyable: undefined },
    false,
  ],
  ['only the drift is to be written into the state', { changes: [], refreshOnly: true }, false],
  ['the same, of an old tool', { changes: [], refreshOnly: true, applyable: undefined }, false],
  ['only a check reads something', { changes: [{ kind: 'read' }] as never }, true],
  ['only an action is invoked', { changes: [], invocations: [{}] as never, applyable: undefined }, false],
])('whether there is nothing to do, where %s', (_, more, expected) => {
  expect(isNothing(plan(more))).toBe(expected)
})

test('a review is needed where something is to be applied, and not where that is asked for', () => {
  const one = { plan: plan(), fingerprint: 'A' }
  const none = { plan: nothing, fingerprint: 'A' }
  expect(needsReview([none, one], { approve: 'reviewed' })).toBe(true)
  expect(needsReview([none, { errors: [] }], { approve: 'reviewed' })).toBe(false)
  expect(needsReview([one], { approve: 'auto' })).toBe(false)
})

const pull = { number: 7, url: 'u', headSha: 'h', baseRef: 'b', mergedAt: undefined }
const section = (data: Record<string, string>, action = 'terraform-plan-comment', directory = 'infra') => ({
  ...{ action, directory, data },
})
const comment = (sections: ReturnType<typeof section>[], editedByOthers: boolean | undefined = false) => ({
  ...{ url: 'u', editedByOthers, sections },
})
const found = (one: Reviewed['comment']): Reviewed => ({ search: { pull }, comment: one, key: 'k' })
const good = section({ review: written })
const at = { directory: 'infra', workspace: 'default' }

test.each<[string, Reviewed, Refusal['reason']]>([
  ['no pull request', { search: { missing: 'm' }, comment: undefined, key: 'k' }, 'no-pull-request'],
  ['no comment', found(undefined), 'no-comment'],
  ['a comment that others edited', found(comment([good], true)), 'edited'],
  [
    'a comment of which nobody tells who edited it',
    found({ ...comment([good]), editedByOthers: undefined }),
    'unknown-editors',
  ],
  ['a record without room', found(comment([{ ...section({}), missing: ['review'] } as never])), 'no-room'],
  ['no plan in it', found(comment([])), 'no-section'],
  ['a plan of another directory', found(comment([{ ...good, directory: 'other' }])), 'no-section'],
  ['another action that says so', found(comment([{ ...good, action: 'infracost' }])), 'no-section'],
  ['a plan that failed', found(comment([section({})])), 'no-record'],
  ['a damaged record', found(comment([section({ review: '{' })])), 'damaged'],
  ['a damaged fingerprint', found(comment([section({ fingerprint: '{' })])), 'damaged'],
  ['a fingerprint of another form', found(comment([section({ fingerprint: '{"head":"x"}' })])), 'damaged'],
])('of a review with %s nothing can be compared', (_, known, reason) => {
  expect(reviewOf(known, at)).toMatchObject({ refused: { reason } })
})

test('each workspace of a directory has a review of its own', () => {
  const known = found(comment([good, { ...good, action: 'terraform-plan-comment@blue', data: {} }]))
  expect(reviewOf(known, at)).toHaveProperty('approved')
  expect(reviewOf(known, { ...at, workspace: 'blue' })).toMatchObject({
    refused: { reason: 'no-record' },
  })
  expect(reviewOf(known, { ...at, workspace: 'green' })).toMatchObject({
    refused: { reason: 'no-section' },
  })
})

test('where the record has no room, the fingerprint stands for it', () => {
  const lean = { ...section({ fingerprint: approvedText(approved) }), missing: ['review'] }
  expect(reviewOf(found(comment([lean])), at)).toEqual({ approved, record: undefined })
})

test.each<[string, string | undefined, object | undefined]>([
  ['none', undefined, undefined],
  ['one', '{"of":"A","is":"B"}', { of: 'A', is: 'B' }],
  ['one in another form', '{"of":1}', undefined],
])('what an earlier apply left: %s', (_, remainder, expected) => {
  const apply = section({ state: 'failed', ...(remainder && { remainder }) }, 'terraform-apply')
  expect(reviewOf(found(comment([good, apply])), at)).toMatchObject({
    record,
    ...(expected && { remainder: expected }),
  })
  if (expected === undefined)
    expect(reviewOf(found(comment([good, apply])), at)).not.toHaveProperty('remainder')
})

test('a broken note of what is left is not taken for one', () => {
  const apply = section({ remainder: '{' }, 'terraform-apply')
  expect(reviewOf(found(comment([good, apply])), at)).toMatchObject({ refused: { reason: 'damaged' } })
})

test.each<[Refusal, RegExp]>([
  [
    { reason: 'no-pull-request', because: 'it was pushed' },
    /^nothing was reviewed: it was pushed\. .*'approve: auto'/,
  ],
  [{ reason: 'no-comment', key: 'k' }, /#7 has no comment .* comment-key 'k'/],
  [{ reason: 'edited' }, /#7 was edited by hand/],
  [{ reason: 'unknown-editors' }, /does not tell who edited/],
  [{ reason: 'no-room' }, /had no room .* 'infra'.*'comment-key'/],
  [{ reason: 'no-section' }, /'infra': the comment on pull request #7 has no plan for it.*'directories'/],
  [{ reason: 'no-record' }, /its plan failed/],
  [{ reason: 'damaged', because: 'broken' }, /cannot be read \(broken\)/],
  [{ reason: 'errored' }, /planning failed midway/],
  [
    { reason: 'differs', head: 'h' },
    /'infra' is not the one that was reviewed on pull request #7: something changed/,
  ],
  [
    { reason: 'differs', head: 'older00' },
    /\(that was of commit older00; the last commit h was never planned\)/,
  ],
  [{ reason: 'differs', head: 'h', untold: true }, /What differs cannot be told.*'comment-key'/],
])('%j is told with its remedy', (refusal, message) => {
  expect(explainRefusal(refusal, { directory: 'infra', pull })).toMatch(message)
})
