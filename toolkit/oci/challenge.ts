/** What a registry wants to see before it answers (WWW-Authenticate; RFC 9110, 11.6.1). */
export type Challenge =
  | { readonly scheme: 'basic' }
  | { readonly scheme: 'bearer'; readonly realm: string; readonly service?: string; readonly scope?: string }

/** Reads the first challenge that we can answer; undefined where there is none. */
export function parseChallenge(header: string | undefined): Challenge | undefined {
  if (header === undefined) return undefined
  const bearer = /(?:^|,)\s*bearer\s+(.*)/i.exec(header)
  if (bearer) {
    const { realm, service, scope } = parameters(bearer[1] ?? '')
    if (realm !== undefined)
      return {
        scheme: 'bearer',
        realm,
        ...(service !== undefined && { service }),
        ...(scope !== undefined && { scope }),
      }
  }
  return /(?:^|,)\s*basic\b/i.test(header) ? { scheme: 'basic' } : undefined
}

/** Of a name that comes again only the first counts: the rest belongs to the next challenge. */
function parameters(text: string): Record<string, string | undefined> {
  const found = text.matchAll(/([a-z_]+)\s*=\s*(?:"((?:[^"\\]|\\.)*)"|([^\s,]+))/gi)
  const entries = [...found].map(([, name, quoted, bare]) => [
    name?.toLowerCase(),
    quoted !== undefined ? quoted.replace(/\\(.)/g, '$1') : bare,
  ])
  return Object.fromEntries(entries.reverse())
}
