import { type Decimal, parseDecimal } from '../../../toolkit/money/decimal.ts'

/** A limit on one root module, or on all that the step prices together. */
export interface Limit {
  /** undefined: on the total. */
  readonly directory: string | undefined
  readonly amount: Decimal
}

/** The limits of the three inputs. */
export interface Limits {
  readonly monthly: readonly Limit[]
  readonly increase: readonly Limit[]
  readonly percent: readonly Limit[]
}

/**
 * A line of `budget-monthly` or `max-increase`: `500` or `infra/ec2=120.50`.
 * @throws Error that says what to write.
 */
export function parseLimit(line: string): Limit {
  return parse(line, /^\d+(\.\d+)?$/, 'an amount without a currency sign, such as 500 or 120.50')
}

/**
 * A line of `max-increase-percent`: `20`, `20%` or `infra/ec2=7.5`.
 * @throws Error that says what to write.
 */
export function parsePercentLimit(line: string): Limit {
  return parse(line, /^\d+(\.\d+)?\s*%?$/, 'a percentage, such as 20')
}

function parse(line: string, shape: RegExp, expected: string): Limit {
  const at = line.lastIndexOf('=')
  const directory = line.slice(0, Math.max(at, 0)).trim()
  const value = line.slice(at + 1).trim()
  const amount = shape.test(value) ? parseDecimal(value.replace(/\s*%$/, '')) : undefined
  if (amount === undefined || (at >= 0 && directory === ''))
    throw new Error(`write ${expected}, or directory=${expected.includes('percent') ? '20' : '500'}`)
  return { directory: at < 0 ? undefined : tidyDirectory(directory), amount }
}

/** `./infra/ec2/` is `infra/ec2`; the root is `.`. */
export function tidyDirectory(given: string): string {
  const path = given
    .replace(/\\/g, '/')
    .replace(/^(\.\/+)+/, '')
    .replace(/\/+$/, '')
  return path === '' ? '.' : path
}
