import { randomBytes } from 'node:crypto'

/** Where downloads lie, at addresses that nobody can guess and that need no token. */
export interface Blobs {
  /** The address of these bytes. */
  offer(bytes: Buffer): string
  /** What lies at a path of this server, or undefined. */
  find(path: string): Buffer | undefined
}

/** An empty store below `address.url`, which may be filled in later. */
export function createBlobs(address: { readonly url: string }): Blobs {
  const byPath = new Map<string, Buffer>()
  return {
    offer(bytes) {
      const path = `/_blobs/${randomBytes(18).toString('hex')}`
      byPath.set(path, bytes)
      return `${address.url}${path}`
    },
    find: path => byPath.get(path),
  }
}
