/** Why git could not fetch or push, as far as its words tell. */
export type Verdict =
  /** Someone else was first: read the branch again and start over. */
  | { readonly kind: 'race' }
  /** The network or the server had a hiccup: the same again may work. It is unknown whether a push arrived. */
  | { readonly kind: 'hiccup' }
  /** Trying again cannot help. */
  | { readonly kind: 'final'; readonly because: Refusal }

/** What stands in the way for good. */
export type Refusal =
  | 'credentials'
  | 'read-only'
  | 'protected'
  | 'not-found'
  | 'no-branch'
  | 'ssh-key'
  | 'host-key'
  | 'unknown'

const FINAL: readonly [Refusal, RegExp][] = [
  ['protected', /\bGH0\d\d\b|protected branch|rule violations|hook declined|\bpushing is not allowed\b/i],
  ['ssh-key', /error in libcrypto|invalid format|incorrect passphrase|bad permissions/i],
  ['host-key', /Host key verification failed|REMOTE HOST IDENTIFICATION HAS CHANGED/i],
  [
    'read-only',
    /error: 403|Write access to repository not granted|marked as read.only|Permission to .* denied/i,
  ],
  [
    'credentials',
    /error: 401|Authentication failed|could not read (Username|Password)|Permission denied \(/i,
  ],
  ['no-branch', /couldn't find remote ref/i],
  [
    'not-found',
    /error: 404|repository '.*' not found|Repository not found|does not appear to be a git repository/i,
  ],
]

const RACE =
  /\[rejected\]|non-fast-forward|fetch first|stale info|cannot lock ref|incorrect old value provided|failed to update ref|reference already exists|is at [0-9a-f]{7,} but expected/i

const HICCUP =
  /error: (429|5\d\d)|HTTP (429|5\d\d)|early EOF|unexpected disconnect|hung up|timed out|gave no answer within|too slow|Connection (refused|reset|closed)|Could not resolve host|Failed to connect|Couldn't connect|Recv failure|Send failure|Empty reply|transfer closed|GnuTLS recv|SSL_ERROR_SYSCALL|unpacker error|Internal Server Error/i

/** Tells the failures of `git fetch`, `git ls-remote` and `git push` apart by their output (both streams). */
export function classify(said: string): Verdict {
  const refusal = FINAL.find(([, words]) => words.test(said))
  if (refusal) return { kind: 'final', because: refusal[0] }
  if (RACE.test(said)) return { kind: 'race' }
  if (HICCUP.test(said)) return { kind: 'hiccup' }
  return { kind: 'final', because: 'unknown' }
}
