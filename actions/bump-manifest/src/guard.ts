/**
 * Why going from one tag to another of the same image goes back in time; undefined where it does not, or where the
 * two cannot be compared. Run numbers (`<run>-<sha>`) and versions (`1.2.3`, `v1.2`) are.
 */
export function downgrade(from: string, to: string): string | undefined {
  return olderRun(from, to) ?? olderVersion(from, to)
}

const RUN = /^(|.*[^0-9.])(\d{1,15})-[0-9a-f]{7,40}$/

/** Why `to` is of an earlier run than `from`; the words before the run number must be the same. */
export function olderRun(from: string, to: string): string | undefined {
  const [, word, run] = RUN.exec(from) ?? []
  const [, newWord, newRun] = RUN.exec(to) ?? []
  if (run === undefined || newRun === undefined || word !== newWord || Number(newRun) >= Number(run))
    return undefined
  return `run ${Number(run)} is deployed, and run ${Number(newRun)} is older`
}

const VERSION = /^v?(\d+(?:\.\d+){1,3})(?:[-+.](.*))?$/

function olderVersion(from: string, to: string): string | undefined {
  const [, core, rest = ''] = VERSION.exec(from) ?? []
  const [, newCore, newRest = ''] = VERSION.exec(to) ?? []
  if (core === undefined || newCore === undefined) return undefined
  const order = compare(numbers(core), numbers(newCore)) || compareRest(rest, newRest)
  return order > 0 ? `version ${from} is deployed, and ${to} is lower` : undefined
}

// A commit at the end, known by having letters as well as digits.
const COMMIT = /(?:^|[-+._]g?)(?=\d*[a-f])(?=[a-f]*\d)[0-9a-f]{7,40}$/

/** `rc.2` is after `rc.1`, but `alpine` is not before `bookworm`: only the same words can be put in order, and no commits. */
function compareRest(rest: string, newRest: string): number {
  const [old, next] = [rest.replace(COMMIT, ''), newRest.replace(COMMIT, '')]
  const words = (text: string) => text.split(/\d+/).join(' ')
  return words(old) === words(next) ? compare(numbers(old), numbers(next)) : 0
}

function numbers(text: string): number[] {
  return (text.match(/\d+/g) ?? []).map(Number)
}

function compare(left: number[], right: number[]): number {
  for (let at = 0; at < Math.max(left.length, right.length); at++) {
    const difference = (left[at] ?? 0) - (right[at] ?? 0)
    if (difference !== 0) return difference
  }
  return 0
}
