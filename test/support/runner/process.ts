import { type ChildProcess, spawn } from 'node:child_process'
import { StringDecoder } from 'node:string_decoder'

/** How long a cancelled process may tidy up after SIGINT, and then after SIGTERM (actions/runner, ProcessInvoker). */
export const CANCEL_GRACE = { interrupt: 7_500, terminate: 2_500 }

const DRAIN_TIME = 5_000

export interface ProcessOptions {
  readonly cwd: string
  readonly env: Record<string, string>
  /** Told every line of either stream, without its end. */
  readonly onLine: (line: string, stream: 'stdout' | 'stderr') => void
  /** On abort: SIGINT, then SIGTERM, then SIGKILL, as on Linux for this process alone: what it started lives on. */
  readonly signal?: AbortSignal
  readonly grace?: typeof CANCEL_GRACE
}

/**
 * Runs a program to its end, its output read line by line.
 * @returns its exit code; 128 + the signal's number where a signal ended it.
 */
export async function runProcess(
  program: string,
  args: readonly string[],
  options: ProcessOptions,
): Promise<number> {
  const child = spawn(program, args, {
    cwd: options.cwd,
    env: options.env,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const streams = [
    readLines(child.stdout, line => options.onLine(line, 'stdout')),
    readLines(child.stderr, line => options.onLine(line, 'stderr')),
  ]
  const stopWatching = cancelOn(options.signal, child, options.grace ?? CANCEL_GRACE)
  try {
    const code = await ended(child)
    await drain(child, streams)
    return code
  } finally {
    stopWatching()
  }
}

function ended(child: ChildProcess): Promise<number> {
  return new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('exit', (code, signal) => resolve(code ?? 128 + signalNumber(signal)))
  })
}

/** A program that was left behind in the background may hold the streams open; the runner waits 5 s for it. */
async function drain(child: ChildProcess, streams: readonly Promise<void>[]): Promise<void> {
  const timer = setTimeout(() => {
    child.stdout?.destroy()
    child.stderr?.destroy()
  }, DRAIN_TIME)
  await Promise.allSettled(streams)
  clearTimeout(timer)
}

function signalNumber(signal: NodeJS.Signals | null): number {
  return { SIGINT: 2, SIGKILL: 9, SIGSEGV: 11, SIGTERM: 15 }[signal as string] ?? 0
}

function cancelOn(
  signal: AbortSignal | undefined,
  child: ChildProcess,
  grace: typeof CANCEL_GRACE,
): () => void {
  const timers: NodeJS.Timeout[] = []
  const cancel = () => {
    child.kill('SIGINT')
    timers.push(setTimeout(() => child.kill('SIGTERM'), grace.interrupt))
    timers.push(setTimeout(() => child.kill('SIGKILL'), grace.interrupt + grace.terminate))
  }
  if (signal?.aborted) cancel()
  else signal?.addEventListener('abort', cancel, { once: true })
  return () => {
    for (const timer of timers) clearTimeout(timer)
    signal?.removeEventListener('abort', cancel)
  }
}

/** Lines end at LF, CR or CRLF, as the runner reads them. */
async function readLines(stream: NodeJS.ReadableStream, onLine: (line: string) => void): Promise<void> {
  const decoder = new StringDecoder('utf8')
  let rest = ''
  for await (const chunk of stream) {
    rest += decoder.write(chunk as Buffer)
    // A CR at the end may be half of a CRLF.
    const pieces = rest.split(/\r\n|\n|\r(?!$)/)
    rest = pieces.pop() ?? ''
    for (const line of pieces) onLine(line)
  }
  rest += decoder.end()
  if (rest !== '') onLine(rest.replace(/\r$/, ''))
}
