/** Why ssh could not log in, and what to do about it. */
export interface Refusal {
  /** `wait`: it may pass by itself; `key`: it passes within seconds, as first boot installs the keys; `final`. */
  readonly kind: 'wait' | 'key' | 'final'
  readonly why: string
}

const REFUSALS: readonly (readonly [RegExp, Refusal['kind'], string])[] = [
  [
    /REMOTE HOST IDENTIFICATION HAS CHANGED|Host key for .* has changed/,
    'final',
    "the host key of HOST is not the one that is known, so it may be another machine: if it was made anew, take its new key into 'known-hosts' (or out of ~/.ssh/known_hosts), by 'ssh-keyscan'",
  ],
  [
    /No \S+ host key is known for|Host key verification failed/,
    'final',
    "'known-hosts' has no key of HOST; add the lines that 'ssh-keyscan' prints, compared with the machine's own",
  ],
  [
    /System is booting up|pam_nologin|not permitted to log in yet/i,
    'wait',
    'it is still booting and lets nobody in yet',
  ],
  [/Too many authentication failures/, 'final', "too many keys were offered; give 'ssh-private-key'"],
  [
    /Permission denied \(/,
    'key',
    "it refuses the login; is 'ssh-private-key' the one whose public key it has, and the user right?",
  ],
  [/Bad configuration option|terminating, \d+ bad|line \d+: /, 'final', 'ssh cannot read its configuration'],
]

/** It may be a jump host's key. */
const KEY_OWNER = /(?:Host key for|host key is known for) (\S+) (?:has changed|and you)/

/** Why ssh failed, by what it said. */
export function refusalOf(stderr: string): Refusal {
  const lines = stderr.split(/\r?\n/).filter(line => !/^Warning: Permanently added|^@+$|^\s*$/.test(line))
  const last = (lines.at(-1) ?? 'ssh said nothing').slice(0, 300)
  const known = REFUSALS.find(([pattern]) => pattern.test(stderr))
  if (known === undefined) return { kind: 'wait', why: last }
  const [, kind, why] = known
  const host = KEY_OWNER.exec(stderr)?.[1] ?? 'this host'
  return { kind, why: `${why.replace('HOST', host)} (ssh: ${last})` }
}
