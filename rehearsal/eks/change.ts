import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { WorkingCopy } from '../working-copy.ts'

/** Words of a file that give way to others. */
export interface Change {
  readonly file: string
  readonly from: string
  readonly to: string
}

/**
 * Changes files of a working copy.
 * @throws where a file does not have the words: the example has moved on, and the rehearsal has to follow.
 */
export async function change({ folder }: WorkingCopy, ...changes: readonly Change[]): Promise<void> {
  for (const { file, from, to } of changes) {
    const path = join(folder, file)
    const before = await readFile(path, 'utf8')
    const after = before.replaceAll(from, to)
    if (after === before) throw new Error(`the example's ${file} has no '${from}' to change`)
    await writeFile(path, after)
  }
}
