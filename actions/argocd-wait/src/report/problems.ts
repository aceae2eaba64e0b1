import type { Application, KubernetesEvent, Node, Tree } from '../api/types.ts'
import { clean } from './words.ts'

/** What is wrong with a resource. */
export interface Problem {
  readonly kind: string
  readonly namespace: string | undefined
  readonly name: string
  /** `Degraded`, `OutOfSync`, `SyncFailed`, `ImagePullBackOff` … */
  readonly state: string
  /** What Argo CD or Kubernetes says of it; may be empty. */
  readonly message: string
  /** For asking after its events; undefined where there is no such object in the cluster. */
  readonly uid?: string
}

interface Named {
  readonly kind?: string
  readonly namespace?: string
  readonly name?: string
}

const BAD_RESULTS = new Set(['SyncFailed', 'PruneFailed'])
const BAD_PHASES = new Set(['Failed', 'Error'])
const WORST_FIRST = ['Degraded', 'Missing', 'Unknown', 'Suspended', 'Progressing']

/**
 * What is wrong, the most telling first: what the sync could not bring, then what is not healthy with all that Kubernetes
 * made of it, then what differs from git.
 */
export function problemsOf(app: Application, tree: Tree): Problem[] {
  const nodes = tree.nodes ?? []
  const found = [...failedResults(app), ...unhealthy(app, nodes), ...different(app)]
  const seen = new Set<string>()
  return found.filter(problem => {
    const key = [problem.kind, problem.namespace, problem.name].join('/')
    if (seen.has(key)) return false
    seen.add(key)
    return true
  })
}

/** The last thing that Kubernetes warned of; undefined where it warned of nothing. */
export function warningIn(events: readonly KubernetesEvent[]): string | undefined {
  const time = ({ lastTimestamp, eventTime }: KubernetesEvent) =>
    Date.parse(lastTimestamp ?? eventTime ?? '') || 0
  const [last] = events.filter(({ type }) => type === 'Warning').sort((a, b) => time(b) - time(a))
  if (last === undefined) return undefined
  const times = (last.count ?? 1) > 1 ? ` (${last.count} times)` : ''
  return clean(`${last.reason ?? 'Warning'}: ${last.message ?? ''}${times}`)
}

function failedResults({ status }: Application): Problem[] {
  const results = status?.operationState?.syncResult?.resources ?? []
  return results
    .filter(one => BAD_RESULTS.has(one.status ?? '') || BAD_PHASES.has(one.hookPhase ?? ''))
    .map(one => {
      const hook = one.hookType ? `${one.hookType} hook ${one.hookPhase}` : undefined
      return problem(one, hook ?? one.status ?? one.hookPhase ?? '', one.message)
    })
}

function unhealthy({ status }: Application, nodes: readonly Node[]): Problem[] {
  const uid = new Map(nodes.map(node => [keyOf(node), node.uid]))
  const own = (status?.resources ?? []).map(one => {
    const { status: state, message } = one.health ?? {}
    return { health: state, problem: problem(one, state ?? '', message, uid.get(keyOf(one))) }
  })
  const made = nodes.filter(isNews).map(node => {
    const why = node.info?.find(({ name }) => name === 'Status Reason')?.value
    const { status: state, message } = node.health ?? {}
    return { health: state, problem: problem(node, why ?? state ?? '', message, node.uid) }
  })
  return [...own, ...made]
    .filter(({ health }) => health !== undefined && health !== '' && health !== 'Healthy')
    .sort((a, b) => rank(a.health) - rank(b.health))
    .map(one => one.problem)
}

/** While a Deployment rolls out, its ReplicaSet says the same. */
function isNews({ kind, parentRefs = [], health }: Node): boolean {
  return kind !== 'ReplicaSet' || parentRefs.length === 0 || health?.status !== 'Progressing'
}

function rank(health = ''): number {
  const place = WORST_FIRST.indexOf(health)
  return place < 0 ? WORST_FIRST.length : place
}

function different({ status }: Application): Problem[] {
  return (status?.resources ?? [])
    .filter(one => one.status === 'OutOfSync')
    .map(one => problem(one, 'OutOfSync', one.requiresPruning ? 'git holds it no more' : ''))
}

const keyOf = ({ kind = '', namespace = '', name = '' }: Named): string => `${kind}/${namespace}/${name}`

function problem(
  { kind = '', namespace, name = '' }: Named,
  state: string,
  message = '',
  uid?: string,
): Problem {
  return {
    kind,
    namespace: namespace || undefined,
    name,
    state,
    message: clean(message),
    ...(uid && { uid }),
  }
}
