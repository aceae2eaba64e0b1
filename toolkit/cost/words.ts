import { signOf } from '../money/decimal.ts'
import { formatChange, formatMoney } from '../money/format.ts'
import type { Change } from './change.ts'
import type { Cost } from './report.ts'

/** A cost for people: `$7.59`, `$7.59 + usage`, `depends on usage`, `at least $7.59`, `unknown`. */
export function costWords(cost: Cost, currency: string, per = ''): string {
  const some = signOf(cost.known) !== 0
  if (!cost.complete && !some) return 'unknown'
  if (cost.usage && !some) return 'depends on usage'
  const amount = `${formatMoney(cost.known, currency)}${per}`
  return `${cost.complete ? '' : 'at least '}${amount}${cost.usage ? ' + usage' : ''}`
}

/** A difference for people: `+$7.59`, `−$12.00 + usage`, `depends on usage`, `at least +$7.59`, `unknown`, `none`. */
export function changeWords(change: Change, currency: string, per = ''): string {
  const some = signOf(change.known) !== 0
  if (!change.complete && !(some && change.atLeast)) return 'unknown'
  if (!some) return change.usage ? 'depends on usage' : 'none'
  const amount = `${formatChange(change.known, currency)}${per}`
  return `${change.complete ? '' : 'at least '}${amount}${change.usage ? ' + usage' : ''}`
}
