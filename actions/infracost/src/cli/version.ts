/** The newest of v0.10, which gets security patches only. */
export const NEWEST = '0.10.45'

/**
 * A version as the input has it, without its `v`.
 * @throws Error for what this action cannot drive.
 */
export function parseVersion(given: string): string {
  const version = given.replace(/^v/, '')
  if (!/^\d+\.\d+\.\d+$/.test(version)) throw new Error(`write a version, such as v${NEWEST}`)
  if (!isDriven(version))
    throw new Error(
      `this action drives v0.10 (v2 prices no plans and compares nothing); write v${NEWEST}, or give the JSON of v2 as 'json'`,
    )
  return version
}

/** What `infracost --version` says; undefined where it says nothing of the kind. */
export function versionIn(output: string): string | undefined {
  return /\bv?(\d+\.\d+\.\d+)/.exec(output)?.[1]
}

/** Whether a version has the commands and the JSON that this action knows. */
export function isDriven(version: string): boolean {
  return version.startsWith('0.10.')
}
