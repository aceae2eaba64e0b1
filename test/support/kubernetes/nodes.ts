import { setTimeout as sleep } from 'node:timers/promises'
import type { Api } from './api.ts'

/** What a cluster without nodes lacks. Disposing ends it. */
export interface Nodes extends AsyncDisposable {
  /** From now on this image cannot be pulled. */
  forget(image: string): void
}

interface Pod {
  readonly metadata: { readonly name: string; readonly namespace: string; readonly uid: string }
  readonly spec: { readonly containers: readonly { readonly name: string; readonly image: string }[] }
  readonly status: { readonly phase: string; readonly containerStatuses?: readonly object[] }
}

interface Ingress {
  readonly metadata: { readonly name: string; readonly namespace: string }
  readonly status: { readonly loadBalancer?: { readonly ingress?: readonly object[] } }
}

/**
 * Stands in for kubelets and for a controller of load balancers: reports pods as started, or as waiting for an image
 * that nobody has, and gives each Ingress an address. Nothing runs.
 */
export function playNodes(api: Api): Nodes {
  const missing = new Set<string>()
  const stopping = new AbortController()
  const done = (async () => {
    while (!stopping.signal.aborted) {
      await report(api, missing)
      await sleep(200, undefined, { signal: stopping.signal }).catch(() => {})
    }
  })()
  // Whoever disposes hears of it.
  done.catch(() => {})
  return {
    forget: image => void missing.add(image),
    async [Symbol.asyncDispose]() {
      stopping.abort()
      await done
    },
  }
}

async function report(api: Api, missing: ReadonlySet<string>): Promise<void> {
  const { items: pods } = await api.call<{ items: Pod[] }>('GET', '/api/v1/pods')
  for (const pod of pods)
    if (pod.status.phase === 'Pending' && !pod.status.containerStatuses) await start(api, pod, missing)
  const path = '/apis/networking.k8s.io/v1'
  const { items: ingresses } = await api.call<{ items: Ingress[] }>('GET', `${path}/ingresses`)
  for (const { metadata, status } of ingresses) {
    if (status.loadBalancer?.ingress) continue
    const loadBalancer = { ingress: [{ hostname: 'balancer.example.com' }] }
    const { namespace, name } = metadata
    await patch(api, `${path}/namespaces/${namespace}/ingresses/${name}/status`, { loadBalancer })
  }
}

async function start(api: Api, { metadata, spec }: Pod, missing: ReadonlySet<string>): Promise<void> {
  const { namespace, name, uid } = metadata
  const path = `/api/v1/namespaces/${namespace}`
  const lost = spec.containers.find(({ image }) => missing.has(image))?.image
  const now = new Date().toISOString().replace(/\.\d+Z$/, 'Z')
  const condition = (type: string, is: boolean) => ({
    ...{ type, status: is ? 'True' : 'False', lastTransitionTime: now },
  })
  const state = lost
    ? { waiting: { reason: 'ImagePullBackOff', message: `Back-off pulling image "${lost}"` } }
    : { running: { startedAt: now } }
  await patch(api, `${path}/pods/${name}/status`, {
    phase: lost ? 'Pending' : 'Running',
    startTime: now,
    conditions: [
      ...['PodScheduled', 'Initialized'].map(type => condition(type, true)),
      ...['ContainersReady', 'Ready'].map(type => condition(type, !lost)),
    ],
    containerStatuses: spec.containers.map(({ name, image }) => ({
      ...{ name, image, imageID: '', restartCount: 0, state },
      ...{ ready: !lost, started: !lost },
    })),
  })
  if (lost === undefined) return
  await api.call('POST', `${path}/events`, {
    metadata: { generateName: `${name}.` },
    involvedObject: { apiVersion: 'v1', kind: 'Pod', namespace, name, uid },
    ...{ type: 'Warning', reason: 'Failed', message: `Failed to pull image "${lost}": not found` },
    ...{ count: 1, firstTimestamp: now, lastTimestamp: now, source: { component: 'kubelet' } },
  })
}

/** What is gone meanwhile, or was changed by another, is looked at again in the next round. */
async function patch(api: Api, path: string, status: object): Promise<void> {
  await api.call('PATCH', path, { status }).catch((thrown: Error) => {
    if (!/: (404|409) /.test(thrown.message)) throw thrown
  })
}
