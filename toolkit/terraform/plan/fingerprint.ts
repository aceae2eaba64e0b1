import { createHash, scrypt } from 'node:crypto'

/**
 * Costs: 32 MiB and about a quarter of a second. One of the choices of equal strength that OWASP's Password Storage
 * Cheat Sheet gives for scrypt (N=2^15, r=8, p=3), taken for its memory.
 */
const LOG_N = 15
const BLOCK = 8
const PARALLEL = 3
const LENGTH = 32

/** What the same plan must differ by: equal plans of two root modules shall not be known as equal. */
export interface Salt {
  /** `owner/name`. */
  readonly repository: string
  /** Relative to the workspace. */
  readonly directory: string
  /** The workspace of the tool, such as `default`. */
  readonly workspace: string
}

/**
 * The public stand-in of a plan's digest: equal where digest and salt are. Because it is slow, nobody finds a
 * sensitive value by trying candidates in the time that a fast hash would need; the salt has to be the same in the
 * review and in the apply, and so is no secret.
 * @param digest of a plan (`Plan.digest`)
 * @returns `scrypt$15$8$3$…`: the parameters, and the hash in base64url
 */
export function fingerprint(digest: string, { repository, directory, workspace }: Salt): Promise<string> {
  // JSON keeps ('a/b', 'c') and ('a', 'b/c') apart.
  const salt = createHash('sha256')
    .update(JSON.stringify(['plan fingerprint', repository.toLowerCase(), directory, workspace]))
    .digest()
  const options = { N: 2 ** LOG_N, r: BLOCK, p: PARALLEL, maxmem: 2 ** 26 }
  return new Promise((resolve, reject) =>
    scrypt(digest, salt, LENGTH, options, (error, key) => {
      if (error) reject(error)
      else resolve(`scrypt$${LOG_N}$${BLOCK}$${PARALLEL}$${key.toString('base64url')}`)
    }),
  )
}
