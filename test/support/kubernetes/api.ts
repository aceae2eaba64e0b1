import { Agent, request } from 'node:https'
import { text } from 'node:stream/consumers'

/** Where a Kubernetes API is, and how to be let in. */
export interface ApiAccess {
  readonly url: string
  readonly token: string
  /** The certificate of its authority, in PEM. */
  readonly ca: string
}

/** A Kubernetes API. */
export interface Api {
  /**
   * @param body of a PATCH, a JSON merge patch (RFC 7396).
   * @throws Error with what the API says where it refuses.
   */
  call<T>(method: string, path: string, body?: object): Promise<T>
  close(): void
}

/** A client of a Kubernetes API. */
export function connectApi({ url, token, ca }: ApiAccess): Api {
  const agent = new Agent({ ca, keepAlive: true })
  return {
    async call<T>(method: string, path: string, body?: object) {
      const type = method === 'PATCH' ? 'application/merge-patch+json' : 'application/json'
      const headers = { authorization: `Bearer ${token}`, 'content-type': type }
      const { status, said } = await new Promise<{ status: number; said: string }>((resolve, reject) => {
        const asked = request(`${url}${path}`, { method, headers, agent }, answer => {
          text(answer).then(said => resolve({ status: answer.statusCode ?? 0, said }), reject)
        })
        asked.once('error', reject).end(body && JSON.stringify(body))
      })
      if (status >= 300) throw new Error(`${method} ${path}: ${status} ${said}`)
      return JSON.parse(said) as T
    },
    close: () => agent.destroy(),
  }
}
