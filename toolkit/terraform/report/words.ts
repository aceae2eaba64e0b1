import type { ChangeKind } from '../plan/model.ts'

/** `1,234`, of a whole number. */
export function grouped(count: number): string {
  // Intl.NumberFormat writes the same, and takes as long to load as half a start of Node.
  return String(count).replace(/\B(?=(\d{3})+$)/g, ',')
}

/** `1 attribute`, `1,234 attributes`; `many` where the plural takes more than an s. */
export function plural(count: number, one: string, many = `${one}s`): string {
  return `${grouped(count)} ${count === 1 ? one : many}`
}

/** `a`, `a and b`, `a, b and c` */
export function listed(words: readonly string[]): string {
  return words.length < 2 ? words.join() : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`
}

/** `0.4 s`, `12 s`, `3 min 5 s` */
export function duration(seconds: number): string {
  if (seconds < 10) return `${Math.round(seconds * 10) / 10} s`
  const whole = Math.round(seconds)
  return whole < 60 ? `${whole} s` : `${grouped(Math.floor(whole / 60))} min ${whole % 60} s`
}

/** How a kind of change is shown: the worse it is, the redder; `verb` follows `to`. */
export interface Word {
  readonly mark: string
  readonly verb: string
  /** What was done, after an apply. */
  readonly done: string
}

/** The worst kinds come first, which is also the order in which they are shown. */
export const WORDS: Readonly<Record<ChangeKind, Word>> = {
  delete: { mark: '🔴', verb: 'destroy', done: 'destroyed' },
  replace: { mark: '🟠', verb: 'replace', done: 'replaced' },
  other: { mark: '🟣', verb: 'change', done: 'changed' },
  forget: { mark: '🟤', verb: 'forget', done: 'forgotten' },
  update: { mark: '🟡', verb: 'update', done: 'updated' },
  create: { mark: '🟢', verb: 'create', done: 'created' },
  import: { mark: '🔵', verb: 'import', done: 'imported' },
  move: { mark: '🔵', verb: 'move', done: 'moved' },
  read: { mark: '⚪', verb: 'read', done: 'read' },
  'no-op': { mark: '⚪', verb: 'keep', done: 'kept' },
}

const REASONS: Readonly<Record<string, string>> = {
  replace_because_cannot_update: 'cannot be changed in place',
  replace_because_tainted: 'marked as tainted: an earlier apply left it unfinished, or someone marked it',
  replace_by_request: 'asked for with <code>-replace</code>',
  replace_by_triggers: 'set off by <code>replace_triggered_by</code>',
  delete_because_no_resource_config: 'no longer in the configuration',
  delete_because_no_module: 'its module is no longer in the configuration',
  delete_because_wrong_repetition: '<code>count</code> or <code>for_each</code> was added or removed',
  delete_because_count_index: 'its index is beyond <code>count</code>',
  delete_because_each_key: 'its key is no longer in <code>for_each</code>',
  delete_because_no_move_target: 'the target of its move is not in the configuration',
  read_because_config_unknown: 'what to read is known after apply',
  read_because_dependency_pending: 'what it depends on changes first',
  read_because_check_nested: 'read for a check',
}

/** An `action_reason` in words (HTML); one that is not known is told as it is. */
export function reasonWords(reason: string, otherwise: (reason: string) => string): string {
  return REASONS[reason] ?? otherwise(reason)
}

const DEFERRALS: Readonly<Record<string, string>> = {
  unknown: 'for a reason that is not told',
  instance_count_unknown: '<code>count</code> or <code>for_each</code> is known after apply',
  resource_config_unknown: 'its configuration is known after apply',
  provider_config_unknown: "its provider's configuration is known after apply",
  deferred_prereq: 'what it depends on is deferred',
  absent_prereq: 'what it depends on does not exist yet',
}

/** Why a change is deferred, in words (HTML). */
export function deferralWords(reason: string, otherwise: (reason: string) => string): string {
  return DEFERRALS[reason] ?? otherwise(reason)
}
