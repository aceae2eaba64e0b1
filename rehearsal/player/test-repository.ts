import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { createRuns } from '../../test/support/github/runs.ts'
import { exec } from '../../toolkit/exec/exec.ts'
import type { Host, Repository } from './host.ts'

/** A git host made of folders, for tests of the player alone; disposing removes it. */
export async function folderHost() {
  const folder = await mkdtemp(join(tmpdir(), 'host-'))
  const host: Host = {
    url: `file://${folder}`,
    apiUrl: `file://${folder}/api/v3`,
    graphqlUrl: `file://${folder}/api/graphql`,
    runs: createRuns(),
    token: ({ write }) => (write ? 'ghs_writing-token' : 'ghs_reading-token'),
  }
  return {
    host,
    /** A bare repository with one commit on `main`. */
    async repository(fullName: string, files: Record<string, string>): Promise<Repository> {
      const clone = join(folder, 'clones', fullName)
      const path = join(folder, fullName)
      await mkdir(clone, { recursive: true })
      const git = (...args: string[]) => exec('git', ['-C', clone, ...args])
      await git('init', '-q', '-b', 'main')
      for (const [file, text] of Object.entries(files)) {
        await mkdir(dirname(join(clone, file)), { recursive: true })
        await writeFile(join(clone, file), text)
      }
      await git('add', '-A')
      await git('-c', 'user.name=t', '-c', 'user.email=t@example.com', 'commit', '-qm', 'Start')
      await exec('git', ['clone', '-q', '--bare', clone, path])
      return { fullName, path }
    },
    [Symbol.asyncDispose]: () => rm(folder, { recursive: true, force: true }),
  }
}
