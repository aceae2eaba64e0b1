import type { Attempt } from '../play/play.ts'
import type { Said } from './events.ts'
import { type Alike, alike, type Outcome, type TaskResult, totals } from './outcome.ts'

/** Where Ansible found the mistake. */
export interface Mistake {
  readonly message: string
  readonly file?: string
  readonly line?: number
}

/**
 * Why ansible-playbook failed before or beside its tasks, by its exit code and what it said; undefined where tasks and
 * hosts tell all. Its exit code alone is not enough: 4 is an unreachable host and a parse error alike, and no host at all
 * is 0 (ansible-core, TaskQueueManager and cli/playbook.py).
 */
export function mistakeOf(
  { code, said }: Pick<Attempt, 'code' | 'said'>,
  outcome: Outcome,
): Mistake | undefined {
  const { failures, unreachable } = totals(outcome.recap)
  if (code === 0) return outcome.recap.size > 0 ? undefined : { message: nothingPlayed(said, outcome) }
  const isHosts = FAILED_HOSTS.includes(code) && (failures > 0 || unreachable > 0)
  return isHosts ? undefined : explained(code, said)
}

/** What Ansible itself complains about, in words of ours where they are known, and where the mistake stands. */
export function explained(code: number, said: string): Mistake {
  const text = errorsIn(said).join('; ') || `exit code ${code}, without a word`
  const known = KNOWN.find(([pattern]) => pattern.test(said))
  return {
    message: `${known?.[1] ?? WORDS[code] ?? 'Ansible was ended from outside'}: ${text}`,
    ...placeIn(said),
  }
}

// 8 is of releases before 2.19, where a failed host broke a play with `any_errors_fatal`.
const FAILED_HOSTS = [2, 4, 8]

function nothingPlayed(said: string, { plays, unmatched }: Outcome): string {
  if (/provided hosts list is empty/.test(said))
    return "the inventory is empty, so nothing was played; 'inventory' must name at least one host"
  if (plays > 0 && unmatched.length === plays)
    return `no host of the inventory is matched by 'hosts: ${unmatched.join("', 'hosts: ")}', so nothing was played; compare its groups with the playbook`
  return "nothing was played: no task was left to run; are 'tags', 'skip-tags' and the playbook right?"
}

const KNOWN: readonly (readonly [RegExp, string])[] = [
  [/--limit does not match any hosts|leaves us with no hosts to target/, "input 'limit' matches no host"],
  [
    /Decryption failed|no vault secrets (were found that could|would) decrypt|Attempting to decrypt but no vault secrets found/i,
    "a vault cannot be opened; 'vault-passwords' needs its password, under its vault id",
  ],
  [
    /Unable to parse .* as an inventory source|No inventory was parsed|inventory source.*could not be parsed/i,
    'the inventory cannot be read',
  ],
  [
    /couldn't resolve module\/action|the role '.*' was not found|unable to (find|locate) (role|collection)/i,
    "a module or a role is missing; list its collection in 'requirements', or correct its name",
  ],
]

const WORDS: Readonly<Record<number, string>> = {
  1: 'Ansible refused to play',
  2: 'Ansible refused its options',
  4: 'the playbook cannot be read',
  5: 'Ansible refused its options',
  99: 'Ansible was interrupted',
  250: 'Ansible crashed',
}

/** The messages of lines `ERROR! …` (to 2.18) and `[ERROR]: …` (from 2.19), without colours. */
export function errorsIn(said: string): string[] {
  const lines = withoutColours(said).split(/\r?\n/)
  const found = lines.flatMap((line, index) => {
    const message = /^(?:ERROR! |\[ERROR\]: |fatal: \[[^\]]*\]: |ansible-playbook: error: )(.+)$/.exec(
      line,
    )?.[1]
    if (message === undefined) return []
    // What ends in a colon, and which file is missing, is told by the lines after it.
    const rest = /(:|^Unable to retrieve file contents\.?)\s*$/.test(message)
      ? lines.slice(index + 1).filter(one => one.trim() !== '')
      : []
    return [
      [message, ...rest.slice(0, 4)]
        .map(one => one.trim())
        .join(' ')
        .slice(0, 500),
    ]
  })
  return [...new Set(found)].slice(0, 3)
}

function placeIn(said: string): Pick<Mistake, 'file' | 'line'> {
  const text = withoutColours(said)
  const [, file, line] =
    /^Origin: (\/[^\n]*?):(\d+)(?::\d+)?$/m.exec(text) ??
    /appears to be in '([^'\n]+)': line (\d+)/.exec(text) ??
    []
  return file === undefined || line === undefined ? {} : { file, line: Number(line) }
}

function withoutColours(text: string): string {
  return text.replace(/\u001b\[[\d;]*m/g, '')
}

/** What a failed result says, on one line. */
export function saidBy(result: Said): string {
  const [item] = result.items ?? []
  if (item) return `item ${item.item}: ${saidBy(item)}`
  const { msg, reason, stderr, stdout, rc } = result
  const detail =
    msg === undefined || /^non-zero return code|See stdout\/stderr/.test(msg)
      ? stderr || stdout || reason
      : undefined
  const parts = [
    msg,
    detail && lastLine(detail),
    rc !== undefined && rc !== 0 ? `exit code ${rc}` : undefined,
  ]
  const text = parts.filter(part => part).join(': ')
  return text === '' ? 'no reason is told' : text.replace(/\s+/g, ' ')
}

function lastLine(text: string): string | undefined {
  return text.trim().split('\n').at(-1)
}

/** The failures of tasks and hosts in one sentence; undefined where there is none. */
export function failureOf({ code, fatal, recap }: Outcome): string | undefined {
  const { unreachable, failures } = totals(recap)
  if (code === 0 || unreachable + failures === 0) return undefined
  const told = alike(fatal)
  const failed = told.filter(({ result }) => result.status === 'failed')
  const lost = told.filter(({ result }) => result.status === 'unreachable')
  const parts = [
    ...(failures > 0
      ? [
          `${plural(failures, 'task')} failed${listed(failed, ({ result, hosts }) => `'${result.of.name}' on ${some(hosts)}`)}`,
        ]
      : []),
    ...(unreachable > 0
      ? [
          `${plural(unreachable, 'host')} unreachable${listed(lost, ({ result, hosts }) => `${some(hosts)}: ${reason(result)}`)}`,
        ]
      : []),
  ]
  return parts.join('; ')
}

/** Why a result failed, as far as it may be told. */
export function reason(result: TaskResult): string {
  return result.censored ? "hidden, as the task has 'no_log'" : saidBy(result).slice(0, 1000)
}

function listed(told: readonly Alike[], words: (one: Alike) => string): string {
  if (told.length === 0) return ''
  const more = told.length > 5 ? [`and ${told.length - 5} more`] : []
  return ` (${[...told.slice(0, 5).map(words), ...more].join('; ')})`
}

/** `web-1, web-2, …`: so many names as one reads. */
export function some(names: readonly string[]): string {
  return names.length > 5 ? `${names.slice(0, 4).join(', ')} and ${names.length - 4} more` : names.join(', ')
}

/** `1 task`, `2 tasks`. */
export function plural(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`
}
