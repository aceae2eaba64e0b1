import type { World } from '../../../../toolkit/action/run.ts'
import { ConnectionError, httpSender } from '../../../../toolkit/http/request.ts'
import type { AppName } from '../given.ts'
import { ArgoError, readAnswer } from './refusal.ts'
import type { Application, Events, Node, Tree } from './types.ts'

/** Milliseconds that one request may take. */
const TIMEOUT = 20_000
/** Milliseconds for what is nice to know when all else is over. */
const DETAIL_TIMEOUT = 8000
const LARGEST_ANSWER = 64 * 1024 * 1024
const REMEDIES = {
  distrusted: "give the certificate of its authority as 'ca'",
  absent: "check the port in 'server'",
}

/** Argo CD's API, as far as it is asked. Each request is made once, and throws ArgoError where it is refused. */
export interface ArgoCD {
  /** @param refresh has Argo CD look at git and the cluster first, and waits for that. */
  application(name: AppName, options: { refresh: boolean; timeout: number }): Promise<Application>
  tree(name: AppName): Promise<Tree>
  events(name: AppName, node: Node): Promise<Events>
  close(): void
}

/** A client; the token goes to `server` and nowhere else. */
export async function connect(
  { server, token, ca }: { server: string; token: string; ca: string | undefined },
  world: Pick<World, 'env' | 'signal'>,
): Promise<ArgoCD> {
  const { send, close } = await httpSender({
    env: world.env,
    signal: world.signal,
    timeout: TIMEOUT,
    largestBody: LARGEST_ANSWER,
    ca,
    remedies: REMEDIES,
  })
  const headers = { authorization: `Bearer ${token}`, accept: 'application/json' }
  const get = async (path: string, name: AppName, query: Record<string, string>, timeout = TIMEOUT) => {
    const url = new URL(`${server}/api/v1/applications/${path}`)
    if (name.namespace !== undefined) url.searchParams.set('appNamespace', name.namespace)
    for (const [key, value] of Object.entries(query)) url.searchParams.set(key, value)
    try {
      return readAnswer(server, name, await send(url, { headers, timeout: Math.max(1, timeout) }))
    } catch (thrown) {
      if (thrown instanceof ConnectionError) throw new ArgoError(thrown.message, 0)
      throw thrown
    }
  }
  return {
    application: async (name, { refresh, timeout }) =>
      demandApplication(server, await get(name.name, name, refresh ? { refresh: 'normal' } : {}, timeout)),
    tree: name => get(`${name.name}/resource-tree`, name, {}, DETAIL_TIMEOUT),
    events: (name, { namespace = '', name: resource = '', uid = '' }) =>
      get(
        `${name.name}/events`,
        name,
        {
          resourceNamespace: namespace,
          resourceName: resource,
          resourceUID: uid,
        },
        DETAIL_TIMEOUT,
      ),
    close,
  }
}

function demandApplication(server: string, given: object): Application {
  const found = given as Application
  if (typeof found.metadata === 'object' && typeof found.metadata?.name === 'string') return found
  throw new ArgoError(`${server} answers with something that is no application; is it Argo CD?`, 400)
}
