import { describe, expect, test } from '@jest/globals'
import {
  add,
  compare,
  type Decimal,
  negate,
  parseDecimal,
  percentOf,
  round,
  subtract,
  toFixed,
  toText,
} from './decimal.ts'
import { formatChange, formatMoney, formatPrice } from './format.ts'

const decimal = (text: string): Decimal => {
  const read = parseDecimal(text)
  if (read === undefined) throw new Error(`'${text}' is no decimal`)
  return read
}

describe('decimals', () => {
  test.each([
    ['1303.28', '1303.28'],
    ['-742.64', '-742.64'],
    ['+5', '5'],
    ['0', '0'],
    ['-0.00', '0'],
    ['100', '100'],
    ['0.100', '0.1'],
    ['1.', '1'],
    ['7e-05', '0.00007'],
    ['1.5E3', '1500'],
    ['1.86480479452054793334316749', '1.86480479452054793334316749'],
    ['123456789012345678901234567890.01', '123456789012345678901234567890.01'],
  ])('%s reads as %s', (given, shown) => {
    expect(toText(decimal(given))).toBe(shown)
  })

  test.each([
    '',
    ' ',
    '-',
    '.5',
    '1,000',
    '$5',
    'NaN',
    'Infinity',
    '0x10',
    '1e99999',
    '1e500',
    '9'.repeat(500),
  ])("'%s' is no decimal", given => {
    expect(parseDecimal(given)).toBeUndefined()
  })

  test.each([
    ['0.1', '0.2', '0.3'],
    ['2045.92', '-742.64', '1303.28'],
    ['0.00000001', '99999999999999999999', '99999999999999999999.00000001'],
    ['-5', '5', '0'],
  ])('%s + %s = %s', (a, b, total) => {
    expect(toText(add(decimal(a), decimal(b)))).toBe(total)
  })

  test.each([
    ['0.005', 2, '0.01'],
    ['-0.005', 2, '-0.01'],
    ['0.00499999999999999999', 2, '0.00'],
    ['2.675', 2, '2.68'],
    ['1.005', 2, '1.01'],
    ['-2.5', 0, '-3'],
    ['1361.3075', 2, '1361.31'],
    ['7', 2, '7.00'],
  ])('%s to %i digits is %s', (given, digits, shown) => {
    expect(toFixed(round(decimal(given), digits))).toBe(shown)
  })

  test.each([
    ['-742.64', '2045.92', '-36.30'],
    ['1', '3', '33.33'],
    ['2', '3', '66.67'],
    ['-1', '-3', '33.33'],
    ['1', '-3', '-33.33'],
    ['0', '5', '0.00'],
  ])('%s of %s is %s percent', (part, whole, shown) => {
    expect(toFixed(percentOf(decimal(part), decimal(whole), 2) as Decimal)).toBe(shown)
  })

  test('of nothing there is no percentage', () => {
    expect(percentOf(decimal('5'), decimal('0.00'), 2)).toBeUndefined()
  })

  test('sums are exact, in any order, where floats are not', () => {
    const random = generator(20261)
    for (let round = 0; round < 200; round++) {
      const terms = Array.from({ length: 30 }, () => `${random(2) ? '-' : ''}${random(1e9)}.${random(1e9)}`)
      const total = terms.map(decimal).reduce(add)
      const reversed = [...terms].reverse().map(decimal).reduce(add)
      expect(compare(total, reversed)).toBe(0)
      const left = terms.map(decimal).reduce(subtract, total)
      expect(toText(left)).toBe('0')
      expect(toText(decimal(toText(total)))).toBe(toText(total))
      expect(compare(negate(total), decimal('0'))).toBe(-compare(total, decimal('0')) || 0)
    }
  })
})

describe('for people', () => {
  test.each([
    ['1303.28', 'USD', '$1,303.28'],
    ['1234567.895', 'USD', '$1,234,567.90'],
    ['-5', 'EUR', '−€5.00'],
    ['0', 'USD', '$0.00'],
    ['0.004', 'USD', '<$0.01'],
    ['0.01', 'USD', '$0.01'],
    ['-0.001', 'GBP', '−<£0.01'],
    ['1234.5', 'JPY', '¥1,235'],
    ['0.4', 'JPY', '<¥1'],
    ['12.5', 'CHF', '12.50 CHF'],
    ['0.0001', 'KWD', '<0.001 KWD'],
    ['999.999', 'USD', '$1,000.00'],
  ])('%s %s is %s', (amount, currency, shown) => {
    expect(formatMoney(decimal(amount), currency)).toBe(shown)
  })

  test.each([
    ['7.59', '+$7.59'],
    ['-742.64', '−$742.64'],
    ['0', '$0.00'],
    ['0.001', '+<$0.01'],
  ])('a change of %s is %s', (amount, shown) => {
    expect(formatChange(decimal(amount), 'USD')).toBe(shown)
  })

  test.each([
    ['0.0000166667', '$0.0000166667'],
    ['0.1', '$0.10'],
    ['1.536', '$1.536'],
    ['1500', '$1,500.00'],
    ['0.10000', '$0.10'],
  ])('a unit price of %s is %s', (amount, shown) => {
    expect(formatPrice(decimal(amount), 'USD')).toBe(shown)
  })
})

/** Whole numbers below a bound, the same for the same seed (mulberry32). */
function generator(seed: number): (below: number) => number {
  let state = seed
  return below => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * below)
  }
}
