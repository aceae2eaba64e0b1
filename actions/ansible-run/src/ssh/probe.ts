import { connect } from 'node:net'

/** What answers on a port. */
export type Probe =
  | { readonly is: 'ssh' }
  /** It speaks another protocol; `said` is its first line. */
  | { readonly is: 'other'; readonly said: string }
  /** Nothing yet. */
  | { readonly is: 'silent'; readonly why: string }

const PATIENCE = 10_000
// A server that waits for its client (HTTP, TLS) tells by its answer that it is no SSH server; SSH servers take it as
// the client's half of the greeting (RFC 4253, 4.2).
const GREETING = 'SSH-2.0-gitops_actions\r\n'

/** Looks once whether an SSH server listens there. */
export function probe(address: string, port: number, signal: AbortSignal): Promise<Probe> {
  return new Promise(resolve => {
    let said = ''
    const socket = connect({ host: address, port, signal })
    const answer = (result: Probe) => {
      socket.destroy()
      resolve(result)
    }
    socket.setTimeout(PATIENCE, () =>
      answer({
        is: 'silent',
        why: socket.connecting
          ? `no answer within ${PATIENCE / 1000} s`
          : 'something accepts connections there but says nothing, as no SSH server does',
      }),
    )
    socket.on('connect', () => socket.write(GREETING))
    socket.on('data', chunk => {
      said += chunk.toString('latin1')
      const verdict = verdictOn(said)
      if (verdict !== undefined) answer(verdict)
    })
    socket.on('error', thrown => answer({ is: 'silent', why: reason(thrown) }))
    socket.on('end', () =>
      answer(
        said === ''
          ? { is: 'silent', why: 'it closes connections without a word' }
          : { is: 'other', said: firstLine(said) },
      ),
    )
  })
}

/** An SSH server may send other lines before its version (RFC 4253, 4.2); undefined until it is clear. */
export function verdictOn(said: string): Probe | undefined {
  if (/^SSH-(2\.0|1\.99)-/m.test(said)) return { is: 'ssh' }
  const isBinary = /^[^\t\r\n -~]/.test(said)
  const isKnown = /^(HTTP\/|220[ -]|\+OK|\* OK|-ERR|<)/.test(said)
  return isBinary || isKnown || said.length > 8192 ? { is: 'other', said: firstLine(said) } : undefined
}

function firstLine(said: string): string {
  return (said.split(/\r?\n/)[0] ?? '').slice(0, 80).replace(/[^ -~]/g, '?')
}

const REASONS: Readonly<Record<string, string>> = {
  ECONNREFUSED: 'connection refused',
  ECONNRESET: 'connection reset',
  EHOSTUNREACH: 'no route to the host',
  ENETUNREACH: 'no route to the network',
  ETIMEDOUT: 'connection timed out',
  ENOTFOUND: 'its name cannot be resolved',
  EAI_AGAIN: 'its name cannot be resolved',
}

function reason(thrown: Error): string {
  const code = (thrown as NodeJS.ErrnoException).code ?? ''
  return REASONS[code] ?? thrown.message
}
