import { createMask, type Mask } from './mask.ts'
import { isSecret, SHORTEST_ANYWHERE } from './spellings.ts'

/** The secrets known so far, and how to hide them. */
export interface Secrets {
  /** Learns a secret: the whole value, and each line of a multi-line one (the log is masked line by line). */
  add(value: string): void
  /**
   * Learns values of which many may come, and some may be ordinary words: they are hidden in every spelling, short
   * ones only as whole words, and `true` and the like never (see `createMask`).
   */
  learn(values: Iterable<string>): void
  /** The text with every known secret replaced by `***`. */
  redact(text: string): string
}

// A shorter line of a multi-line secret (`}` or `EOF`) would hide half the log and protects nothing.
const SHORTEST_LINE = 4

/**
 * Collects secrets.
 * @param announce is told every new value once, so that the runner masks it too.
 */
export function createSecrets(announce: (value: string) => void = () => {}): Secrets {
  const known = new Set<string>()
  const learned = new Set<string>()
  let longestFirst: string[] = []
  let mask: Mask | undefined = text => text
  return {
    add(value) {
      for (const candidate of withLines(value, SHORTEST_LINE)) {
        if (candidate.trim() === '' || known.has(candidate)) continue
        known.add(candidate)
        announce(candidate)
      }
      longestFirst = [...known].sort((a, b) => b.length - a.length)
    },
    learn(values) {
      for (const value of values) {
        if (learned.has(value) || known.has(value)) continue
        learned.add(value)
        mask = undefined
        // The runner hides what it is told wherever it stands, and knows the encodings by itself.
        for (const candidate of withLines(value, SHORTEST_ANYWHERE + 1))
          if (candidate.trim().length > SHORTEST_ANYWHERE && isSecret(candidate)) announce(candidate)
      }
    },
    redact(text) {
      mask ??= createMask(learned)
      return longestFirst.reduce((shown, value) => shown.replaceAll(value, '***'), mask(text))
    },
  }
}

function withLines(value: string, shortest: number): string[] {
  const parts = value.split(/\r?\n/).map(line => line.trim())
  return [...new Set([value, ...parts.filter(part => parts.length === 1 || part.length >= shortest)])]
}
