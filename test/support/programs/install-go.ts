import { mkdir, rename } from 'node:fs/promises'
import { join } from 'node:path'
import { exec } from '../../../toolkit/exec/exec.ts'
import { cache, homeOf } from './cache.ts'
import type { Source } from './catalogue.ts'
import { program } from './program.ts'

type GoSource = Extract<Source, { kind: 'go' }>

/**
 * Builds a command of a Go module into the cache. It is built inside the module's own source, as its main module:
 * many have `replace` or `exclude` lines, which `go install` refuses, and only so do its go.sum and its pruned module
 * graph count.
 */
export async function installFromGo(source: GoSource, file: string): Promise<void> {
  const go = await program('go')
  const env = goEnvironment(process.env)
  const { stdout } = await exec(go, ['mod', 'download', '-json', `${source.module}@${source.version}`], {
    env,
  })
  const { Dir } = JSON.parse(stdout) as { Dir: string }
  const home = join(homeOf(source), 'bin')
  await mkdir(home, { recursive: true })
  const version = source.versionVariable ? ` -X ${source.versionVariable}=${source.version}` : ''
  const unfinished = join(home, `${file}.unfinished`)
  const flags = ['-trimpath', '-ldflags', `-s -w${version}`, '-o', unfinished]
  await exec(go, ['build', ...flags, `./${source.command ?? ''}`], { env, cwd: Dir })
  await rename(unfinished, join(home, file))
}

/** Keeps Go's own caches inside the project, unless the user has named others. */
function goEnvironment(env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  return {
    ...env,
    GOPATH: join(cache, 'go'),
    GOCACHE: env.GOCACHE ?? join(cache, 'go/build'),
    GOFLAGS: '-mod=readonly -modcacherw -buildvcs=false',
    GOWORK: 'off',
    GOTOOLCHAIN: 'local',
    // A fresh machine has no C compiler, and none of these programs needs C.
    CGO_ENABLED: '0',
  }
}
