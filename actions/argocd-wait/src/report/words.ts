/** A sha as people read it; versions and other names stay whole. */
export function short(revision: string): string {
  return /^[0-9a-f]{40,64}$/i.test(revision) ? revision.slice(0, 7) : revision
}

/** `Deployment shop/web`. */
export function resourceName({
  kind = 'resource',
  namespace,
  name = '',
}: {
  readonly kind?: string
  readonly namespace?: string | undefined
  readonly name?: string
}): string {
  return `${kind} ${namespace ? `${namespace}/` : ''}${name}`
}

/** `2 min 5 s`. */
export function duration(seconds: number): string {
  const whole = Math.round(seconds)
  if (whole < 60) return `${whole} s`
  const [minutes, rest] = [Math.floor(whole / 60), whole % 60]
  return rest === 0 ? `${minutes} min` : `${minutes} min ${rest} s`
}

/** Text of a server on one line: no line breaks, no password within an address, at most so long. */
export function clean(text: string, longest = 500): string {
  const line = text
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/(\b[a-z][a-z0-9+.-]*:\/\/)[^\s/@]+@/gi, '$1***@')
  return line.length > longest ? `${line.slice(0, longest)}…` : line
}
