/** What the callback plugin writes, one a line; `at` counts seconds since 1970. */
export type Event =
  | { readonly event: 'play'; readonly at: number; readonly play: string; readonly hosts: string }
  | TaskEvent
  | ResultEvent
  | { readonly event: 'no_hosts'; readonly at: number }
  | { readonly event: 'stats'; readonly at: number; readonly hosts: Readonly<Record<string, Counts>> }

/** A task begins; the same task may begin several times. */
export interface TaskEvent {
  readonly event: 'task'
  readonly at: number
  /** Identifies the task within one run of Ansible. */
  readonly task: string
  readonly name: string
  readonly action: string
  /** `/absolute/path.yml:7`, or empty. */
  readonly path: string
  readonly handler: boolean
  /** Whether a host that fails here, or is lost, ends the play for all (`any_errors_fatal`, `run_once`). */
  readonly fatal: boolean
}

/** A task has ended on a host. */
export interface ResultEvent {
  readonly event: 'result'
  readonly at: number
  readonly task: string
  readonly host: string
  readonly status: 'ok' | 'failed' | 'unreachable' | 'skipped'
  readonly changed: boolean
  /** A failure that the play goes on after (`ignore_errors`, `ignore_unreachable`). */
  readonly ignored: boolean
  readonly seconds: number | null
  /** Hidden by `no_log`: nothing of the result is told. */
  readonly censored: boolean
  readonly diff?: readonly string[]
  readonly msg?: string
  readonly reason?: string
  readonly stdout?: string
  readonly stderr?: string
  readonly rc?: number
  readonly items?: readonly ({ readonly item: string } & Said)[]
}

/** What a failed result says. */
export type Said = Pick<ResultEvent, 'msg' | 'reason' | 'stdout' | 'stderr' | 'rc' | 'items'>

/** A host's line of the recap, by Ansible's names. */
export interface Counts {
  readonly ok: number
  readonly changed: number
  readonly unreachable: number
  readonly failures: number
  readonly skipped: number
  readonly rescued: number
  readonly ignored: number
}

/** Reads the lines that the plugin wrote; a last one that was cut off, as the play was killed, is left out. */
export function readEvents(lines: string): Event[] {
  return lines.split('\n').flatMap(line => {
    try {
      return line === '' ? [] : [JSON.parse(line) as Event]
    } catch {
      return []
    }
  })
}
