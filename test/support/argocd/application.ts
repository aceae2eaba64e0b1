/** An application as Argo CD's controller leads it: it follows git, compares, syncs and watches the rollout. */

type Json = Readonly<Record<string, unknown>>

/** What becomes of a sync, and how long that takes, in milliseconds. */
export interface Rollout {
  /** Until the sync has ended; default: 50. */
  readonly syncMs?: number
  /** How it ends, once Argo CD tries no more (it tries five times unless told otherwise); default: `Succeeded`. */
  readonly phase?: 'Succeeded' | 'Failed' | 'Error'
  readonly message?: string
  /** From then until the last health is reached; default: 50. */
  readonly rolloutMs?: number
  /** Default: `Healthy`. */
  readonly health?: string
  /** What is in `status.resources`, in `syncResult.resources`, in the tree and among the events when all is over. */
  readonly resources?: readonly Json[]
  readonly results?: readonly Json[]
  readonly nodes?: readonly Json[]
  readonly events?: Readonly<Record<string, readonly Json[]>>
}

/** What an application is made from. */
export interface ApplicationOptions {
  readonly name: string
  /** Default: that of Argo CD itself, `argocd`. */
  readonly namespace?: string
  readonly repoURL?: string
  /** What runs at first. */
  readonly revision: string
  /** The newest commit that git has, at each look; default: what runs. */
  readonly head?: () => string | Promise<string>
  /** Default: automated, with pruning and self-healing; undefined in it switches automation off. */
  readonly syncPolicy?: Json
  readonly rollout?: Rollout
  /** Whether a revision differs in the cluster from the one before; default: each does. */
  readonly changes?: (revision: string) => boolean
  /** Further metadata. */
  readonly metadata?: Json
  /** Stands over everything else in `spec`. */
  readonly spec?: Json
  /** Stands over everything else in `status`, from the start. */
  readonly status?: Json
}

/** An application of the fake. */
export interface FakeApplication {
  readonly name: string
  readonly namespace: string
  /** As the API answers. */
  view(): Json
  tree(): Json
  events(uid: string): Json
  /** Looks at git, compares, and begins a sync where that is due. */
  refresh(): Promise<void>
  /** Changes the status by hand, and keeps it so. */
  set(status: Json): void
  stop(): void
}

const AUTOMATED = { automated: { prune: true, selfHeal: true } }
const REPOSITORY = 'https://github.com/acme/manifests.git'

/** Makes an application that is Synced and Healthy at its first revision. */
export function createApplication(options: ApplicationOptions): FakeApplication {
  const { name, namespace = 'argocd', rollout = {}, revision: first } = options
  const { syncPolicy = AUTOMATED, repoURL = REPOSITORY } = options
  const source = { repoURL, path: name, targetRevision: 'main' }
  const timers = new Set<NodeJS.Timeout>()
  let version = 1
  let [live, byHand] = [first, options.status ?? {}]
  const isDone = () => live !== first || Object.keys(byHand).length > 0
  let status: Json = {
    sync: { status: 'Synced', revision: first },
    health: { status: 'Healthy' },
    operationState: operationState('Succeeded', first, { finished: true }),
    reconciledAt: time(),
  }
  const change = (next: Json) => {
    version++
    status = { ...status, ...next }
  }
  const later = (ms: number, act: () => void) => {
    const timer = setTimeout(() => {
      timers.delete(timer)
      act()
    }, ms)
    timers.add(timer)
  }

  function operationState(phase: string, revision: string, more: { finished: boolean; message?: string }) {
    const { results = [] } = rollout
    const over = more.finished && revision !== first
    return {
      phase,
      operation: { sync: { revision }, initiatedBy: { automated: true } },
      startedAt: time(),
      ...(more.message !== undefined && { message: more.message }),
      ...(more.finished && { finishedAt: time() }),
      syncResult: { revision, source, ...(over && results.length > 0 && { resources: results }) },
    }
  }

  function sync(revision: string): void {
    const { syncMs = 50, rolloutMs = 50, phase = 'Succeeded', health = 'Healthy', message } = rollout
    change({ operationState: operationState('Running', revision, { finished: false }) })
    later(syncMs, () => {
      live = revision
      const said =
        message ??
        (phase === 'Succeeded'
          ? 'successfully synced (all tasks run)'
          : 'one or more objects failed to apply')
      change({ operationState: operationState(phase, revision, { finished: true, message: said }) })
      if (phase !== 'Succeeded') return
      change({
        ...{ sync: { status: 'Synced', revision }, reconciledAt: time() },
        health: { status: rolloutMs > 0 ? 'Progressing' : health },
      })
      later(rolloutMs, () => change({ health: { status: health }, reconciledAt: time() }))
    })
  }

  return {
    name,
    namespace,
    view: () => ({
      metadata: { name, namespace, resourceVersion: String(version), ...options.metadata },
      spec: {
        ...{ project: 'default', source, destination: { name: 'in-cluster', namespace: name }, syncPolicy },
        ...options.spec,
      },
      status: { ...status, ...(isDone() && { resources: rollout.resources ?? [] }), ...byHand },
    }),
    tree: () => ({ nodes: isDone() ? (rollout.nodes ?? []) : [] }),
    events: uid => ({ metadata: {}, items: rollout.events?.[uid] ?? [] }),
    async refresh() {
      const revision = (await options.head?.()) ?? live
      const running = (status.operationState as { phase: string }).phase === 'Running'
      const same = revision === live || options.changes?.(revision) === false
      if (same || running) {
        change({ sync: { ...(status.sync as Json), ...(!running && { revision }) }, reconciledAt: time() })
        return
      }
      change({ sync: { status: 'OutOfSync', revision }, reconciledAt: time() })
      const attempted = (status.operationState as { syncResult: { revision: string } }).syncResult.revision
      if ('automated' in syncPolicy && attempted !== revision) sync(revision)
    },
    set(given) {
      version++
      byHand = { ...byHand, ...given }
    },
    stop() {
      for (const timer of timers) clearTimeout(timer)
    },
  }
}

/** Kubernetes writes whole seconds. */
function time(): string {
  return new Date().toISOString().replace(/\.\d+Z$/, 'Z')
}
