import { AsyncLocalStorage } from 'node:async_hooks'
import type { ChildProcess } from 'node:child_process'
import { subscribe } from 'node:diagnostics_channel'
import * as actions from '@actions/exec'
import { CancelledError, UserError } from '../action/errors.ts'
import { descendantsOf, type Process, signalAll } from './descendants.ts'
import { execToFile } from './to-file.ts'

/** How a program is run. Arguments are always an array; no shell is involved. */
export interface ExecOptions {
  readonly cwd?: string
  /** The whole environment of the program; default: that of this process. */
  readonly env?: Record<string, string | undefined>
  /** Written to the program's standard input, which ends after it; default: nothing. */
  readonly input?: string | Buffer
  /** Milliseconds until the program is ended (SIGTERM, then SIGKILL after 5 s), and with it what it has started. */
  readonly timeout?: number
  /**
   * On abort the program gets SIGTERM and is waited for, so that it can put its house in order; what it has started
   * and left running gets SIGTERM after that.
   */
  readonly signal?: AbortSignal
  /**
   * Whether what the program has started gets the signals of `timeout` and `signal` too, at once. For docker: older
   * clients wait for their plugin to end, and leave telling it to a terminal. Default: the program alone is told.
   */
  readonly wholeTree?: boolean
  /** Exit codes that are an answer, not a failure; default: only 0. `'any'` accepts each. */
  readonly accept?: readonly number[] | 'any'
  /** Told every line of either stream as it comes. */
  readonly onLine?: (line: string, stream: 'stdout' | 'stderr') => void
  /** Told the raw bytes of standard output as they come, for programs that write more than text. */
  readonly onBytes?: (chunk: Buffer) => void
  /** A file to make (mode 0600), which gets standard output instead: for what may be too large to hold as text. */
  readonly stdoutTo?: string
}

/** What a program answered. */
export interface ExecResult {
  readonly code: number
  readonly stdout: string
  readonly stderr: string
}

/** A program that failed: what it said is in `stderr`. */
export class ExecError extends Error {
  override readonly name = 'ExecError'
  readonly program: string
  readonly result: ExecResult
  constructor(program: string, args: readonly string[], result: ExecResult, why: string) {
    const said = (result.stderr || result.stdout).trim().split('\n').slice(-15).join('\n')
    super(`'${[program, args[0]].join(' ').trim()}' ${why}${said === '' ? '' : `:\n${said}`}`)
    this.program = program
    this.result = result
  }
}

/** Runs programs; passed in, so that a test can watch. */
export type Exec = typeof exec

const KILL_AFTER = 5_000
const NEWCOMERS_EVERY = 500

// @actions/exec hands out no process to signal; Node announces each one in the context that spawned it.
const spawned = new AsyncLocalStorage<(child: ChildProcess) => void>()
subscribe('child_process', message => spawned.getStore()?.((message as { process: ChildProcess }).process))

/**
 * Runs a program and waits for its end.
 * @throws UserError where the program is not installed; ExecError where it fails or takes too long; CancelledError
 * where `signal` ended it.
 */
export async function exec(
  program: string,
  args: readonly string[],
  options: ExecOptions = {},
): Promise<ExecResult> {
  options.signal?.throwIfAborted()
  const running = watch(options)
  try {
    const result = await spawned.run(running.onSpawn, () => execute(program, args, options))
    if (options.signal?.aborted) throw new CancelledError()
    if (running.timedOut())
      throw new ExecError(program, args, result, `gave no answer within ${options.timeout} ms`)
    const accept = options.accept ?? [0]
    if (accept !== 'any' && !accept.includes(result.code))
      throw new ExecError(program, args, result, `failed with exit code ${result.code}`)
    return result
  } finally {
    running.stop()
  }
}

async function execute(program: string, args: readonly string[], options: ExecOptions): Promise<ExecResult> {
  const lines = (stream: 'stdout' | 'stderr') => (line: string) => options.onLine?.(line, stream)
  const env = definedOnly(options.env ?? process.env)
  try {
    if (options.stdoutTo !== undefined) {
      const output = await execToFile(program, args, options.stdoutTo, { cwd: options.cwd, env })
      return { code: output.exitCode, stdout: '', stderr: output.stderr }
    }
    const output = await actions.getExecOutput(`"${program}"`, [...args], {
      silent: true,
      ignoreReturnCode: true,
      env,
      ...(options.cwd !== undefined && { cwd: options.cwd }),
      // Without any, a program that asks would wait for ever.
      input: Buffer.from(options.input ?? ''),
      listeners: {
        ...(options.onLine && { stdline: lines('stdout'), errline: lines('stderr') }),
        ...(options.onBytes && { stdout: options.onBytes }),
      },
    })
    return { code: output.exitCode, stdout: output.stdout, stderr: output.stderr }
  } catch (thrown) {
    if (/Unable to locate executable|^spawn .* ENOENT$/.test((thrown as Error).message))
      throw new UserError(`'${program}' is not installed on this runner; install it in an earlier step`)
    throw thrown
  }
}

function watch({ timeout, signal, wholeTree = false }: ExecOptions) {
  const children = new Set<ChildProcess>()
  const timers: NodeJS.Timeout[] = []
  let timedOut = false
  let orphans: Process[] = []
  const startedBy = (child: ChildProcess): Process[] => {
    const running = child.pid !== undefined && child.exitCode === null && child.signalCode === null
    return running ? descendantsOf(child.pid as number) : []
  }
  const send = (name: NodeJS.Signals) => {
    for (const child of children) {
      const started = startedBy(child)
      orphans.push(...started)
      child.kill(name)
      if (wholeTree) signalAll(started, name)
    }
    if (wholeTree) timers.push(setInterval(endNewcomers, NEWCOMERS_EVERY))
  }
  // A program that was told while it was still starting others starts them all the same.
  const endNewcomers = () => {
    const known = new Set(orphans.map(({ pid }) => pid))
    const newcomers = [...children].flatMap(startedBy).filter(({ pid }) => !known.has(pid))
    orphans.push(...newcomers)
    signalAll(newcomers, 'SIGTERM')
  }
  // What a program has started may outlive it and hold its output open: git does not pass SIGTERM on to
  // git-remote-https. It is ended only after the program, which may need it (terraform its plugins) to finish.
  const endOrphans = () => {
    signalAll(orphans, 'SIGTERM')
    timers.push(setTimeout(signalAll, KILL_AFTER, orphans, 'SIGKILL'))
    orphans = []
  }
  const expire = () => {
    timedOut = true
    send('SIGTERM')
    timers.push(setTimeout(send, KILL_AFTER, 'SIGKILL'))
  }
  // A cancelled program is waited for as long as it needs: killing terraform in an apply loses its state.
  const cancel = () => send('SIGTERM')
  if (timeout !== undefined) timers.push(setTimeout(expire, timeout))
  signal?.addEventListener('abort', cancel)
  return {
    onSpawn(child: ChildProcess): void {
      children.add(child)
      // A program may end without reading its input; how it ended tells whether that was right.
      child.once('exit', () => orphans.length > 0 && endOrphans())
      child.once('spawn', () => child.stdin?.on('error', () => {}))
    },
    timedOut: () => timedOut,
    stop() {
      for (const timer of timers) clearTimeout(timer)
      signal?.removeEventListener('abort', cancel)
    },
  }
}

function definedOnly(env: Record<string, string | undefined>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(env).filter((entry): entry is [string, string] => entry[1] !== undefined),
  )
}
