import { createServer, request } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { RegistryAccess } from './inspect/registry.ts'

/** A registry as anybody on the internet sees it: whoever asks may pull, nobody may push. */
export interface PublicRegistry extends AsyncDisposable {
  readonly port: number
}

/** Opens a registry that demands a password for everyone who only reads, as Docker Hub's public repositories are. */
export async function openToReaders({ url, username, password }: RegistryAccess): Promise<PublicRegistry> {
  const authorization = `Basic ${Buffer.from(`${username}:${password}`).toString('base64')}`
  const server = createServer((asked, answer) => {
    if (asked.method !== 'GET' && asked.method !== 'HEAD') {
      answer.writeHead(403).end()
      return
    }
    const passed = request(new URL(asked.url ?? '/', url), {
      method: asked.method,
      headers: { ...asked.headers, authorization },
    })
    passed.once('response', told => told.pipe(answer.writeHead(told.statusCode ?? 502, told.headers)))
    passed.once('error', () => answer.destroy())
    answer.once('close', () => passed.destroy())
    passed.end()
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  return {
    port: (server.address() as AddressInfo).port,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections()
      await new Promise(resolve => server.close(resolve))
    },
  }
}
