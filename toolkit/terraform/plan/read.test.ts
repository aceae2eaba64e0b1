import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from '@jest/globals'
import { samplesFolder } from '../../../test/support/samples.ts'
import { UserError } from '../../action/errors.ts'
import type { AttributeChange, Plan, Value } from './model.ts'
import { readPlan } from './read.ts'

const folder = mkdtempSync(join(tmpdir(), 'plan-read-'))
afterAll(() => rmSync(folder, { recursive: true }))

let files = 0
function fileOf(content: string | Buffer): string {
  const path = join(folder, `${files++}.json`)
  writeFileSync(path, content)
  return path
}

function read(sections: object, redact: readonly string[] = []): Promise<Plan> {
  return readPlan(fileOf(JSON.stringify({ format_version: '1.2', ...sections })), { redact })
}

/** A plan of one change; `change` may leave out what is usual. */
function resource(change: object, more: object = {}): object {
  const common = { mode: 'managed', type: 'x_y', name: 'z', provider_name: 'registry.terraform.io/x/x' }
  return {
    address: 'x_y.z',
    ...common,
    change: {
      actions: ['update'],
      before: {},
      after: {},
      after_unknown: {},
      before_sensitive: {},
      after_sensitive: {},
      ...change,
    },
    ...more,
  }
}

async function only(change: object, redact: readonly string[] = []): Promise<readonly string[]> {
  const plan = await read({ resource_changes: [resource(change)] }, redact)
  return (plan.changes[0]?.attributes ?? []).map(written)
}

function written({ path, before, after, onlyDiffersIn, forcesReplacement }: AttributeChange): string {
  const notes = [onlyDiffersIn ? ` (${onlyDiffersIn})` : '', forcesReplacement ? ' !' : ''].join('')
  return `${path}: ${side(before)} → ${side(after)}${notes}`
}

function side(value: Value): string {
  return value.kind === 'known' ? value.text : value.kind
}

const policy = (action: string) => JSON.stringify({ Statement: [{ Action: action, Effect: 'Allow' }] })
const rule = (port: number, cidr: string) => ({ cidr: [cidr], from: port, to: port, description: null })

