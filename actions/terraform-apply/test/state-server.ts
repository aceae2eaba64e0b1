import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import { setTimeout as sleep } from 'node:timers/promises'

/** A state on an HTTP server, with a lock (Terraform's "http" backend). */
export interface StateServer extends AsyncDisposable {
  readonly url: string
  /** The state as it was last saved. */
  state: string
  /** What the holder of the lock says of itself. */
  lock: string | undefined
  /** How many of the next attempts to save it fail. */
  failing: number
  /** Milliseconds that each saving takes. */
  slowness: number
}

export async function startStateServer(): Promise<StateServer> {
  const at: Omit<StateServer, 'url' | typeof Symbol.asyncDispose> = {
    slowness: 0,
    state: '',
    lock: undefined,
    failing: 0,
  }
  const server = createServer(async (request, response) => {
    const body = await text(request)
    const reply = (status: number, said = '') => response.writeHead(status).end(said)
    switch (request.method) {
      case 'GET':
        return at.state === '' ? reply(404) : reply(200, at.state)
      case 'POST':
        if (at.failing > 0) {
          at.failing--
          return reply(500, 'no')
        }
        await sleep(at.slowness)
        at.state = body
        return reply(200)
      case 'LOCK':
        if (at.lock !== undefined) return reply(423, at.lock)
        at.lock = body
        return reply(200)
      default:
        at.lock = undefined
        return reply(200)
    }
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`
  return Object.assign(at, {
    url,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections()
      await new Promise(resolve => server.close(resolve))
    },
  })
}

/** The backend, as it stands in a configuration. */
export function httpBackend(url: string): string {
  return `terraform {
  backend "http" {
    address        = "${url}"
    lock_address   = "${url}"
    unlock_address = "${url}"
    retry_max      = 0
  }
}
`
}
