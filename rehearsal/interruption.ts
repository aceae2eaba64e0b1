import { readFileSync } from 'node:fs'
import { constants } from 'node:os'
import { descendantsOf, type Process, signalAll } from '../toolkit/exec/descendants.ts'

/** How long, after the first signal, programs may tidy up, and how long everything may take. Milliseconds. */
const PATIENCE = { programs: 3_000, everything: 10_000 }

/** What becomes of a person's Ctrl-C, or a machine's SIGTERM. */
export interface Interruption extends Disposable {
  /** Aborted by the first SIGINT or SIGTERM. */
  readonly signal: AbortSignal
  /** 128 + the signal's number, as shells count; undefined where none came. */
  exitCode(): number | undefined
}

/**
 * Listens for SIGINT and SIGTERM until it is disposed of. The first is handed on to every program that runs for us, as a
 * terminal would. What has not unwound in ten seconds, or by the second signal, is left: this process exits, and the
 * guard of the services cleans up after it.
 */
export function listenForSignals(print: (line: string) => void): Interruption {
  const abort = new AbortController()
  const timers: NodeJS.Timeout[] = []
  let code: number | undefined
  const onSignal = (name: 'SIGINT' | 'SIGTERM') => {
    if (code !== undefined) process.exit(code)
    code = 128 + constants.signals[name]
    print(`\n${name}: ending what runs`)
    abort.abort(new Error(`ended by ${name}`))
    const programs = foreground()
    signalAll(programs, 'SIGTERM')
    timers.push(setTimeout(signalAll, PATIENCE.programs, programs, 'SIGKILL'))
    timers.push(setTimeout(() => process.exit(code), PATIENCE.everything))
    for (const timer of timers) timer.unref()
  }
  process.on('SIGINT', onSignal).on('SIGTERM', onSignal)
  return {
    signal: abort.signal,
    exitCode: () => code,
    [Symbol.dispose]() {
      for (const timer of timers) clearTimeout(timer)
      process.off('SIGINT', onSignal).off('SIGTERM', onSignal)
    },
  }
}

/** What we have started, but for daemons: those lead process groups of their own, and end with their service. */
function foreground(): Process[] {
  const ours = groupOf(process.pid)
  return descendantsOf(process.pid).filter(({ pid }) => groupOf(pid) === ours)
}

/** proc(5): the process group is the third field after the name in parentheses. */
function groupOf(pid: number): string | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[2]
  } catch {
    return undefined
  }
}
