import { execFileSync } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'

/** A running process; `started` tells it from a later one with the same number. */
export interface Process {
  readonly pid: number
  readonly parent: number
  readonly started: string
}

/** The processes that a process has started, and those that they have. */
export function descendantsOf(pid: number): Process[] {
  const all = processes()
  const found: Process[] = []
  const family = new Set([pid])
  for (let before = -1; before !== found.length; ) {
    before = found.length
    for (const one of all) {
      if (!family.has(one.parent) || family.has(one.pid)) continue
      family.add(one.pid)
      found.push(one)
    }
  }
  return found
}

/** Signals those of the processes that still run. */
export function signalAll(targets: readonly Process[], name: NodeJS.Signals): void {
  if (targets.length === 0) return
  const running = new Map(processes().map(one => [one.pid, one.started]))
  for (const { pid, started } of targets) if (running.get(pid) === started) signal(pid, name)
}

/** A running process by its number; undefined where there is none. */
export function processOf(pid: number): Process | undefined {
  return processes().find(one => one.pid === pid)
}

/** Whether this very process still runs, and not a later one with the same number. */
export function isRunning({ pid, started }: Process): boolean {
  return processOf(pid)?.started === started
}

function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name)
  } catch {
    // It ended meanwhile, or belongs to another user; either way there is nothing to do here.
  }
}

function processes(): Process[] {
  try {
    return process.platform === 'linux' ? fromProc() : fromPs()
  } catch {
    return []
  }
}

/** proc(5): `pid (name) state ppid …`, the start time as field 22; a name may hold spaces and parentheses. */
function fromProc(): Process[] {
  return readdirSync('/proc').flatMap(entry => {
    if (!/^\d+$/.test(entry)) return []
    const stat = readStat(entry)
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
    // One that has ended and waits to be collected (Z) runs no more.
    if (stat === '' || fields[0] === 'Z') return []
    return [{ pid: Number(entry), parent: Number(fields[1]), started: fields[19] ?? '' }]
  })
}

function readStat(pid: string): string {
  try {
    return readFileSync(`/proc/${pid}/stat`, 'utf8')
  } catch {
    return ''
  }
}

function fromPs(): Process[] {
  const listing = execFileSync('ps', ['-A', '-o', 'pid=,ppid=,lstart='], { encoding: 'utf8', timeout: 5000 })
  return listing.split('\n').flatMap(line => {
    const [, pid, parent, started = ''] = /^\s*(\d+)\s+(\d+)\s+(.*)$/.exec(line) ?? []
    return pid === undefined ? [] : [{ pid: Number(pid), parent: Number(parent), started }]
  })
}
