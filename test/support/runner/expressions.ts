import { data, Evaluator, Lexer, Parser } from '@actions/expressions'

/** A function that expressions may call, on plain JSON values. */
export interface ExpressionFunction {
  readonly minArgs: number
  readonly maxArgs: number
  readonly call: (...args: unknown[]) => unknown
}

/** What an expression can see: contexts by name (plain JSON values) and functions beyond the built-in ones. */
export interface Scope {
  readonly contexts: Readonly<Record<string, unknown>>
  readonly functions?: Readonly<Record<string, ExpressionFunction>>
}

/**
 * Evaluates one expression, without its `${{ }}`, by GitHub's own implementation.
 * @throws where it does not parse or names a context or function that the scope lacks.
 */
export function evaluate(expression: string, scope: Scope): unknown {
  const functions = Object.entries(scope.functions ?? {}).map(([name, made]) => ({
    name: name.toLowerCase(),
    minArgs: made.minArgs,
    maxArgs: made.maxArgs,
    call: (...args: data.ExpressionData[]) => toData(made.call(...args.map(fromData))),
  }))
  const { tokens } = new Lexer(expression).lex()
  const parsed = new Parser(tokens, Object.keys(scope.contexts), functions).parse()
  const contexts = toData(scope.contexts) as data.Dictionary
  const byName = new Map(functions.map(made => [made.name, made]))
  return fromData(new Evaluator(parsed, contexts, byName).evaluate())
}

// A quoted string may hold braces; a lone `}` may stand outside of one.
const EXPRESSION = String.raw`\$\{\{((?:'(?:[^']|'')*'|[^'}]|\}(?!\}))*)\}\}`
const ANYWHERE = new RegExp(EXPRESSION, 'g')
const WHOLLY = new RegExp(`^\\s*${EXPRESSION}\\s*$`)

/** Replaces every `${{ … }}` in a text by its value as text. */
export function interpolate(text: string, scope: Scope): string {
  return text.replaceAll(ANYWHERE, (_whole, expression: string) => asText(evaluate(expression.trim(), scope)))
}

/**
 * A value of a YAML file with its expressions evaluated, lists and mappings throughout.
 * A text that is one single expression becomes that expression's value, whatever its type.
 */
export function resolve(value: unknown, scope: Scope): unknown {
  if (typeof value === 'string') {
    const whole = WHOLLY.exec(value)?.[1]
    return whole === undefined ? interpolate(value, scope) : evaluate(whole.trim(), scope)
  }
  if (Array.isArray(value)) return value.map(item => resolve(item, scope))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [interpolate(key, scope), resolve(item, scope)]),
  )
}

/** A mapping with its values as text, as `env`, `with` and `outputs` take them. */
export function resolveTexts(mapping: unknown, scope: Scope): Record<string, string> {
  const resolved = resolve(mapping ?? {}, scope) as Record<string, unknown>
  return Object.fromEntries(Object.entries(resolved).map(([key, value]) => [key, asText(value)]))
}

/** A value as GitHub writes it into text: null is nothing, and a list or an object only says what it is. */
function asText(value: unknown): string {
  return toData(value).coerceString()
}

/** Whether GitHub takes a value for true. */
export function isTruthy(value: unknown): boolean {
  return !(
    value === null ||
    value === undefined ||
    value === false ||
    value === 0 ||
    value === '' ||
    Number.isNaN(value)
  )
}

function toData(value: unknown): data.ExpressionData {
  return JSON.parse(JSON.stringify(value ?? null), data.reviver) as data.ExpressionData
}

function fromData(value: data.ExpressionData): unknown {
  return JSON.parse(JSON.stringify(value, data.replacer))
}
