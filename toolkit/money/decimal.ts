/** An exact decimal number: `units` × 10^-`scale`. */
export interface Decimal {
  readonly units: bigint
  /** Digits after the point; 0 or more. */
  readonly scale: number
}

export const zero: Decimal = { units: 0n, scale: 0 }

// A longer exponent is no amount of money, and would only fill the memory.
const MOST_DIGITS = 400

/** Reads `1303.28`, `-0.005`, `7e-05`; undefined for all else. No digit is lost. */
export function parseDecimal(text: string): Decimal | undefined {
  const match = /^([+-]?)(\d+)(?:\.(\d*))?(?:[eE]([+-]?\d{1,4}))?$/.exec(text.trim())
  if (match === null || text.length > MOST_DIGITS) return undefined
  const [, sign = '', whole = '', fraction = '', exponent = '0'] = match
  const units = BigInt(`${sign === '-' ? '-' : ''}${whole}${fraction}`)
  const scale = fraction.length - Number(exponent)
  if (Math.abs(scale) > MOST_DIGITS) return undefined
  return scale >= 0 ? { units, scale } : { units: units * 10n ** BigInt(-scale), scale: 0 }
}

export function add(a: Decimal, b: Decimal): Decimal {
  const scale = Math.max(a.scale, b.scale)
  return { units: at(a, scale) + at(b, scale), scale }
}

export function subtract(a: Decimal, b: Decimal): Decimal {
  return add(a, negate(b))
}

export function negate(a: Decimal): Decimal {
  return { units: -a.units, scale: a.scale }
}

export function multiply(a: Decimal, b: Decimal): Decimal {
  return { units: a.units * b.units, scale: a.scale + b.scale }
}

export function sum(amounts: readonly Decimal[]): Decimal {
  return amounts.reduce(add, zero)
}

/** Negative where `a` is less than `b`, 0 where they are equal, positive where it is more. */
export function compare(a: Decimal, b: Decimal): number {
  return signOf(subtract(a, b))
}

/** -1, 0 or 1. */
export function signOf({ units }: Decimal): number {
  return units < 0n ? -1 : units > 0n ? 1 : 0
}

export function magnitude(a: Decimal): Decimal {
  return a.units < 0n ? negate(a) : a
}

/** To so many digits after the point, half of the last one away from zero. */
export function round(a: Decimal, digits: number): Decimal {
  if (a.scale <= digits) return { units: at(a, digits), scale: digits }
  return { units: dividedHalfUp(a.units, 10n ** BigInt(a.scale - digits)), scale: digits }
}

/** `part` as a percentage of `whole`, rounded as `round` does; undefined where `whole` is 0. */
export function percentOf(part: Decimal, whole: Decimal, digits: number): Decimal | undefined {
  if (whole.units === 0n) return undefined
  const scale = Math.max(part.scale, whole.scale)
  const above = at(part, scale) * 10n ** BigInt(digits + 2)
  const below = at(whole, scale)
  return { units: below < 0n ? dividedHalfUp(-above, -below) : dividedHalfUp(above, below), scale: digits }
}

/** Plain notation without needless zeros: `-742.64`, `0.005`, `12`. */
export function toText(a: Decimal): string {
  const text = toFixed(a)
  return a.scale === 0 ? text : text.replace(/\.?0+$/, '')
}

/** Plain notation with all its digits after the point: `-742.60`. */
export function toFixed({ units, scale }: Decimal): string {
  const digits = (units < 0n ? -units : units).toString().padStart(scale + 1, '0')
  const sign = units < 0n ? '-' : ''
  const whole = digits.slice(0, digits.length - scale)
  return scale === 0 ? `${sign}${whole}` : `${sign}${whole}.${digits.slice(-scale)}`
}

function at({ units, scale }: Decimal, wanted: number): bigint {
  return units * 10n ** BigInt(wanted - scale)
}

function dividedHalfUp(above: bigint, below: bigint): bigint {
  const quotient = above / below
  const rest = above % below
  const half = (rest < 0n ? -rest : rest) * 2n >= below
  return half ? quotient + (above < 0n ? -1n : 1n) : quotient
}
