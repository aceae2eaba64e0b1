import { isForCheck, kindOf, resourceChange } from './change.ts'
import { failedChecks, failedCondition } from './checks.ts'
import { addSensitiveValues, type Difference, difference, type Reading } from './difference.ts'
import { digest } from './digest.ts'
import { invocation } from './invocations.ts'
import { type Json, member, text, texts } from './json.ts'
import type {
  ActionInvocation,
  DeferredChange,
  FailedCheck,
  OutputChange,
  Plan,
  ResourceChange,
} from './model.ts'
import { relevant } from './relevance.ts'
import { rankOf } from './room.ts'
import { stepOf } from './route.ts'
import type { Path, Visitor } from './scan.ts'
import { addOutputs, addVariables } from './secrets.ts'
import { membersOf, parseSlice, type Slice } from './slice.ts'
import { COLON, type Looks } from './tokens.ts'

/** A plan that is being read. */
export interface Draft {
  readonly visitor: Visitor
  formatVersion(): string | undefined
  /** Names of the document's members. */
  readonly members: ReadonlySet<string | number>
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
  const members = new Set<string | number>()
  const hash = digest()
  const driftHash = digest()
  /** Objects that the plan names, also where they stay as they are. */
  let objects = 0

  function add(list: ResourceChange[], change: ResourceChange): void {
    const at = list.push(change) - 1
    makeRoom(change.kind, change, () => {
      list[at] = { ...change, attributes: undefined }
    })
  }

  function addChange(raw: Slice, spaced: boolean): void {
    const change = resourceChange(raw, reading)
    if (change.mode === 'managed') objects++
    if (change.kind === 'no-op') return
    add(changes, change)
    if (!isForCheck(change)) hash.add('resource_changes', raw.bytes, spaced)
  }

  function addDrift(raw: Slice, spaced: boolean): void {
    const change = resourceChange(raw, reading)
    // That an object has another address did not happen outside.
    if (change.kind === 'no-op' || change.kind === 'move') return
    add(drift, change)
    driftHash.add('resource_drift', raw.bytes, spaced)
  }

  function makeRoom(kind: ResourceChange['kind'], { attributes }: Difference, drop: () => void): void {
    reading.room.take(rankOf(kind), attributes, drop)
  }

  function addOutput(name: string, raw: Slice, spaced: boolean): void {
    const change = membersOf(raw)
    const kind = kindOf(texts(parseSlice(change.get('actions'))), false, false)
    const keeps = reading.room.has(rankOf(kind))
    const output = { name, kind, ...difference(change, reading, { keeps, name }) }
    if (kind === 'no-op') return
    hash.add('output_changes', Buffer.from(JSON.stringify(name)), false)
    hash.add('output_changes', raw.bytes, spaced)
    const at = outputs.push(output) - 1
    makeRoom(kind, output, () => {
      outputs[at] = { ...output, attributes: undefined }
    })
  }

  function addDeferred(raw: Slice): void {
    const members = membersOf(raw)
    const change = resourceChange(members.get('resource_change'), reading)
    const reason = text(parseSlice(members.get('reason'))) ?? 'unknown'
    const at = deferred.push({ reason, change }) - 1
    makeRoom(change.kind, change, () => {
      deferred[at] = { reason, change: { ...change, attributes: undefined } }
    })
  }

  function addValues(path: Path, raw: Slice): void {
    if (path.at(-1) === 'outputs') addOutputs(reading.secrets, parseSlice(raw))
    else if (reading.redaction.any || mayHide(raw)) {
      const resource = membersOf(raw, ['values', 'sensitive_values'])
      addSensitiveValues(reading, resource)
      const values = resource.get('values')
      if (reading.redaction.any && values)
        difference(new Map([['before', values]]), reading, { keeps: false })
    }
  }

