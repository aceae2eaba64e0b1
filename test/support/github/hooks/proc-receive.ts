/**
 * git's proc-receive hook (githooks(5)): refuses the updates that a protected branch forbids, in GitHub's words.
 * A pre-receive or update hook could refuse too, but git would then word the reason itself.
 * What to refuse comes from the server in GITHUB_REFUSALS.
 */
import { spawnSync } from 'node:child_process'
import { readSync, writeSync } from 'node:fs'
import type { PushRefusal } from '../protection.ts'

const refusals = JSON.parse(process.env.GITHUB_REFUSALS ?? '{}') as Record<string, PushRefusal>

const offer = readPackets()
writePackets(['version=1\0atomic'])
if (!offer[0]?.startsWith('version=1')) process.exit(1)
const commands = readPackets().map(line => line.trimEnd().split(' '))
writePackets(commands.flatMap(([from = '', to = '', ref = '']) => verdict(from, to, ref)))

function verdict(from: string, to: string, ref: string): string[] {
  const refusal = refusals[ref]
  if (refusal === undefined || !(refusal.always || isForced(from, to)))
    return [`ok ${ref}`, 'option fall-through']
  for (const line of refusal.always ? refusal.lines : refusal.forcedLines) process.stderr.write(`${line}\n`)
  return [`ng ${ref} ${refusal.reason}`]
}

function isForced(from: string, to: string): boolean {
  if (/^0+$/.test(to)) return true
  return !/^0+$/.test(from) && spawnSync('git', ['merge-base', '--is-ancestor', from, to]).status !== 0
}

/** Reads pkt-lines up to a flush. */
function readPackets(): string[] {
  const lines: string[] = []
  for (;;) {
    const length = Number.parseInt(readBytes(4), 16)
    if (length === 0) return lines
    lines.push(readBytes(length - 4))
  }
}

function readBytes(length: number): string {
  const buffer = Buffer.alloc(length)
  let read = 0
  while (read < length) {
    const got = readSync(0, buffer, read, length - read, null)
    if (got === 0) process.exit(1)
    read += got
  }
  return buffer.toString()
}

function writePackets(lines: readonly string[]): void {
  const packets = lines.map(line => {
    const text = `${line}\n`
    return `${(Buffer.byteLength(text) + 4).toString(16).padStart(4, '0')}${text}`
  })
  writeSync(1, `${packets.join('')}0000`)
}