describe('attributes', () => {
  test.each<[string, object, string[]]>([
    ['nothing differs', { before: { a: 1 }, after: { a: 1 } }, []],
    ['scalars', { before: { a: 1, b: 'x' }, after: { a: 2, b: 'x' } }, ['a: 1 → 2']],
    ['null is absent', { before: { a: null }, after: { a: 'x', b: null } }, ['a: absent → "x"']],
    ['a type changes', { before: { a: '1' }, after: { a: 1 } }, ['a: "1" → 1']],
    ['a scalar becomes a map', { before: { a: 'x' }, after: { a: { b: 1 } } }, ['a: "x" → {"b":1}']],
    [
      'a text within a document becomes a list',
      { before: { p: '{"Action":"a:b"}' }, after: { p: '{"Action":["a:b","a:c"]}' } },
      ['p.Action: "a:b" → ["a:b","a:c"]'],
    ],
    [
      'a list with something hidden becomes a text',
      {
        before: { a: ['x', 'hunter2'] },
        after: { a: 'y' },
        before_sensitive: { a: [false, true] },
      },
      ['a[0]: "x" → absent', 'a[1]: sensitive → absent', 'a: absent → "y"'],
    ],
    [
      'maps',
      { before: { tags: { A: 'a', 'b c': '1' } }, after: { tags: { A: 'a', 'b c': '2' } } },
      ['tags["b c"]: "1" → "2"'],
    ],
    [
      'one side only, short',
      { before: {}, after: { t: { A: 'a' }, l: [1, 2] } },
      ['l: absent → [1,2]', 't: absent → {"A":"a"}'],
    ],
    [
      'one side only, long',
      { before: {}, after: { t: { A: 'a'.repeat(70), B: 'b'.repeat(70) } } },
      [`t.A: absent → "${'a'.repeat(70)}"`, `t.B: absent → "${'b'.repeat(70)}"`],
    ],
    ['unknown', { before: { id: 'x' }, after: {}, after_unknown: { id: true } }, ['id: "x" → unknown']],
    [
      'an unknown key of a map is absent in after',
      { before: {}, after: { m: { a: 'x' } }, after_unknown: { m: { b: true } } },
      ['m.a: absent → "x"', 'm.b: absent → unknown'],
    ],
    [
      'an unknown element of a list is null in after',
      { before: { l: ['a'] }, after: { l: ['a', null] }, after_unknown: { l: [false, true] } },
      ['l[1]: absent → unknown'],
    ],
    [
      'a list gains one',
      { before: { l: ['a', 'c'] }, after: { l: ['a', 'b', 'c'] } },
      ['l[1]: absent → "b"'],
    ],
    [
      'a list is only reordered',
      { before: { l: ['a', 'b'] }, after: { l: ['b', 'a'] } },
      ['l: ["a","b"] → ["b","a"] (order)'],
    ],
    ['an element changes', { before: { l: ['a', 'b'] }, after: { l: ['a', 'x'] } }, ['l[1]: "b" → "x"']],
    [
      'a set of blocks in another order, one gone, one new',
      {
        before: { r: [rule(1, '10.0.0.0/8'), rule(2, '10.0.0.0/8'), rule(3, '10.0.0.0/8')] },
        after: { r: [rule(3, '10.0.0.0/8'), rule(9, '192.168.0.0/16'), rule(1, '10.0.0.0/8')] },
      },
      [
        'r[1]: {"cidr":["10.0.0.0/8"],"from":2,"to":2,"description":null} → absent',
        'r[1]: absent → {"cidr":["192.168.0.0/16"],"from":9,"to":9,"description":null}',
      ],
    ],
    [
      'a block changes a little, and moves',
      {
        before: { r: [rule(1, 'a'), rule(2, 'b')] },
        after: { r: [rule(2, 'b'), rule(1, 'c'), rule(7, 'd')] },
      },
      ['r[1].cidr[0]: "a" → "c"', 'r[2]: absent → {"cidr":["d"],"from":7,"to":7,"description":null}'],
    ],
    [
      'within a JSON document',
      { before: { p: policy('a') }, after: { p: policy('b') } },
      ['p.Statement[0].Action: "a" → "b"'],
    ],
    [
      'a JSON document with other whitespace',
      { before: { p: '{"a":1}' }, after: { p: '{ "a": 1 }' } },
      ['p: "{\\"a\\":1}" → "{ \\"a\\": 1 }" (whitespace)'],
    ],
    [
      'a JSON document in another notation',
      { before: { p: '{"a":1,"b":2}' }, after: { p: '{"b":2,"a":1}' } },
      ['p: "{\\"a\\":1,\\"b\\":2}" → "{\\"b\\":2,\\"a\\":1}" (notation)'],
    ],
    [
      'only whitespace',
      { before: { s: 'a b\n' }, after: { s: 'a  b' } },
      ['s: "a b\\n" → "a  b" (whitespace)'],
    ],
    [
      'replacing paths',
      {
        actions: ['delete', 'create'],
        before: { d: [{ s: 1 }], e: 1 },
        after: { d: [{ s: 2 }], e: 2 },
        replace_paths: [['d', 0, 's']],
      },
      ['d[0].s: 1 → 2 !', 'e: 1 → 2'],
    ],
    [
      'names that objects have anyway',
      { before: { constructor: 1 }, after: { toString: 2 } },
      ['constructor: 1 → absent', 'toString: absent → 2'],
    ],
  ])('%s', async (_, change, expected) => {
    expect(await only(change)).toEqual(expected)
  })

  test('__proto__ is a name like any other', async () => {
    const raw = JSON.stringify(resource({ before: { a: 1 } })).replace(
      '"after":{}',
      '"after":{"__proto__":"x"}',
    )
    const plan = await readPlan(fileOf(`{"format_version":"1.2","resource_changes":[${raw}]}`), {
      redact: [],
    })
    expect(plan.changes[0]?.attributes?.map(written)).toEqual(['__proto__: absent → "x"', 'a: 1 → absent'])
  })

  test('numbers keep their digits', async () => {
    const raw = JSON.stringify(resource({ before: { n: 1 }, after: { n: 2, m: 3 } }))
      .replace('"n":1', '"n":12345678901234567890123')
      .replace('"n":2', '"n":12345678901234567890124')
      .replace('"m":3', '"m":0.1234567890123456789')
    const plan = await readPlan(fileOf(`{"format_version":"1.2","resource_changes":[${raw}]}`), {
      redact: [],
    })
    expect(plan.changes[0]?.attributes?.map(written)).toEqual([
      'm: absent → 0.1234567890123456789',
      'n: 12345678901234567890123 → 12345678901234567890124',
    ])
  })

  test('strings of many lines have their lines, policies those of the document', async () => {
    const after = { s: 'a\nb\n', p: '{"a":[1]}' }
    const plan = await read({ resource_changes: [resource({ actions: ['create'], before: null, after })] })
    const lines = plan.changes[0]?.attributes?.map(({ after: value }) =>
      value.kind === 'known' ? value.lines : [],
    )
    expect(lines).toEqual([
      ['{', '  "a": [', '    1', '  ]', '}'],
      ['a', 'b', ''],
    ])
  })
})

