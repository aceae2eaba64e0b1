/**
 * Outlives the process that started it, and then cleans up what that process did not: it may have been killed.
 * Reads one JSON object a line on standard input: `{ id, leftovers }` replaces what is known under that id,
 * `{ id }` forgets it.
 */
import { createInterface } from 'node:readline'
import { cleanUp, type Leftovers } from './cleanup.ts'

const known = new Map<string, Leftovers>()
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => {})
for await (const line of createInterface({ input: process.stdin })) {
  const { id, leftovers } = JSON.parse(line) as { id: string; leftovers?: Leftovers }
  if (leftovers) known.set(id, leftovers)
  else known.delete(id)
}
for (const leftovers of [...known.values()].reverse()) await cleanUp(leftovers)
