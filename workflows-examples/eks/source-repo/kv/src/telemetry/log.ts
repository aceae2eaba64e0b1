export type Level = 'info' | 'warn' | 'error'
export type Log = (level: Level, message: string, details?: Readonly<Record<string, unknown>>) => void

/** One line of JSON for each message. */
export function createLog(replica: string, write: (line: string) => void): Log {
  return (level, message, details = {}) =>
    write(`${JSON.stringify({ time: new Date().toISOString(), level, message, replica, ...details })}\n`)
}

export const messageOf = (thrown: unknown): string =>
  thrown instanceof Error ? thrown.message : String(thrown)