describe('sensitive', () => {
  test.each<[string, object, string[]]>([
    [
      'a scalar',
      {
        before: { p: 'old-one' },
        after: { p: 'new-one' },
        before_sensitive: { p: true },
        after_sensitive: { p: true },
      },
      ['p: sensitive → sensitive'],
    ],
    [
      'the same on both sides',
      {
        before: { p: 'same-1' },
        after: { p: 'same-1' },
        before_sensitive: { p: true },
        after_sensitive: { p: true },
      },
      [],
    ],
    [
      'on one side only, both hide',
      {
        before: { p: 'old-one' },
        after: { p: 'new-one' },
        before_sensitive: {},
        after_sensitive: { p: true },
      },
      ['p: sensitive → sensitive'],
    ],
    [
      'only the mark changes',
      { before: { p: 'same-1' }, after: { p: 'same-1' }, before_sensitive: {}, after_sensitive: { p: true } },
      ['p: sensitive → sensitive'],
    ],
    [
      'the whole object',
      {
        before: { a: 'aaaaaa' },
        after: { a: 'bbbbbb', b: 'cccccc' },
        before_sensitive: true,
        after_sensitive: true,
      },
      [': sensitive → sensitive'],
    ],
    [
      'nested',
      { before: {}, after: { l: [{ a: 'x', p: 'hidden' }] }, after_sensitive: { l: [{ p: true }] } },
      ['l[0].a: absent → "x"', 'l[0].p: absent → sensitive'],
    ],
    [
      'unknown and sensitive',
      {
        before: { p: 'old-one' },
        after: {},
        after_unknown: { p: true },
        before_sensitive: { p: true },
        after_sensitive: { p: true },
      },
      ['p: sensitive → unknown'],
    ],
    [
      'a mark of another shape hides all',
      { before: {}, after: { l: { a: 'aaaaaa' } }, after_sensitive: { l: [true] } },
      ['l: absent → sensitive'],
    ],
    [
      'a mark that is no mark hides all',
      { before: {}, after: { l: { a: 'aaaaaa' } }, after_sensitive: { l: 'yes' } },
      ['l: absent → sensitive'],
    ],
    [
      'a mark for more elements than there are',
      { before: {}, after: { l: ['aaaaaa'] }, after_sensitive: { l: [false, true] } },
      ['l: absent → sensitive'],
    ],
    [
      'its value elsewhere',
      { before: {}, after: { a: 'x=hunter2!', p: 'hunter2!' }, after_sensitive: { p: true } },
      ['a: absent → "x=***"', 'p: absent → sensitive'],
    ],
    [
      'its value elsewhere, alone',
      { before: {}, after: { a: 'hunter2!', p: 'hunter2!' }, after_sensitive: { p: true } },
      ['a: absent → sensitive', 'p: absent → sensitive'],
    ],
    [
      'what is no secret stays',
      {
        before: {},
        after: { a: true, b: 'true', c: 1, d: 'x', p: [true, 'true', 1, 'x', null, ''] },
        after_sensitive: { p: true },
      },
      ['a: absent → true', 'b: absent → "true"', 'c: absent → 1', 'd: absent → "x"', 'p: absent → sensitive'],
    ],
  ])('%s', async (_, change, expected) => {
    expect(await only(change)).toEqual(expected)
  })

  test.each<[string, string[], string[]]>([
    ['a name', ['*pass*'], ['db.Password: absent → sensitive', 'x: absent → "1"']],
    ['a path', ['db.*'], ['db.Password: absent → sensitive', 'x: absent → "1"']],
    ['another name', ['y'], ['db: absent → {"Password":"opensesame"}', 'x: absent → "1"']],
  ])('redacting %s', async (_, redact, expected) => {
    expect(await only({ after: { db: { Password: 'opensesame' }, x: '1' } }, redact)).toEqual(expected)
  })

  test('where a plan marks nothing, as of Terraform 0.14, names tell what hides', async () => {
    const old = (change: object) => ({
      ...{ address: 'aws_db_instance.a', mode: 'managed', type: 'aws_db_instance', provider_name: 'aws' },
      change: { actions: ['update'], after_unknown: {}, ...change },
    })
    const plan = await read({
      resource_changes: [
        old({
          before: { password: 'hunter2-old', user: 'admin', get_password_data: false, tokens: 'optional' },
          after: {
            ...{ password: 'hunter2-new', user: 'root', get_password_data: true, tokens: 'required' },
            auth: [{ 'client-secret': ['hunter3-new'], token: '' }],
            note: 'login: hunter2-new',
          },
        }),
        { ...old({ before: { api_key: 'hunter4' }, after: { api_key: 'hunter4' }, actions: ['no-op'] }) },
      ],
      output_changes: { o: { actions: ['create'], before: null, after: 'hunter4', after_unknown: false } },
    })
    expect(plan.changes[0]?.attributes?.map(written)).toEqual([
      'auth[0].client-secret[0]: absent → sensitive',
      'auth[0].token: absent → ""',
      'get_password_data: false → true',
      'note: absent → "login: ***"',
      'password: sensitive → sensitive',
      'tokens: "optional" → "required"',
      'user: "admin" → "root"',
    ])
    expect(plan.outputs[0]?.attributes?.map(written)).toEqual(['o: absent → sensitive'])
  })

  test('what the user hides in one object is hidden in another, and in outputs', async () => {
    const plan = await read(
      {
        resource_changes: [
          resource({ actions: ['no-op'], before: { token: 'opensesame' }, after: { token: 'opensesame' } }),
          resource({ after: { a: 'opensesame' } }),
        ],
        output_changes: { o: { actions: ['create'], before: null, after: 'is opensesame' } },
      },
      ['token'],
    )
    expect(plan.sensitiveValues).toEqual(['opensesame'])
    expect(JSON.stringify([plan.changes, plan.outputs])).not.toContain('opensesame')
  })

  test.each<[string, object]>([
    [
      'a variable',
      {
        variables: { v: { value: 'opensesame' } },
        configuration: { root_module: { variables: { v: { sensitive: true } } } },
      },
    ],
    [
      "a module's variable, given a constant",
      {
        configuration: {
          root_module: {
            module_calls: {
              m: {
                expressions: { v: { constant_value: 'opensesame' } },
                module: { variables: { v: { sensitive: true } } },
              },
            },
          },
        },
      },
    ],
    [
      "a nested module's variable, given a part of another",
      {
        variables: { v: { value: { region: 'eu-west-1', key: 'opensesame' } } },
        configuration: {
          root_module: {
            module_calls: {
              m: {
                expressions: { w: { references: ['var.v.key', 'var.v'] } },
                module: {
                  variables: { w: {} },
                  module_calls: {
                    n: {
                      expressions: { u: { references: ['var.w'] } },
                      module: { variables: { u: { sensitive: true } } },
                    },
                  },
                },
              },
            },
          },
        },
      },
    ],
    [
      'a default',
      { configuration: { root_module: { variables: { v: { sensitive: true, default: 'opensesame' } } } } },
    ],
    [
      'an output',
      {
        output_changes: {
          o: {
            actions: ['create'],
            before: null,
            after: 'opensesame',
            before_sensitive: true,
            after_sensitive: true,
          },
        },
      },
    ],
    [
      'an output of the state',
      { prior_state: { values: { outputs: { o: { sensitive: true, value: 'opensesame' } } } } },
    ],
    [
      'data in the state',
      {
        prior_state: {
          values: {
            root_module: {
              child_modules: [
                { resources: [{ values: { a: 'opensesame' }, sensitive_values: { a: true } }] },
              ],
            },
          },
        },
      },
    ],
    [
      'data in the state, all of it',
      {
        prior_state: {
          values: { root_module: { resources: [{ values: { a: 'opensesame' }, sensitive_values: true }] } },
        },
      },
    ],
    [
      'an object that stays',
      {
        resource_changes: [
          resource({
            actions: ['no-op'],
            before: { a: 'opensesame' },
            after: { a: 'opensesame' },
            before_sensitive: { a: true },
          }),
        ],
      },
    ],
    [
      'a secret in JSON',
      {
        prior_state: {
          values: { outputs: { o: { sensitive: true, value: '{"user":"u","pw":"opensesame"}' } } },
        },
      },
    ],
  ])('%s is hidden wherever it stands', async (_, sections) => {
    const shown = {
      output_changes: {
        seen: { actions: ['create'], before: null, after: 'is opensesame', after_unknown: false },
      },
    }
    const { output_changes = {} } = sections as { output_changes?: object }
    const plan = await read({ ...sections, output_changes: { ...output_changes, ...shown.output_changes } })
    expect(plan.outputs.find(({ name }) => name === 'seen')?.attributes?.map(written)).toEqual([
      'seen: absent → "is ***"',
    ])
    expect(plan.sensitiveValues).toContain('opensesame')
  })
})

