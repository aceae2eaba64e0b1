import { SHORTEST_WORD } from './spellings.ts'

const TELLING =
  /token|secret|passw|passphrase|credential|(private|api|access|account|encryption|signing|ssh|storage)_?key|(^|_)(key|pass|pwd|pat|auth)$/i
// They say where a secret lies, not what it is.
const PLACES = /^(old)?pwd$|_(file|path|dir|sock|url|uri|name|names)$/i
const LOGIN_IN_URL = /^[a-z][a-z0-9+.-]*:\/\/[^\s/:@]*:([^\s/@]+)@/i

/**
 * Values of environment variables that are likely secrets: of variables whose names say so (token, secret, password,
 * key …), and passwords within URLs.
 */
export function secretsOfEnvironment(env: Readonly<Record<string, string | undefined>>): string[] {
  const found = new Set<string>()
  for (const [name, value = ''] of Object.entries(env)) {
    if (TELLING.test(name) && !PLACES.test(name)) found.add(value)
    const password = LOGIN_IN_URL.exec(value)?.[1]
    if (password !== undefined) found.add(password)
  }
  return [...found].filter(value => value.trim().length >= SHORTEST_WORD)
}
