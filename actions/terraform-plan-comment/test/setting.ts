import { mkdir, mkdtempDisposable, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'

/** A workspace with files. */
export async function workspace(files: Record<string, string>) {
  const folder = await mkdtempDisposable(join(tmpdir(), 'workspace-'))
  for (const [name, content] of Object.entries(files)) {
    await mkdir(dirname(join(folder.path, name)), { recursive: true })
    await writeFile(join(folder.path, name), content)
  }
  return { path: folder.path, [Symbol.asyncDispose]: () => folder.remove() }
}
