/** A step's name with a commit that it pins cut to seven signs, as people read it. */
export function shortPin(name: string): string {
  return name.replace(/@([0-9a-f]{7})[0-9a-f]{33}\b/g, '@$1')
}