describe('changes', () => {
  test.each<[string, string[], object, string | undefined]>([
    ['create', ['create'], {}, 'create'],
    ['replace', ['delete', 'create'], {}, 'replace'],
    ['create before destroy', ['create', 'delete'], {}, 'replace'],
    ['forget', ['forget'], {}, 'forget'],
    ['create and forget', ['create', 'forget'], {}, 'replace'],
    ['read', ['read'], {}, 'read'],
    ['a word of tomorrow', ['open'], {}, 'other'],
    ['words of tomorrow', ['open', 'close'], {}, 'other'],
    ['no words', [], {}, 'other'],
    ['moved', ['no-op'], { previous_address: 'x_y.old' }, 'move'],
    ['moved to itself', ['no-op'], { previous_address: 'x_y.z' }, undefined],
    ['moved and changed', ['update'], { previous_address: 'x_y.old' }, 'update'],
    ['nothing', ['no-op'], {}, undefined],
  ])('%s', async (_, actions, more, kind) => {
    const plan = await read({ resource_changes: [resource({ actions }, more)] })
    expect(plan.changes[0]?.kind).toBe(kind)
  })

  test.each<[object, object]>([
    [{ id: 'i-1' }, { id: 'i-1', unknown: false }],
    [{ unknown: true }, { id: undefined, unknown: true }],
    [{ identity: { name: 'n' } }, { id: '{"name":"n"}', unknown: false }],
    [{}, { id: undefined, unknown: false }],
  ])('importing %j', async (importing, expected) => {
    const plan = await read({ resource_changes: [resource({ actions: ['no-op'], importing })] })
    expect(plan.changes[0]).toMatchObject({ kind: 'import', importing: expected })
  })

  test('an object and what an earlier replacement left of it', async () => {
    const plan = await read({
      resource_changes: [resource({}), resource({ actions: ['delete'] }, { deposed: '1234abcd' })],
    })
    expect(plan.changes.map(({ address, deposed }) => [address, deposed])).toEqual([
      ['x_y.z', undefined],
      ['x_y.z', '1234abcd'],
    ])
  })

  test('names that hold a secret', async () => {
    const plan = await read({
      resource_changes: [
        resource(
          { importing: { id: 'a/opensesame' }, before: { p: 'opensesame' }, before_sensitive: { p: true } },
          { address: 'x_y.z["opensesame"]', previous_address: 'x_y.opensesame' },
        ),
      ],
    })
    expect(plan.changes[0]).toMatchObject({
      address: 'x_y.z["***"]',
      previousAddress: 'x_y.***',
      importing: { id: 'a/***' },
    })
  })

  test('deferred changes, invoked actions, failed checks', async () => {
    const plan = await read({
      deferred_changes: [
        { reason: 'provider_config_unknown', resource_change: resource({ after: { a: 1 } }) },
      ],
      action_invocations: [
        {
          address: 'action.a.b',
          type: 'a',
          config_values: { x: 1, p: 'opensesame' },
          config_sensitive: { p: true },
          config_unknown: { y: true },
          lifecycle_action_trigger: {
            triggering_resource_address: 'x_y.z',
            action_trigger_event: 'AfterCreate',
          },
        },
        { address: 'action.a.c', type: 'a', invoke_action_trigger: {} },
      ],
      deferred_action_invocations: [{ reason: 'x', action_invocation: { address: 'action.a.d', type: 'a' } }],
      checks: [
        { address: { kind: 'check', to_display: 'check.ok' }, status: 'pass', instances: [] },
        { address: { kind: 'check', to_display: 'check.new' }, status: 'unknown' },
        {
          address: { kind: 'resource', to_display: 'x_y.z' },
          status: 'fail',
          instances: [
            { address: { to_display: 'x_y.z[0]' }, status: 'pass' },
            {
              address: { to_display: 'x_y.z[1]' },
              status: 'fail',
              problems: [{ message: 'says opensesame' }],
            },
          ],
        },
      ],
      condition_results: [
        { address: 'output.o', condition_type: 'OutputPrecondition', result: false, unknown: false },
      ],
    })
    expect(plan.deferred).toMatchObject([
      { reason: 'provider_config_unknown', change: { attributeCount: 1 } },
    ])
    expect(plan.invocations.map(({ address, trigger, deferred }) => [address, trigger, deferred])).toEqual([
      ['action.a.b', 'x_y.z, after create', false],
      ['action.a.c', 'asked for by -invoke', false],
      ['action.a.d', 'asked for by -invoke', true],
    ])
    expect(plan.invocations[0]?.attributes.map(written)).toEqual([
      'p: absent → sensitive',
      'x: absent → 1',
      'y: absent → unknown',
    ])
    expect(plan.checks).toEqual([
      { address: 'check.new', kind: 'check', status: 'unknown', messages: [] },
      { address: 'x_y.z[1]', kind: 'resource', status: 'fail', messages: ['says ***'] },
      { address: 'output.o', kind: 'OutputPrecondition', status: 'fail', messages: [] },
    ])
  })

  test('drift says whether it led to a change', async () => {
    const drifted = resource({ before: { a: 1, b: 1 }, after: { a: 2, b: 2 } })
    const stays = resource({ actions: ['no-op'] })
    const drift = async (relevant_attributes: unknown, resource_changes: unknown = [stays]) =>
      (await read({ resource_changes, resource_drift: [drifted], relevant_attributes })).drift[0]?.relevant
    // With -refresh-only an apply writes all of it.
    expect(await drift([], [])).toBe(undefined)
    expect(await drift(undefined)).toBe(undefined)
    expect(await drift([])).toBe(false)
    expect(await drift([{ resource: 'x_y.z', attribute: ['a'] }])).toBe(true)
    expect(await drift([{ resource: 'x_y.z', attribute: ['a', 0, 'x'] }])).toBe(true)
    expect(await drift([{ resource: 'x_y.z', attribute: ['c'] }])).toBe(false)
    expect(await drift([{ resource: 'x_y.z', attribute: ['ab'] }])).toBe(false)
    expect(await drift([{ resource: 'x_y.other', attribute: ['a'] }])).toBe(false)
  })

  const drifted = resource({ before: { a: 1 }, after: { a: 2 } })
  const stays = resource({ actions: ['no-op'], before: { a: 1 }, after: { a: 1 } })
  test.each<[string, object, boolean]>([
    ['a plan with -refresh-only', { applyable: true, resource_drift: [drifted] }, true],
    ['one of a version that does not tell whether it can be applied', { resource_drift: [drifted] }, true],
    [
      'one that changes an output, too',
      { resource_drift: [drifted], output_changes: { o: { actions: ['update'], before: 1, after: 2 } } },
      true,
    ],
    ['drift that matters to nothing', { resource_changes: [stays], resource_drift: [drifted] }, false],
    ['drift that leaves nothing to apply', { applyable: false, resource_drift: [drifted] }, false],
    ['no drift', { applyable: true }, false],
    ['a plan that failed early', { errored: true, resource_drift: [drifted] }, false],
  ])('%s: whether an apply writes the drift into the state', async (_, sections, writes) => {
    expect((await read(sections)).refreshOnly).toBe(writes)
  })

  test('an object that only gets another address did not change outside', async () => {
    const moved = resource({ actions: ['no-op'] }, { previous_address: 'x_y.before' })
    expect((await read({ resource_drift: [moved] })).drift).toEqual([])
  })

  test('what an old version does not tell is undefined', async () => {
    const plan = await readPlan(fileOf('{"format_version":"0.1"}'), { redact: [] })
    expect(plan).toMatchObject({
      complete: undefined,
      applyable: undefined,
      errored: false,
      changes: [],
      outputs: [],
    })
  })
})

