/** What is read of an application (Argo CD's API, `v1alpha1Application`); a server may leave out anything. */
export interface Application {
  readonly metadata?: {
    readonly name?: string
    readonly namespace?: string
    readonly deletionTimestamp?: string
    readonly annotations?: Readonly<Record<string, string>>
    readonly ownerReferences?: readonly { readonly kind?: string }[]
  }
  readonly spec?: {
    readonly source?: Source
    readonly sources?: readonly Source[]
    /** Where Argo CD renders the manifests into git first, and syncs from there. */
    readonly sourceHydrator?: { readonly drySource?: Source }
    readonly syncPolicy?: {
      readonly automated?: {
        readonly enabled?: boolean
        readonly prune?: boolean
        readonly selfHeal?: boolean
      }
    }
  }
  /** Asked for, and not begun. */
  readonly operation?: object
  readonly status?: ApplicationStatus
}

export interface Source {
  readonly repoURL?: string
  readonly targetRevision?: string
  /** Of a registry of charts. */
  readonly chart?: string
}

export interface ApplicationStatus {
  readonly sync?: Revisions & { readonly status?: string }
  readonly health?: { readonly status?: string }
  readonly operationState?: OperationState
  readonly resources?: readonly ResourceStatus[]
  readonly conditions?: readonly Condition[]
  /** When Argo CD last compared. */
  readonly reconciledAt?: string
  readonly sourceHydrator?: {
    readonly currentOperation?: { readonly phase?: string; readonly message?: string }
    readonly lastSuccessfulOperation?: Hydration
  }
}

/** Of which commit the manifests were rendered, and the commit that holds them. */
interface Hydration {
  readonly drySHA?: string
  readonly hydratedSHA?: string
}

/** One revision, or those of several sources in their order. */
export interface Revisions {
  readonly revision?: string
  readonly revisions?: readonly string[]
}

export interface OperationState {
  readonly phase?: string
  readonly message?: string
  readonly retryCount?: number
  readonly startedAt?: string
  readonly finishedAt?: string
  readonly operation?: { readonly sync?: Revisions }
  readonly syncResult?: Revisions & { readonly resources?: readonly ResourceResult[] }
}

export interface Condition {
  readonly type?: string
  readonly message?: string
}

interface ResourceName {
  readonly group?: string
  readonly kind?: string
  readonly namespace?: string
  readonly name?: string
}

/** What became of a resource in a sync. */
export interface ResourceResult extends ResourceName {
  readonly status?: string
  readonly message?: string
  readonly hookPhase?: string
  readonly hookType?: string
}

/** How a resource stands. */
export interface ResourceStatus extends ResourceName {
  readonly status?: string
  readonly health?: Health
  readonly requiresPruning?: boolean
}

export interface Health {
  readonly status?: string
  readonly message?: string
}

/** `v1alpha1ApplicationTree`: resources with all that Kubernetes made of them. */
export interface Tree {
  readonly nodes?: readonly Node[]
}

export interface Node extends ResourceName {
  readonly uid?: string
  /** What it was made by; empty where git has it. */
  readonly parentRefs?: readonly ResourceName[]
  readonly health?: Health
  readonly info?: readonly { readonly name?: string; readonly value?: string }[]
}

/** `v1EventList`. */
export interface Events {
  readonly items?: readonly KubernetesEvent[] | null
}

export interface KubernetesEvent {
  readonly type?: string
  readonly reason?: string
  readonly message?: string
  readonly count?: number
  readonly lastTimestamp?: string | null
  readonly eventTime?: string | null
}

/** The revision of each source, in their order; empty where there is none. */
export function revisionsBySource(given: Revisions | undefined): readonly string[] {
  const several = given?.revisions ?? []
  return several.some(revision => revision !== '') ? several : given?.revision ? [given.revision] : []
}

/** All revisions that are named. */
export function revisionsOf(given: Revisions | undefined): readonly string[] {
  return revisionsBySource(given).filter(revision => revision !== '')
}

/** What a sync brought, or was to bring: one that fails before it begins has no result. */
export function syncOf(operation: OperationState | undefined): Revisions | undefined {
  const result = operation?.syncResult
  return revisionsOf(result).length > 0 ? result : operation?.operation?.sync
}

/** The sources of an application, in their order. */
export function sourcesOf({ spec }: Application): readonly Source[] {
  const dry = spec?.sourceHydrator?.drySource
  if (dry !== undefined) return [dry]
  return spec?.sources?.length ? spec.sources : spec?.source ? [spec.source] : []
}

/** Whether a source is a chart or another artifact of a registry, which has versions, and no commits. */
export function isArtifact({ chart = '', repoURL = '' }: Source): boolean {
  return chart !== '' || repoURL.startsWith('oci://')
}
