import { access, constants, open, stat } from 'node:fs/promises'
import { homedir } from 'node:os'
import { delimiter, join } from 'node:path'
import { exec } from '../../../toolkit/exec/exec.ts'
import { homeOf } from './cache.ts'
import type { Check, Entry } from './catalogue.ts'

/** Folders of system programs, which a user's PATH may lack. */
const SYSTEM = ['/usr/local/sbin', '/usr/local/bin', '/usr/sbin', '/usr/bin', '/sbin', '/bin']

/** The path of a usable program of this machine: on PATH, in the system's folders, in the program's usual places. */
export function findOnMachine(entry: Entry): Promise<string | undefined> {
  const path = (process.env.PATH ?? '').split(delimiter).filter(folder => folder !== '')
  const usual = (entry.places ?? []).map(place => place.replace(/^~(?=\/)/, homedir()))
  return firstIn([...path, ...SYSTEM, ...usual], entry)
}

/** The path of a program that was installed into the cache. It is of the pinned version, so it is not asked. */
export function findInCache({ files, source }: Entry): Promise<string | undefined> {
  return firstIn(source.kind === 'debian' ? [] : [join(homeOf(source), 'bin')], { files })
}

async function firstIn(
  folders: readonly string[],
  { files, check, static: alone }: Pick<Entry, 'files' | 'check' | 'static'>,
): Promise<string | undefined> {
  for (const folder of new Set(folders))
    for (const file of files) {
      const candidate = join(folder, file)
      if (!(await isExecutable(candidate))) continue
      if (check && !(await passes(candidate, check))) continue
      if (alone && !(await isStatic(candidate))) continue
      return candidate
    }
  return undefined
}

async function isExecutable(path: string): Promise<boolean> {
  try {
    await access(path, constants.X_OK)
    return (await stat(path)).isFile()
  } catch {
    return false
  }
}

async function passes(path: string, { args, says, atLeast }: Check): Promise<boolean> {
  const { stdout, stderr } = await exec(path, args, { accept: 'any', timeout: 30_000 })
  const match = says.exec(`${stdout}\n${stderr}`)
  return match !== null && (atLeast === undefined || isAtLeast(match[1] ?? '', atLeast))
}

/** A dynamic executable names its interpreter (`/lib64/ld-linux-x86-64.so.2`) near its beginning (elf(5), PT_INTERP). */
async function isStatic(path: string): Promise<boolean> {
  await using file = await open(path)
  const { buffer, bytesRead } = await file.read(Buffer.alloc(4096))
  return !buffer.subarray(0, bytesRead).includes('/ld-')
}

/** Whether a version of dot-separated numbers is not below another. */
export function isAtLeast(version: string, minimum: string): boolean {
  const [has, needs] = [version, minimum].map(text => text.split('.').map(Number)) as [number[], number[]]
  for (const [index, need] of needs.entries()) {
    const number = has[index] ?? 0
    if (number !== need) return number > need
  }
  return true
}