describe('files that are no plan', () => {
  test.each<[string, string | Buffer, string]>([
    ['nothing', '', 'is empty'],
    ['text', 'Error: no plan', 'is not JSON (see byte 7)'],
    ['a wrapper around it', '[command]/usr/bin/terraform show -json p\n{}', 'terraform_wrapper: false'],
    ['a saved plan', Buffer.from('PK\u0003\u0004xxxx'), 'is a saved plan, not its JSON'],
    ['UTF-16', Buffer.from('\ufeff{"format_version":"1.2"}', 'utf16le'), 'is UTF-16'],
    ['two plans', '{"format_version":"1.2"}\n{"format_version":"1.2"}', 'more than one JSON document'],
    ['half a plan', '{"format_version":"1.2","resource_changes":[{"addr', 'ends in the middle'],
    ['a state', '{"version":4}', 'is JSON but no plan'],
    ['what shows a state', '{"format_version":"1.0","values":{"root_module":{}}}', 'is the JSON of a state'],
    ['what validates', '{"format_version":"1.0","valid":true}', 'is what `validate -json` prints'],
    ['an array', '[1,2]', 'is JSON but no plan'],
    ['a string', '"x"', 'is JSON but no plan'],
    ['version 2', '{"format_version":"2.0"}', "has format_version '2.0'"],
    ['a broken element', '{"format_version":"1.2","resource_changes":[{"change" 1}]}', 'is not JSON'],
    [
      'changes that are no list',
      '{"format_version":"1.2","resource_changes":"x"}',
      'has a single value where',
    ],
    ['outputs that are none', '{"format_version":"1.2","output_changes":true}', 'has a single value where'],
    ['a name without quotes', '{format_version:"1.2"}', 'is not JSON (see byte 1)'],
    ['a comma at the end', '{"format_version":"1.2",}', 'is not JSON'],
  ])('%s', async (_, content, says) => {
    const error = await readPlan(fileOf(content), { redact: [] }).catch((thrown: unknown) => thrown)
    expect(error).toBeInstanceOf(UserError)
    expect(String(error)).toContain(says)
  })

  test('a file that is not there', async () => {
    await expect(readPlan(join(folder, 'none.json'), { redact: [] })).rejects.toThrow(
      /'.*none\.json' cannot be read/,
    )
  })

  test('a directory', async () => {
    await expect(readPlan(folder, { redact: [] })).rejects.toThrow(/cannot be read: it is a directory/)
  })

  const whole = JSON.stringify({
    format_version: '1.2',
    variables: { a: { value: 'é\\"' } },
    resource_changes: [resource({ after: { a: [1, { b: 'x' }] } })],
  })
  test('cut anywhere, it is refused and nothing crashes', async () => {
    for (let length = 1; length < Buffer.byteLength(whole); length++) {
      const error = await readPlan(fileOf(Buffer.from(whole).subarray(0, length)), { redact: [] }).catch(
        (thrown: unknown) => thrown,
      )
      expect(error).toBeInstanceOf(UserError)
    }
  })
})

