import { type Difference, difference, kindOf, type Reading, resourceChange } from './change.ts'
import { failedChecks, failedCondition } from './checks.ts'
import { digest } from './digest.ts'
import { invocation } from './invocations.ts'
import { type Json, member, parseJson, text, texts } from './json.ts'
import type {
  ActionInvocation,
  DeferredChange,
  FailedCheck,
  OutputChange,
  Plan,
  ResourceChange,
} from './model.ts'
import { isPlainNoOp, mayHide } from './no-op.ts'
import { relevant } from './relevance.ts'
import { rankOf } from './room.ts'
import { stepOf } from './route.ts'
import type { Path, Visitor } from './scan.ts'
import { addOutputs, addVariables } from './secrets.ts'

/** A plan that is being read. */
export interface Draft {
  readonly visitor: Visitor
  formatVersion(): string | undefined
  /** All that was read, not masked by value yet. */
  finish(): Plan
}

/** Begins to read a plan; the visitor is for its JSON. */
export function draftPlan(reading: Reading): Draft {
  const facts = new Map<string, Json>()
  const changes: ResourceChange[] = []
  const drift: ResourceChange[] = []
  const outputs: OutputChange[] = []
  const checks: FailedCheck[] = []
  const deferred: DeferredChange[] = []
  const invocations: ActionInvocation[] = []
  const configuration: Record<string, Json> = Object.create(null)
  const hash = digest()

  function add(list: ResourceChange[], raw: Json): void {
    const change = resourceChange(raw, reading)
    if (change.kind === 'no-op') return
    const at = list.push(change) - 1
    makeRoom(change.kind, change, () => {
      list[at] = { ...change, attributes: undefined }
    })
  }

  function makeRoom(kind: ResourceChange['kind'], { attributes }: Difference, drop: () => void): void {
    reading.room.take(rankOf(kind), attributes, drop)
  }

  function addOutput(name: string, bytes: Buffer): void {
    const raw = parsed(bytes)
    const actions = texts(member(raw, 'actions'))
    const kind = kindOf(actions, false, false)
    const output = {
      name,
      kind,
      ...difference(raw, reading, { keeps: reading.room.has(rankOf(kind)), name }),
    }
    if (kind === 'no-op') return
    hash.update('output_changes', Buffer.from(JSON.stringify(name)))
    hash.update('output_changes', bytes)
    const at = outputs.push(output) - 1
    makeRoom(kind, output, () => {
      outputs[at] = { ...output, attributes: undefined }
    })
  }

  function addDeferred(raw: Json): void {
    const change = resourceChange(member(raw, 'resource_change') ?? null, reading)
    const reason = text(member(raw, 'reason')) ?? 'unknown'
    const at = deferred.push({ reason, change }) - 1
    makeRoom(change.kind, change, () => {
      deferred[at] = { reason, change: { ...change, attributes: undefined } }
    })
  }

  function addResource(bytes: Buffer): void {
    if (isPlainNoOp(bytes) && !reading.redaction.any) return
    const before = changes.length
    add(changes, parsed(bytes))
    if (changes.length > before) hash.update('resource_changes', bytes)
  }

  function addValues(path: Path, bytes: Buffer): void {
    if (path.at(-1) === 'outputs') addOutputs(reading.secrets, parsed(bytes))
    else if (mayHide(bytes) || reading.redaction.any) {
      const resource = parsed(bytes)
      const value = member(resource, 'values') ?? null
      reading.secrets.addMarked(value, member(resource, 'sensitive_values'))
      if (reading.redaction.any) difference({ before: value, after: value }, reading, { keeps: false })
    }
  }

  const sections: Record<string, (bytes: Buffer, path: Path) => unknown> = {
    resource_changes: addResource,
    resource_drift: bytes => add(drift, parsed(bytes)),
    output_changes: (bytes, path) => addOutput(String(path[1]), bytes),
    deferred_changes(bytes) {
      hash.update('deferred_changes', bytes)
      addDeferred(parsed(bytes))
    },
    action_invocations(bytes) {
      hash.update('action_invocations', bytes)
      invocations.push(invocation(parsed(bytes), false, reading))
    },
    deferred_action_invocations(bytes) {
      hash.update('deferred_action_invocations', bytes)
      invocations.push(invocation(parsed(bytes), true, reading))
    },
    checks: bytes => checks.push(...failedChecks(parsed(bytes))),
    condition_results: bytes => checks.push(...failedCondition(parsed(bytes))),
    planned_values: (bytes, path) => addValues(path, bytes),
    prior_state: (bytes, path) => addValues(path, bytes),
    configuration: (bytes, path) => plant(configuration, path.slice(1), parsed(bytes)),
  }

  function take(path: Path, bytes: Buffer): void {
    const section = String(path[0])
    const read = Object.hasOwn(sections, section) ? sections[section] : undefined
    if (read) read(bytes, path)
    else facts.set(section, parsed(bytes))
  }

  function finish(): Plan {
    const variables = facts.get('variables')
    const given = (name: string) => member(member(variables, name), 'value')
    addVariables(reading.secrets, member(configuration, 'root_module'), given)
    if (reading.redaction.any)
      for (const [name, variable] of Object.entries(variables ?? {}))
        if (reading.redaction.hides({ up: undefined, key: name }))
          reading.secrets.add(member(variable, 'value'))
    return {
      terraformVersion: text(facts.get('terraform_version')),
      changes,
      outputs,
      drift: drift.map(change => relevant(change, facts.get('relevant_attributes'))),
      checks,
      deferred,
      invocations,
      complete: truth(facts.get('complete')),
      errored: facts.get('errored') === true,
      applyable: truth(facts.get('applyable')),
      sensitiveValues: reading.secrets.values(),
      digest: hash.hex(),
    }
  }

  return {
    visitor: {
      step: stepOf,
      take,
      pieces: new Set(['variables', 'configuration']),
      piece: (key, bytes) => hash.update(key, bytes),
    },
    formatVersion: () => text(facts.get('format_version')),
    finish,
  }
}

function parsed(bytes: Buffer): Json {
  return parseJson(bytes.toString())
}

function truth(value: Json | undefined): boolean | undefined {
  return typeof value === 'boolean' ? value : undefined
}

function plant(tree: Record<string, Json>, path: Path, value: Json): void {
  const [key, ...below] = path.map(String)
  if (key === undefined) return
  if (below.length === 0) {
    tree[key] = value
    return
  }
  const branch = (tree[key] ?? Object.create(null)) as Record<string, Json>
  tree[key] = branch
  plant(branch, below, value)
}
