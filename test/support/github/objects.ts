/**
 * The objects of bare repositories: read through one lasting `git cat-file` each, written as git writes loose
 * objects. A process per object would make a race of forty writers last minutes.
 */
import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process'
import { createHash, randomBytes } from 'node:crypto'
import { access, mkdir, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { deflate } from 'node:zlib'

/** What git runs with here: nothing of the machine's or the user's configuration. */
export const GIT_ENV: NodeJS.ProcessEnv = {
  PATH: process.env.PATH,
  LC_ALL: 'C',
  HOME: '/nonexistent',
  GIT_CONFIG_NOSYSTEM: '1',
  GIT_CONFIG_GLOBAL: '/dev/null',
  GIT_TERMINAL_PROMPT: '0',
}

export interface ObjectInfo {
  readonly sha: string
  readonly type: string
  readonly size: number
}
export interface GitObject extends ObjectInfo {
  readonly content: Buffer
}

/** What a revision names, or undefined. */
export async function objectInfo(path: string, revision: string): Promise<ObjectInfo | undefined> {
  return revision.includes('\n') ? undefined : readerOf(path).ask('info', revision)
}

/** The object that a revision names with its bytes, or undefined. */
export async function readObject(path: string, revision: string): Promise<GitObject | undefined> {
  return revision.includes('\n') ? undefined : readerOf(path).ask('contents', revision)
}

/** Writes an object and returns its name. The content of trees and commits is the caller's to get right. */
export async function writeObject(
  path: string,
  type: 'blob' | 'tree' | 'commit',
  content: string | Buffer,
): Promise<string> {
  const bytes = Buffer.from(content)
  const whole = Buffer.concat([Buffer.from(`${type} ${bytes.length}\0`), bytes])
  const sha = createHash('sha1').update(whole).digest('hex')
  const folder = join(path, 'objects', sha.slice(0, 2))
  const file = join(folder, sha.slice(2))
  if (await exists(file)) return sha
  await mkdir(folder, { recursive: true })
  const draft = join(folder, `tmp_obj_${randomBytes(6).toString('hex')}`)
  await writeFile(draft, await promisify(deflate)(whole), { mode: 0o444 })
  await rename(draft, file)
  return sha
}

/** Ends the lasting processes of every repository below a folder. */
export function stopReaders(folder: string): void {
  for (const [path, reader] of readers) {
    if (!path.startsWith(folder)) continue
    reader.stop()
    readers.delete(path)
  }
}

const readers = new Map<string, Reader>()
type Reader = ReturnType<typeof startReader>

function readerOf(path: string): Reader {
  const reader = readers.get(path) ?? startReader(path)
  readers.set(path, reader)
  return reader
}

function startReader(path: string) {
  // In a process group of its own: a Ctrl-C is for the work that asks, and the answers are needed to the end.
  const child = spawn('git', ['--git-dir', path, 'cat-file', '--batch-command'], {
    env: GIT_ENV,
    detached: true,
  })
  const waiting: { withContent: boolean; answer: (object: GitObject | undefined) => void }[] = []
  let buffer: Buffer = Buffer.alloc(0)
  const answerAll = () => {
    for (let first = waiting[0]; first; first = waiting[0]) {
      const parsed = parseAnswer(buffer, first.withContent)
      if (!parsed) return
      buffer = buffer.subarray(parsed.length)
      waiting.shift()
      first.answer(parsed.object)
    }
  }
  child.stdout.on('data', (chunk: Buffer) => {
    buffer = Buffer.concat([buffer, chunk])
    answerAll()
  })
  child.on('close', () => {
    for (const { answer } of waiting.splice(0)) answer(undefined)
  })
  child.stdin.on('error', () => {})
  letProcessEnd(child)
  return {
    ask: (command: 'info' | 'contents', revision: string) =>
      new Promise<GitObject | undefined>(answer => {
        waiting.push({ withContent: command === 'contents', answer })
        child.stdin.write(`${command} ${revision}\n`)
      }),
    stop: () => child.stdin.end(),
  }
}

function parseAnswer(
  buffer: Buffer,
  withContent: boolean,
): { length: number; object: GitObject | undefined } | undefined {
  const end = buffer.indexOf('\n')
  if (end < 0) return undefined
  const head = buffer.subarray(0, end).toString()
  const [, sha, type, digits] = /^([0-9a-f]{40}) (commit|tree|blob|tag) (\d+)$/.exec(head) ?? []
  if (sha === undefined || type === undefined) return { length: end + 1, object: undefined }
  const size = Number(digits)
  const start = end + 1
  if (!withContent) return { length: start, object: { sha, type, size, content: Buffer.alloc(0) } }
  if (buffer.length < start + size + 1) return undefined
  const content = Buffer.from(buffer.subarray(start, start + size))
  return { length: start + size + 1, object: { sha, type, size, content } }
}

/** A reader must not keep a test's process alive. */
function letProcessEnd(child: ChildProcessWithoutNullStreams): void {
  child.unref()
  for (const stream of [child.stdin, child.stdout, child.stderr])
    (stream as unknown as { unref(): void }).unref()
}

async function exists(file: string): Promise<boolean> {
  return access(file).then(
    () => true,
    () => false,
  )
}
