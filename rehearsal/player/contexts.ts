import type { Event } from './events.ts'
import type { Host } from './host.ts'
import type { Workflow } from './workflow/model.ts'

/** What tells one run from another. */
export interface RunIdentity {
  readonly runId: number
  readonly runNumber: number
  /** From 1; how often it was begun. */
  readonly runAttempt: number
}

/** The `github` context of a run, without what only a job knows (docs.github.com, "Contexts reference"). */
export function githubContext(
  host: Host,
  workflow: Workflow,
  event: Event,
  { runId, runNumber, runAttempt }: RunIdentity,
): Record<string, unknown> {
  const { fullName } = event.repository
  const refName = event.ref.replace(/^refs\/(heads|tags|pull)\//, '')
  const { repository, sender } = event.payload as {
    repository?: { id?: number; owner?: { id?: number } }
    sender?: { id?: number }
  }
  return {
    actor: event.actor,
    // Only GitHub's own payloads know these numbers.
    ...(sender?.id !== undefined && { actor_id: String(sender.id) }),
    ...(repository?.id !== undefined && { repository_id: String(repository.id) }),
    ...(repository?.owner?.id !== undefined && { repository_owner_id: String(repository.owner.id) }),
    api_url: host.apiUrl,
    base_ref: event.baseRef,
    event: { ...event.payload, workflow: workflow.path },
    event_name: event.occurrence.name,
    graphql_url: host.graphqlUrl,
    head_ref: event.headRef,
    ref: event.ref,
    ref_name: refName,
    ref_protected: false,
    ref_type: event.ref.startsWith('refs/tags/') ? 'tag' : 'branch',
    repository: fullName,
    repository_owner: fullName.split('/')[0],
    repositoryUrl: `${host.url.replace(/^http/, 'git')}/${fullName}.git`,
    retention_days: '90',
    run_attempt: String(runAttempt),
    run_id: String(runId),
    run_number: String(runNumber),
    secret_source: 'Actions',
    server_url: host.url,
    sha: event.sha,
    triggering_actor: event.actor,
    workflow: workflow.name,
    workflow_ref: `${fullName}/${workflow.path}@${event.ref}`,
    workflow_sha: event.sha,
  }
}

// The parts of the context that steps also get as variables (docs.github.com, "Variables reference").
const VARIABLES = [
  'actor',
  'actor_id',
  'api_url',
  'base_ref',
  'event_name',
  'graphql_url',
  'head_ref',
  'job',
  'ref',
  'ref_name',
  'ref_protected',
  'ref_type',
  'repository',
  'repository_id',
  'repository_owner',
  'repository_owner_id',
  'retention_days',
  'run_attempt',
  'run_id',
  'run_number',
  'server_url',
  'sha',
  'triggering_actor',
  'workflow',
  'workflow_ref',
  'workflow_sha',
  'workspace',
  'event_path',
]

/** `GITHUB_*`, as far as the context decides them. */
export function githubVariables(context: Readonly<Record<string, unknown>>): Record<string, string> {
  return Object.fromEntries(
    VARIABLES.map(name => [`GITHUB_${name.toUpperCase()}`, String(context[name] ?? '')]),
  )
}

/** The `inputs` context of a dispatched run: what was given, and the defaults of the rest, booleans as such. */
export function dispatchInputs(workflow: Workflow, event: Event): Record<string, unknown> {
  const declared = workflow.on.workflow_dispatch?.inputs ?? {}
  if (event.occurrence.name !== 'workflow_dispatch') return {}
  for (const name of Object.keys(event.inputs))
    if (!Object.hasOwn(declared, name)) throw new Error(`${workflow.path} takes no input '${name}'`)
  return Object.fromEntries(
    Object.entries(declared).map(([name, input]) => {
      const value = event.inputs[name] ?? input.default ?? ''
      if (input.required && value === '') throw new Error(`${workflow.path}: the input '${name}' is required`)
      return [name, input.type === 'boolean' ? String(value) === 'true' : String(value)]
    }),
  )
}
