/**
 * Matches a name against filter patterns in order; a later `!pattern` takes names away again
 * (docs.github.com, "Workflow syntax", filter pattern cheat sheet).
 */
export function matchesPatterns(name: string, patterns: readonly string[]): boolean {
  let matched = false
  for (const pattern of patterns) {
    const negative = pattern.startsWith('!')
    if (toRegExp(negative ? pattern.slice(1) : pattern).test(name)) matched = !negative
  }
  return matched
}

// `*` stops at a slash, `**` does not; `?`, `+` and `[]` are as in regular expressions; `\` takes a sign literally.
const TOKENS = /\*\*\/|\*\*|\*|\?|\+|\[[^\]]+\]|\\.|./gs

function toRegExp(pattern: string): RegExp {
  const source = [...pattern.matchAll(TOKENS)].map(([token]) => {
    if (token === '**/') return '(?:.*/)?'
    if (token === '**') return '.*'
    if (token === '*') return '[^/]*'
    if (token === '?' || token === '+' || token.startsWith('[')) return token
    return (token.startsWith('\\') ? token.slice(1) : token).replace(/[.*+?^${}()|[\]\\/]/g, '\\$&')
  })
  return new RegExp(`^${source.join('')}$`, 's')
}
