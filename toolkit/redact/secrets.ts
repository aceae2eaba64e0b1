/** The secrets known so far, and how to hide them. */
export interface Secrets {
  /** Learns a secret: the whole value, and each line of a multi-line one (the log is masked line by line). */
  add(value: string): void
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
  let longestFirst: string[] = []
  return {
    add(value) {
      const parts = value.split(/\r?\n/).map(line => line.trim())
      const candidates = [value, ...parts.filter(part => parts.length === 1 || part.length >= SHORTEST_LINE)]
      for (const candidate of candidates) {
        if (candidate.trim() === '' || known.has(candidate)) continue
        known.add(candidate)
        announce(candidate)
      }
      longestFirst = [...known].sort((a, b) => b.length - a.length)
    },
    redact(text) {
      return longestFirst.reduce((shown, value) => shown.replaceAll(value, '***'), text)
    },
  }
}
