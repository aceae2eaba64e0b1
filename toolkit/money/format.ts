import { compare, type Decimal, magnitude, parseDecimal, round, signOf, toFixed, toText } from './decimal.ts'

// Symbols that name one currency alone, or the usual one. A dollar of another country is written with its code.
const SYMBOLS: Readonly<Record<string, string>> = { USD: '$', EUR: '€', GBP: '£', JPY: '¥', INR: '₹' }

/** Currencies whose smallest unit is not the hundredth (ISO 4217). */
const DIGITS: Readonly<Record<string, number>> = {
  ...Object.fromEntries(
    'BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF'.split(' ').map(code => [code, 0]),
  ),
  ...Object.fromEntries('BHD IQD JOD KWD LYD OMR TND'.split(' ').map(code => [code, 3])),
}

/**
 * An amount for people: `$1,303.28`, `−€5.00`, `¥1,200`, `12.50 CHF`. Rounded half away from zero to what the
 * currency counts in; what would round to nothing but is something reads `<$0.01`.
 * @param currency an ISO 4217 code.
 */
export function formatMoney(amount: Decimal, currency: string): string {
  return `${signOf(amount) < 0 ? '−' : ''}${withoutSign(amount, currency)}`
}

/** A difference for people, with its sign: `+$7.59`, `−$742.64`, `$0.00`. */
export function formatChange(amount: Decimal, currency: string): string {
  return `${['−', '', '+'][signOf(amount) + 1]}${withoutSign(amount, currency)}`
}

/** The price of one unit with all its digits, and those that the currency has anyway: `$0.0000166667`, `$0.10`. */
export function formatPrice(price: Decimal, currency: string): string {
  const digits = DIGITS[currency] ?? 2
  const exact = parseDecimal(toText(magnitude(price))) ?? price
  const text = grouped(toFixed(exact.scale < digits ? round(exact, digits) : exact))
  return `${signOf(price) < 0 ? '−' : ''}${withCurrency(text, currency)}`
}

function withoutSign(amount: Decimal, currency: string): string {
  const digits = DIGITS[currency] ?? 2
  const size = magnitude(amount)
  const smallest: Decimal = { units: 1n, scale: digits }
  const tiny = signOf(size) > 0 && compare(size, smallest) < 0
  return `${tiny ? '<' : ''}${withCurrency(grouped(toFixed(tiny ? smallest : round(size, digits))), currency)}`
}

function withCurrency(number: string, currency: string): string {
  const symbol = SYMBOLS[currency]
  return symbol === undefined ? `${number} ${currency}` : `${symbol}${number}`
}

function grouped(number: string): string {
  return number.replace(/^\d+/, whole => whole.replace(/\B(?=(\d{3})+$)/g, ','))
}
