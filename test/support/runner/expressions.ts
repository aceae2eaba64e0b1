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

/** Replaces every `${{ … }}` in a text by its value as text. */
export function interpolate(text: string, scope: Scope): string {
  return text.replaceAll(/\$\{\{((?:'(?:[^']|'')*'|[^'}]|\}(?!\}))*)\}\}/g, (_whole, expression: string) =>
    asText(evaluate(expression.trim(), scope)),
  )
}

/** A value as GitHub writes it into text: null is nothing, and a list or an object only says what it is. */
export function asText(value: unknown): string {
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
