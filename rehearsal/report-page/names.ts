/** A step's name with a commit that it pins cut to seven signs, as people read it. */
export function shortPin(name: string): string {
  return name.replace(/@([0-9a-f]{7})[0-9a-f]{33}\b/g, '@$1')
}

/** A digest cut to twelve signs, as engines show it. */
export function shortDigest(text: string): string {
  return text.replace(/\b(sha256:[0-9a-f]{12})[0-9a-f]{52}\b/g, '$1…')
}

/** `Run owner/repository/actions/name@v1` as `Run name@v1`, where there is little room. */
export function shortName(name: string): string {
  return shortPin(name).replace(/^((?:Post )?Run )(?:[\w.-]+\/)+(?=[\w.-]+@)/, '$1')
}
