import { mkdir, mkdtemp, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { exec } from '../../../toolkit/exec/exec.ts'
import { cache, homeOf } from './cache.ts'
import type { Source } from './catalogue.ts'
import { program } from './program.ts'

type GoSource = Extract<Source, { kind: 'go' }>

/** The lines of a go.mod that count only in the main module, as `go mod edit -json` tells them. */
export interface MainModuleLines {
  readonly Replace?: readonly { readonly Old: Pinned; readonly New: Pinned }[] | null
  readonly Exclude?: readonly Pinned[] | null
}

interface Pinned {
  readonly Path: string
  readonly Version?: string
}

/**
 * Builds a command of a Go module into the cache. Many modules carry `replace` or `exclude` lines, which `go install`
 * refuses, so all are built from a module of ours that repeats those lines.
 */
export async function installFromGo(source: GoSource, file: string): Promise<void> {
  const go = await program('go')
  await mkdir(cache, { recursive: true })
  const work = await mkdtemp(join(cache, 'build-'))
  const env = goEnvironment(process.env)
  const run = (...args: string[]) => exec(go, args, { cwd: work, env })
  try {
    const { stdout: told } = await run('mod', 'download', '-json', `${source.module}@${source.version}`)
    const { GoMod } = JSON.parse(told) as { GoMod: string }
    const { stdout: lines } = await run('mod', 'edit', '-json', GoMod)
    await writeFile(join(work, 'go.mod'), ownModule(source, JSON.parse(lines) as MainModuleLines))
    const flags = source.versionVariable ? ` -X ${source.versionVariable}=${source.version}` : ''
    await run('build', '-trimpath', '-ldflags', `-s -w${flags}`, '-o', file, packageOf(source))
    const home = homeOf(source)
    await mkdir(join(home, 'bin'), { recursive: true })
    await rename(join(work, file), join(home, 'bin', file))
  } finally {
    await rm(work, { recursive: true, force: true })
  }
}

/** The go.mod of a module that only requires another, under the same conditions as that one's own. */
export function ownModule({ module, version }: GoSource, { Replace, Exclude }: MainModuleLines): string {
  const pin = ({ Path, Version }: Pinned) => (Version ? `${Path} ${Version}` : Path)
  return [
    'module installed',
    `require ${module} ${version}`,
    ...(Replace ?? []).map(({ Old, New }) => `replace ${pin(Old)} => ${pin(New)}`),
    ...(Exclude ?? []).map(excluded => `exclude ${pin(excluded)}`),
    '',
  ].join('\n')
}

/** The import path of the command. */
export function packageOf({ module, command }: GoSource): string {
  return command === undefined ? module : `${module}/${command}`
}

/** Keeps Go's own caches inside the project, unless the user has named others. */
function goEnvironment(env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  return {
    ...env,
    GOPATH: join(cache, 'go'),
    GOCACHE: env.GOCACHE ?? join(cache, 'go/build'),
    GOFLAGS: '-mod=mod -modcacherw -buildvcs=false',
    GOWORK: 'off',
    GOTOOLCHAIN: 'local',
    // A fresh machine has no C compiler, and none of these programs needs C.
    CGO_ENABLED: '0',
  }
}
