import { gzipSync } from 'node:zlib'
import type { JsonObject } from '../../../toolkit/terraform/plan/json.ts'
import { type Random, seeded } from './random.ts'
import { secretOf } from './secrets.ts'

/** A plan with secrets in it, and what must not be seen of them. */
export interface LeakyPlan {
  readonly plan: JsonObject
  readonly secrets: readonly string[]
  /** The texts that repeat them where nothing marks it. */
  readonly texts: readonly string[]
  /** The secrets, and every spelling in which the plan repeats one where nothing marks it. */
  readonly needles: readonly string[]
}

/**
 * A small plan in which secrets stand in many places: marked ones (variables, of modules too, attributes, sets,
 * outputs, data that only the state has) and, repeated where nothing marks them, in names, keys, ids, messages,
 * other attributes, encoded in all ways. The same seed gives the same plan.
 */
export function leakyPlan(seed: number): LeakyPlan {
  const random = seeded(seed)
  const needles = new Set<string>()
  const secrets = Array.from({ length: 4 }, () => secretOf(random))
  // One that holds another.
  if (random.chance(0.2)) secrets[3] = `${secrets[0]}${random.secret(6)}`
  // The frame of a key says nothing.
  for (const line of secrets.flatMap(secret => secret.split(/\r?\n/)))
    if (line.length > 4 && !line.startsWith('-----')) needles.add(line)
  const [first = '', second = '', third = '', fourth = ''] = secrets
  const word = (): string => {
    const simple = secrets.filter(secret => /^\w+$/.test(secret))
    return simple.length > 0 ? random.pick(simple) : 'plain'
  }
  const texts: string[] = []
  const told = (): string => {
    const text = repeated(random.pick(secrets), random, needles)
    texts.push(text)
    return text
  }
  const key = (): string => inAddress(random.chance(0.5) ? random.pick(secrets) : told())
  const change = (values: JsonObject, marks: JsonObject) => changeOf(values, marks, random, told)

  const resources = Array.from({ length: 3 + random.int(4) }, (_, i): JsonObject => {
    const name = random.chance(0.2) ? word() : `n${i}`
    return {
      address: `module.a.random_thing.${name}[${key()}]`,
      ...(random.chance(0.3) && { previous_address: `random_thing.${name}[${key()}]` }),
      ...(random.chance(0.1) && { deposed: random.hex(8) }),
      mode: 'managed',
      type: 'random_thing',
      name,
      provider_name: 'registry.terraform.io/hashicorp/random',
      change: change(
        {
          marked: random.pick([first, second]),
          list: [
            { open: told(), shut: second },
            { open: 'x', shut: 'y' },
          ],
          whole: { user: third, options: [fourth, { deep: first }] },
          [told()]: told(),
          plain: told(),
          document: JSON.stringify({ inner: told(), list: [told()] }),
          script: `#!/bin/sh\nexport A='${told()}'\n  export B=${told()}\n`,
          tags: { [random.pick(secrets)]: 'v', Name: told() },
        },
        { marked: true, list: [{ shut: true }, {}], whole: true },
      ),
    }
  })
  const plan = {
    format_version: '1.2',
    terraform_version: '1.11.4',
    variables: { open: { value: told() }, secret: { value: first }, given: { value: { a: third, b: 1 } } },
    planned_values: {
      outputs: { out: { sensitive: true, value: second, type: 'string' } },
      root_module: {},
    },
    resource_drift: [{ ...resources[0], change: change({ a: told() }, {}) }],
    resource_changes: resources,
    deferred_changes: [{ reason: 'unknown', resource_change: { ...resources[1], address: `x.y[${key()}]` } }],
    action_invocations: [
      {
        address: `action.x.y[${key()}]`,
        type: 'x',
        config_values: { a: told(), b: fourth },
        config_sensitive: { b: true },
        lifecycle_action_trigger: {
          triggering_resource_address: `x.y[${key()}]`,
          action_trigger_event: 'AfterCreate',
        },
      },
    ],
    output_changes: {
      out: {
        ...change({}, {}),
        before: told(),
        after: second,
        before_sensitive: true,
        after_sensitive: true,
      },
      [`other_${word()}`]: {
        actions: ['create'],
        before: null,
        after: { list: [told()] },
        after_unknown: false,
      },
    },
    prior_state: {
      format_version: '1.0',
      values: {
        outputs: { old: { sensitive: true, value: [third], type: ['list', 'string'] } },
        root_module: {
          child_modules: [
            {
              resources: [
                {
                  address: 'data.x.y',
                  mode: 'data',
                  values: { v: fourth, w: told() },
                  sensitive_values: { v: true },
                },
              ],
            },
          ],
        },
      },
    },
    checks: [
      {
        address: { kind: 'check', to_display: `check.x[${key()}]` },
        status: 'fail',
        instances: [
          {
            address: { to_display: `check.x[${key()}]` },
            status: 'fail',
            problems: [{ message: `Error: provider said ${told()}: refused` }],
          },
        ],
      },
    ],
    configuration: {
      root_module: {
        variables: { open: {}, secret: { sensitive: true }, given: {} },
        module_calls: {
          a: {
            expressions: { p: { references: ['var.given.a', 'var.given'] }, q: { constant_value: second } },
            module: { variables: { p: { sensitive: true }, q: { sensitive: true } } },
          },
        },
      },
    },
    relevant_attributes: [],
    errored: false,
  }
  return { plan: plan as unknown as JsonObject, secrets, texts, needles: [...needles] }
}

