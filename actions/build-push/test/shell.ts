import { cp, realpath } from 'node:fs/promises'
import { join } from 'node:path'
import { exec } from '../../../toolkit/exec/exec.ts'

/** Copies programs of this machine, with the libraries they need, so that an image can run them. */
export async function copyPrograms(programs: readonly string[], root: string): Promise<void> {
  for (const program of programs) {
    const { stdout } = await exec('ldd', [program])
    const libraries = [...stdout.matchAll(/(\/\S+) \(0x/g)].map(([, path]) => path as string)
    for (const path of [program, ...libraries]) await cp(await realpath(path), join(root, path))
  }
}

/** A Dockerfile on top of what was copied to `root/`. */
export const onShell = (...lines: string[]) => ['FROM scratch', 'COPY root/ /', ...lines, ''].join('\n')