  const sections: Record<string, (raw: Slice, path: Path, spaced: boolean) => unknown> = {
    resource_changes: (raw, _, spaced) => addChange(raw, spaced),
    resource_drift: (raw, _, spaced) => addDrift(raw, spaced),
    output_changes: (raw, path, spaced) => addOutput(String(path[1]), raw, spaced),
    deferred_changes(raw, _, spaced) {
      hash.add('deferred_changes', raw.bytes, spaced)
      addDeferred(raw)
    },
    action_invocations(raw, _, spaced) {
      hash.add('action_invocations', raw.bytes, spaced)
      invocations.push(invocation(raw, false, reading))
    },
    deferred_action_invocations(raw, _, spaced) {
      hash.add('deferred_action_invocations', raw.bytes, spaced)
      invocations.push(invocation(raw, true, reading))
    },
    checks: raw => checks.push(...failedChecks(parseSlice(raw))),
    condition_results: raw => checks.push(...failedCondition(parseSlice(raw))),
    planned_values: (raw, path) => addValues(path, raw),
    prior_state: (raw, path) => addValues(path, raw),
    configuration: (raw, path) => plant(configuration, path.slice(1), parseSlice(raw) ?? null),
  }

  function take(path: Path, bytes: Buffer, { spaced, longNumbers, ends }: Looks): void {
    const section = String(path[0])
    const raw = { bytes, from: 0, to: bytes.length, longNumbers, ends }
    const read = Object.hasOwn(sections, section) ? sections[section] : undefined
    if (read) read(raw, path, spaced)
    else facts.set(section, parseSlice(raw) ?? null)
  }

  function finish(): Plan {
    const variables = facts.get('variables')
    const given = (name: string) => member(member(variables, name), 'value')
    addVariables(reading.secrets, member(configuration, 'root_module'), given)
    if (reading.redaction.any)
      for (const [name, variable] of Object.entries(variables ?? {}))
        if (reading.redaction.hides({ up: undefined, key: name }))
          reading.secrets.add(member(variable, 'value'))
    const applyable = truth(facts.get('applyable'))
    // Any other plan names each object of the state.
    const errored = facts.get('errored') === true
    const refreshOnly = drift.length > 0 && objects + deferred.length === 0 && !errored && applyable !== false
    if (refreshOnly) hash.add('resource_drift', Buffer.from(driftHash.hex()), false)
    return {
      terraformVersion: text(facts.get('terraform_version')),
      changes,
      outputs,
      drift: refreshOnly ? drift : drift.map(change => relevant(change, facts.get('relevant_attributes'))),
      checks,
      deferred,
      invocations,
      complete: truth(facts.get('complete')),
      errored,
      applyable,
      refreshOnly,
      sensitiveValues: reading.secrets.values(),
      digest: hash.hex(),
    }
  }

  return {
    visitor: {
      step(path) {
        if (path.length === 1 && path[0] !== undefined) members.add(path[0])
        return stepOf(path)
      },
      take,
      pieces: new Set(['variables', 'configuration']),
      piece: hash.piece,
    },
    members,
    formatVersion: () => text(facts.get('format_version')),
    finish,
  }
}

/** Whether a resource may mark any of its values as sensitive; told without looking at its values. */
function mayHide({ bytes, ends }: Slice): boolean {
  for (let i = (ends?.count ?? 0) - 1; ends && i >= 0; i--)
    if (isNamed(bytes, ends.from[i]!, MARKS)) return bytes.subarray(ends.from[i], ends.to[i]).includes('true')
  return bytes.includes(MARKS)
}

const MARKS = '"sensitive_values"'

/** Whether the value that begins there is a member of that name, in quotes. */
function isNamed(bytes: Buffer, from: number, name: string): boolean {
  let at = from - 1
  while (bytes[at]! <= 0x20 || bytes[at] === COLON) at--
  for (let i = name.length - 1; i >= 0; i--, at--) if (bytes[at] !== name.charCodeAt(i)) return false
  return true
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