/** A key of `for_each` as Terraform writes it in an address: a quoted template of HCL. */
function inAddress(key: string): string {
  return JSON.stringify(key).replace(/[$%](?=\{)/g, '$&$&')
}

/** What of the needles a text shows, as it is or as JSON writes it. */
export function leaksIn(text: string, needles: readonly string[]): string[] {
  return needles.filter(needle => {
    const json = JSON.stringify(needle).slice(1, -1)
    const twice = JSON.stringify(json).slice(1, -1)
    return [needle, json, twice].some(spelling => text.includes(spelling))
  })
}

function changeOf(values: JsonObject, marks: JsonObject, random: Random, told: () => string): JsonObject {
  const kind = random.pick(['create', 'update', 'delete', 'replace', 'no-op'])
  const actions = kind === 'replace' ? ['delete', 'create'] : [kind]
  const other = { ...values, plain: told(), extra: random.name() }
  return {
    actions,
    before: kind === 'create' ? null : other,
    after: kind === 'delete' ? null : kind === 'no-op' ? other : values,
    after_unknown: kind === 'delete' ? {} : { id: true },
    before_sensitive: kind === 'create' ? false : marks,
    after_sensitive: kind === 'delete' ? false : marks,
    ...(random.chance(0.3) && { importing: { id: `arn:x:${told()}` } }),
    ...(kind === 'replace' && {
      replace_paths: [['tags', told()]],
      action_reason: 'replace_because_cannot_update',
    }),
  }
}

/** A text that repeats the secret in one of many ways. */
function repeated(secret: string, random: Random, needles: Set<string>): string {
  const bytes = Buffer.from(secret)
  const within = Buffer.from(`${'xyz'.slice(random.int(3))}${secret} and more`)
  const lines = (text: string) => text.replace(/.{60}/g, '$&\n')
  const [told, needle] = random.pick<() => readonly [text: string, needle: string]>([
    () => [secret, secret],
    () => [`before${secret}after`, secret],
    () => [` ${secret}\n`, secret],
    () => [JSON.stringify({ a: secret }), secret],
    () => [JSON.stringify(JSON.stringify([secret])), secret],
    () => twice(bytes.toString('base64')),
    () => twice(within.toString('base64')),
    () => twice(bytes.toString('base64url')),
    () => twice(within.toString('base64url')),
    () => twice(Buffer.from(`some more text around ${within.toString('base64')}`).toString('base64')),
    () => twice(gzipSync(`some more text around ${secret}`).toString('base64')),
    () => [`x:\n${lines(within.toString('base64'))}`, within.toString('base64').slice(0, 60)],
    () => twice(bytes.toString('hex')),
    () => twice(bytes.toString('hex').toUpperCase()),
    () => [`https://u:${encodeURIComponent(secret)}@example.com/`, encodeURIComponent(secret)],
    () => [`a=${new URLSearchParams({ b: secret })}`, new URLSearchParams({ b: secret }).toString().slice(2)],
  ])()
  needles.add(needle)
  return told as string
}

function twice(text: string): readonly [string, string] {
  return [text, text]
}
