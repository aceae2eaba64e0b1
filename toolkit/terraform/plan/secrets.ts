import { isSecret } from '../../redact/spellings.ts'
import { entries, isArray, isObject, type Json, member, texts } from './json.ts'
import { hides } from './marks.ts'
import { eachScalar, embedded } from './values.ts'

/** Sensitive scalars of one plan. */
export interface Collection {
  /** Every scalar in the value, and in JSON documents that it holds. */
  add(value: Json | undefined): void
  /** What the marks hide in the value. */
  addMarked(value: Json | undefined, mark: Json | undefined): void
  values(): string[]
}

/** Begins an empty collection; what can be no secret (`true`, a single character) never gets in. */
export function collection(): Collection {
  const found = new Set<string>()
  const seen = new Set<string>()
  function add(value: Json | undefined): void {
    eachScalar(value, (scalar, isText) => {
      if (seen.has(scalar)) return
      seen.add(scalar)
      if (isSecret(scalar)) found.add(scalar)
      const document = isText ? embedded(scalar) : undefined
      if (document !== undefined) add(document)
    })
  }
  function addMarked(value: Json | undefined, mark: Json | undefined): void {
    if (hides(mark, value)) add(value)
    else if (isArray(value) && isArray(mark))
      for (const [i, item] of value.entries()) addMarked(item, mark[i])
    else if (isObject(value) && isObject(mark))
      for (const [key, item] of Object.entries(value)) addMarked(item, member(mark, key))
  }
  return { add, addMarked, values: () => [...found] }
}

/** Sensitive variables of the root module and of the modules it calls, as far as the plan tells their values. */
export function addVariables(
  secrets: Collection,
  module: Json | undefined,
  given: (name: string) => Json | undefined,
): void {
  for (const [name, variable] of entries(member(module, 'variables'))) {
    if (member(variable, 'sensitive') !== true) continue
    secrets.add(given(name))
    secrets.add(member(variable, 'default'))
  }
  for (const [, call] of entries(member(module, 'module_calls'))) {
    const expressions = member(call, 'expressions')
    addVariables(secrets, member(call, 'module'), name => argument(member(expressions, name), given))
  }
}

/** What a module is given: a constant, or all variables that go into it; what else goes into it the plan marks. */
function argument(expression: Json | undefined, given: (name: string) => Json | undefined): Json {
  const references = texts(member(expression, 'references'))
  // Beside `var.a.b` stands `var.a`, which says nothing more.
  const telling = references.filter(reference => !references.some(other => other.startsWith(`${reference}.`)))
  return [
    member(expression, 'constant_value') ?? null,
    ...telling.map(reference => {
      const [, name, below = ''] = /^var\.([^.[]+)((?:\.[^.[]+)*)/.exec(reference) ?? []
      if (name === undefined) return null
      const whole = given(name)
      const part = below.split('.').slice(1).reduce<Json | undefined>(member, whole)
      return part ?? whole ?? null
    }),
  ]
}

/** Sensitive outputs, as `planned_values` and `prior_state` have them. */
export function addOutputs(secrets: Collection, outputs: Json | undefined): void {
  for (const [, output] of entries(outputs))
    if (hides(member(output, 'sensitive'), member(output, 'value'))) secrets.add(member(output, 'value'))
}
