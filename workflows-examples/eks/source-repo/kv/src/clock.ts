/**
 * When and by whom a value was written: milliseconds, a counter, the writer. Versions compare as text, and no two
 * writes share one.
 */
export type Version = string

const MAX_COUNT = 999_999
const FORM = /^\d{15}\.\d{6}\.[\w.-]{1,100}$/

/** Further ahead than this, a clock is wrong. In milliseconds. */
const MAX_AHEAD = 60_000

export type Clock = ReturnType<typeof createClock>

/**
 * A hybrid logical clock: as late as the machine's clock, and later than every version it made or saw. So whoever
 * has read a value writes a later one, whatever the machines' clocks say.
 * @param writer unique among all processes that ever write.
 */
export function createClock(writer: string, now: () => number = Date.now) {
  let last = { time: 0, count: 0 }
  return {
    now,
    /** A version later than all before. */
    next(): Version {
      const time = now()
      if (time > last.time) last = { time, count: 0 }
      else if (last.count < MAX_COUNT) last = { time: last.time, count: last.count + 1 }
      else last = { time: last.time + 1, count: 0 }
      return `${pad(last.time, 15)}.${pad(last.count, 6)}.${writer}`
    },
    /** Takes note of another's version. False where it is none, or so far ahead that no later write could win. */
    accept(version: Version): boolean {
      if (!FORM.test(version) || timeOf(version) > now() + MAX_AHEAD) return false
      const seen = { time: timeOf(version), count: Number(version.slice(16, 22)) }
      if (seen.time > last.time || (seen.time === last.time && seen.count > last.count)) last = seen
      return true
    },
  }
}

/** In milliseconds since 1970. */
export const timeOf = (version: Version): number => Number(version.slice(0, 15))

const pad = (value: number, width: number): string => String(value).padStart(width, '0')
