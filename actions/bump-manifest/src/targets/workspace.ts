import { randomBytes } from 'node:crypto'
import { type Dirent, readdirSync, readFileSync, statSync } from 'node:fs'
import { lstat, open, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { LARGEST_FILE } from '../../../../toolkit/yaml/parse.ts'
import type { Target } from '../land.ts'
import type { FileChange, SourceFile } from '../plan.ts'
import type { BumpRequest } from '../request.ts'
import { demandRegular, type Role, selector } from '../select.ts'

/** The files of the workspace, for mode `write`. Nothing outside of it is read or written. */
export function workspaceTarget(folder: string, request: BumpRequest): Target {
  return {
    name: folder,
    async read() {
      const files = readWorkspace(folder, request, await selector(request))
      return {
        files,
        async land({ changes }) {
          await replaceFiles(folder, changes)
          return undefined
        },
      }
    },
  }
}

/** Reads in one go: a step has nothing else to do meanwhile, and awaiting each of many small files costs far more. */
function readWorkspace(folder: string, request: BumpRequest, roleOf: (path: string) => Role): SourceFile[] {
  const regular: { path: string; context: boolean }[] = []
  const irregular: { path: string; kind: string }[] = []
  for (const { path, isFile } of walk(folder, '')) {
    const role = roleOf(path)
    if (!isFile) irregular.push({ path, kind: 'symbolic link or device' })
    else if (role) regular.push({ path, context: role === 'context' })
  }
  demandRegular(irregular, request)
  return regular
    .sort((a, b) => (a.path < b.path ? -1 : 1))
    .flatMap(({ path, context }) => {
      const bytes = readIfAllowed(join(folder, path), context)
      return bytes === 'forbidden' ? [] : [{ path, bytes, context }]
    })
}

/** The bytes of a file, undefined where it is too large. What nobody asked for may be closed to the job's user. */
function readIfAllowed(file: string, unasked: boolean): Buffer | undefined | 'forbidden' {
  try {
    return statSync(file).size > LARGEST_FILE ? undefined : readFileSync(file)
  } catch (thrown) {
    if (unasked && isForbidden(thrown)) return 'forbidden'
    throw thrown
  }
}

function isForbidden(thrown: unknown): boolean {
  return (thrown as NodeJS.ErrnoException).code === 'EACCES'
}

/** Every file below a folder; symbolic links are named, never followed. */
function* walk(root: string, below: string): Generator<{ path: string; isFile: boolean }> {
  for (const entry of entriesOf(join(root, below))) {
    const path = below === '' ? entry.name : `${below}/${entry.name}`
    if (!entry.isDirectory()) yield { path, isFile: entry.isFile() }
    else if (entry.name !== '.git' && entry.name !== 'node_modules') yield* walk(root, path)
  }
}

/** Containers leave folders behind that the job's user may not read; what to change is not among them. */
function entriesOf(folder: string): Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true })
  } catch (thrown) {
    if (isForbidden(thrown)) return []
    throw thrown
  }
}

/** Writes all new contents beside the files first, then puts each in place in one step; modes stay. */
async function replaceFiles(folder: string, changes: readonly FileChange[]): Promise<void> {
  const written: { from: string; to: string }[] = []
  try {
    for (const { path, after } of changes) {
      const to = join(folder, path)
      const from = `${to}.${randomBytes(6).toString('hex')}.tmp`
      const { mode } = await lstat(to)
      written.push({ from, to })
      const file = await open(from, 'wx', mode & 0o7777)
      try {
        await file.chmod(mode & 0o7777)
        await file.writeFile(after)
      } finally {
        await file.close()
      }
    }
    for (const { from, to } of written) await rename(from, to)
  } finally {
    for (const { from } of written) await rm(from, { force: true })
  }
}
