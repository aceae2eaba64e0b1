import { type Diagnostic, diagnosticOf } from './diagnostics.ts'

/** A line of `terraform plan -json` or `apply -json` (Terraform's "Machine-Readable UI"). */
export type Message = { readonly text: string } & (
  | { readonly type: 'diagnostic'; readonly diagnostic: Diagnostic }
  | { readonly type: 'planned_change' | 'resource_drift'; readonly address: string; readonly action: string }
  | { readonly type: 'change_summary'; readonly changes: ChangeSummary }
  | {
      readonly type: 'apply_start' | 'apply_progress' | 'apply_complete' | 'apply_errored'
      readonly address: string
      /** `create`, `update`, `delete`, … */
      readonly action: string
      readonly seconds: number | undefined
    }
  | { readonly type: 'outputs'; readonly outputs: Readonly<Record<string, PrintedOutput>> }
  /** Any other message, and lines that are no JSON. */
  | { readonly type: 'other' }
)

/** The counts in `change_summary`. */
export interface ChangeSummary {
  readonly operation: string
  readonly add: number
  readonly change: number
  readonly remove: number
  readonly import: number
}

/** An output in `outputs`; a sensitive one has no value. */
export interface PrintedOutput {
  readonly sensitive: boolean
  readonly value?: unknown
}

/**
 * A line on an object without its keys and its id. While a plan is made they may hold what only the finished plan
 * tells to be secret.
 */
export function withoutKeys(text: string): string {
  return text.replace(/\["(?:[^"\\]|\\.)*"\]/g, '[…]').replace(/ \[id=.*\]$/s, '')
}

/** Reads one line; `text` is what to log. Never throws: what is not understood is `other`. */
export function parseMessage(line: string): Message {
  const json = parsed(line)
  if (json === undefined) return { type: 'other', text: line }
  const text = typeof json['@message'] === 'string' ? json['@message'] : line
  return { ...known(json), text }
}

type Bare = Message extends infer M ? (M extends unknown ? Omit<M, 'text'> : never) : never
type Json = Record<string, unknown>

function known(json: Json): Bare {
  switch (json.type) {
    case 'diagnostic': {
      const diagnostic = diagnosticOf(json.diagnostic)
      return diagnostic ? { type: 'diagnostic', diagnostic } : { type: 'other' }
    }
    case 'planned_change':
    case 'resource_drift':
      return { type: json.type, ...subject(json.change) }
    case 'apply_start':
    case 'apply_progress':
    case 'apply_complete':
    case 'apply_errored': {
      const seconds = object(json.hook).elapsed_seconds
      return {
        type: json.type,
        ...subject(json.hook),
        seconds: typeof seconds === 'number' ? seconds : undefined,
      }
    }
    case 'change_summary':
      return { type: 'change_summary', changes: changeSummary(object(json.changes)) }
    case 'outputs':
      return { type: 'outputs', outputs: object(json.outputs) as Record<string, PrintedOutput> }
    default:
      return { type: 'other' }
  }
}

function subject(value: unknown): { address: string; action: string } {
  const { resource, action } = object(value)
  return { address: String(object(resource).addr ?? ''), action: String(action ?? '') }
}

function changeSummary(changes: Json): ChangeSummary {
  const count = (name: string) => (typeof changes[name] === 'number' ? changes[name] : 0)
  return {
    operation: String(changes.operation ?? ''),
    add: count('add'),
    change: count('change'),
    remove: count('remove'),
    import: count('import'),
  }
}

function object(value: unknown): Json {
  return typeof value === 'object' && value !== null ? (value as Json) : {}
}

function parsed(line: string): Json | undefined {
  if (!line.startsWith('{')) return undefined
  try {
    return object(JSON.parse(line))
  } catch {
    return undefined
  }
}