describe('how it is written does not matter', () => {
  const sections = {
    format_version: '1.2',
    variables: { v: { value: 'a b' } },
    resource_changes: [resource({ before: { a: 'x  y', n: 1 }, after: { a: 'z', n: 2 } })],
  }
  test.each<[string, (json: string) => string | Buffer]>([
    ['a byte order mark', json => `\ufeff${json}`],
    ['pretty-printed', json => JSON.stringify(JSON.parse(json), undefined, 2)],
    ['tabs and CRLF', json => JSON.stringify(JSON.parse(json), undefined, '\t').replaceAll('\n', '\r\n')],
  ])('%s', async (_, write) => {
    const json = JSON.stringify(sections)
    const plain = await readPlan(fileOf(json), { redact: [] })
    expect(await readPlan(fileOf(write(json)), { redact: [] })).toEqual(plain)
  })

  test('names in any order give the same changes', async () => {
    const change = {
      before: { z: 1, b: 'x', a: 'y' },
      after: { c: 1, a: 'q', z: 2 },
      before_sensitive: { a: true },
    }
    expect(await only(change)).toEqual([
      'a: sensitive → sensitive',
      'b: "x" → absent',
      'c: absent → 1',
      'z: 1 → 2',
    ])
  })
})

describe('digest', () => {
  const digestOf = async (sections: object) => (await read(sections)).digest
  const change = { before: { a: 1 }, after: { a: 2 } }
  const forCheck = resource(
    { actions: ['read'], before: null, after: { headers: { Date: 'now' } } },
    { address: 'data.http.site', mode: 'data', action_reason: 'read_because_check_nested' },
  )
  const base = {
    resource_changes: [resource(change)],
    variables: { v: { value: 1 } },
    configuration: { root_module: {} },
  }
  test.each<[string, object, boolean]>([
    ['a time', { timestamp: '2026-01-01T00:00:00Z' }, true],
    ['a version of the tool', { terraform_version: '1.9.9' }, true],
    ['the state', { prior_state: { values: {} } }, true],
    [
      'an object that stays',
      {
        resource_changes: [
          ...base.resource_changes,
          resource({ actions: ['no-op'], before: { x: 9 }, after: { x: 9 } }),
        ],
      },
      true,
    ],
    ['an output that stays', { output_changes: { o: { actions: ['no-op'], before: 1, after: 1 } } }, true],
    ['drift', { resource_drift: [resource({ after: { q: 1 } })] }, true],
    ['what a check reads', { resource_changes: [...base.resource_changes, forCheck] }, true],
    [
      'a sensitive value',
      { resource_changes: [resource({ ...change, after: { a: 3 }, after_sensitive: { a: true } })] },
      false,
    ],
    ['the state before', { resource_changes: [resource({ ...change, before: { a: 0 } })] }, false],
    ['another object', { resource_changes: [...base.resource_changes, resource(change)] }, false],
    ['an output', { output_changes: { o: { actions: ['create'], before: null, after: 1 } } }, false],
    ['a variable', { variables: { v: { value: 2 } } }, false],
    ['the configuration', { configuration: { root_module: { resources: [] } } }, false],
    ['a deferred change', { deferred_changes: [{ reason: 'unknown', resource_change: {} }] }, false],
  ])('%s', async (_, sections, same) => {
    const [one, other] = [await digestOf(base), await digestOf({ ...base, ...sections })]
    expect(one === other).toBe(same)
  })

  test('drift counts where it is all that an apply would write', async () => {
    const refreshOnly = (q: number) => ({ applyable: true, resource_drift: [resource({ after: { q } })] })
    expect(await digestOf(refreshOnly(1))).toBe(await digestOf(refreshOnly(1)))
    expect(await digestOf(refreshOnly(1))).not.toBe(await digestOf(refreshOnly(2)))
  })
})

const samples = samplesFolder()
describe('plans of others', () => {
  const names = samples ? readdirSync(join(samples, 'plans')).filter(name => name.endsWith('.json')) : []
  const skipped = test.skip
  if (samples === undefined) skipped('no folder of samples lies beside the project', () => {})
  else
    test.each(names)('%s', async name => {
      const path = join(samples, 'plans', name)
      if (name.includes('multiplan')) {
        await expect(readPlan(path, { redact: [] })).rejects.toThrow('more than one JSON document')
        return
      }
      const { sensitiveValues, ...plan } = await readPlan(path, { redact: [] })
      const shown = JSON.stringify(plan)
      for (const secret of sensitiveValues.filter(value => value.length > 4))
        expect(shown).not.toContain(secret)
      const raw = JSON.parse(readFileSync(path, 'utf8')) as {
        resource_changes?: { change: { actions: string[] } }[]
      }
      const changing = raw.resource_changes?.filter(({ change }) => change.actions[0] !== 'no-op') ?? []
      expect(plan.changes.filter(({ actions }) => actions[0] !== 'no-op')).toHaveLength(changing.length)
    })
})
