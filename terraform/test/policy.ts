import type { Statement } from './roles.ts'

/** One thing that somebody wants to do, in the words of IAM. */
export interface Wish {
  /** `ec2:RunInstances` */
  readonly action: string
  /** An ARN; `*` where the policies here say nothing narrower. */
  readonly resource: string
  /** What conditions are about: `aws:RequestedRegion` and the like. */
  readonly context: Readonly<Record<string, readonly string[]>>
}

/**
 * Whether some statement allows it: our own reading of AWS's rules, for the parts of them that are used here.
 * @throws where a statement has a part that this does not know.
 */
export function isAllowed(statements: readonly Statement[], wish: Wish): boolean {
  return statements.some(({ Effect, Action, Resource = [], Condition = {}, ...more }) => {
    if (Effect !== 'Allow' || Object.keys(more).some(part => part !== 'Sid'))
      throw new Error(`a statement that is not understood: ${Effect}, ${Object.keys(more)}`)
    return (
      list(Action).some(pattern => matches(pattern, wish.action)) &&
      list(Resource).some(pattern => matches(pattern, wish.resource)) &&
      Object.entries(Condition).every(([operator, keys]) =>
        Object.entries(keys).every(([key, values]) => holds(operator, list(values), wish.context[key])),
      )
    )
  })
}

function holds(operator: string, values: readonly string[], given: readonly string[] | undefined): boolean {
  switch (operator) {
    case 'StringEquals':
    case 'ArnEquals':
      return given?.every(one => values.includes(one)) ?? false
    case 'ForAllValues:StringEquals':
    case 'BoolIfExists':
      return (given ?? []).every(one => values.includes(one))
    case 'Null':
      return values.includes(String(given === undefined))
    default:
      throw new Error(`a condition that is not understood: ${operator}`)
  }
}

const list = (one: string | readonly string[]) => (typeof one === 'string' ? [one] : one)

function matches(pattern: string, text: string): boolean {
  const parts = pattern.split('*').map(part => part.replace(/[.+?^${}()|[\]\\]/g, '\\$&'))
  return new RegExp(`^${parts.join('.*')}$`).test(text)
}
