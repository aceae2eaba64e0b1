import { copyFile, mkdir, mkdtempDisposable, readdir, rename, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { exec } from '../../../toolkit/exec/exec.ts'
import { cache, homeOf } from './cache.ts'
import type { Source } from './catalogue.ts'
import { program } from './program.ts'

type GoSource = Extract<Source, { kind: 'go' }>

/**
 * Builds a command of a Go module into the cache. It is built inside the module's own source, as its main module:
 * many have `replace` or `exclude` lines, which `go install` refuses, and only so do its go.sum and its pruned module
 * graph count. Only one may be built at a time: each ends by removing sources.
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
  const unfinished = join(home, `${file}.unfinished`)
  await using scratch = await mkdtempDisposable(join(tmpdir(), 'gitops-actions-go-'))
  const modules = await moduleFlags(source, { go, env, source: Dir, scratch: scratch.path })
  const flags = [...modules, '-trimpath', '-ldflags', linkFlags(source), '-o', unfinished]
  await exec(go, ['build', ...flags, `./${source.command ?? ''}`], { env, cwd: Dir })
  await rename(unfinished, join(home, file))
  await dropSources()
}

/**
 * Removes the sources of all modules: gigabytes, of which the next build unpacks its own again from the archives
 * kept beside them.
 */
async function dropSources(): Promise<void> {
  const modules = join(cache, 'go/pkg/mod')
  const unpacked = (await readdir(modules)).filter(name => name !== 'cache')
  await Promise.all(unpacked.map(name => rm(join(modules, name), { recursive: true, force: true })))
}

/** What the linker is told: no symbol tables, and the variables that the program's own build sets. */
export function linkFlags({ version, versionVariable, developmentVariable }: GoSource): string {
  return [
    '-s -w',
    ...(versionVariable ? [`-X ${versionVariable}=${version}`] : []),
    ...(developmentVariable ? [`-X ${developmentVariable}=no`] : []),
  ].join(' ')
}

interface Place {
  readonly go: string
  readonly env: NodeJS.ProcessEnv
  readonly source: string
  readonly scratch: string
}

/** Where the module takes others from folders that its archive lacks: a go.mod beside its own that fetches them. */
async function moduleFlags(
  { innerModules }: GoSource,
  { go, env, source, scratch }: Place,
): Promise<string[]> {
  if (innerModules === undefined) return []
  const file = join(scratch, 'go.mod')
  await copyFile(join(source, 'go.mod'), file)
  await copyFile(join(source, 'go.sum'), join(scratch, 'go.sum'))
  const { stdout } = await exec(go, ['mod', 'edit', '-json', file], { env })
  await exec(go, ['mod', 'edit', ...innerModuleEdits(JSON.parse(stdout), innerModules), file], { env })
  // What this adds to go.sum is checked against Go's checksum database.
  return [`-modfile=${file}`, '-mod=mod']
}

/** What `go mod edit -json` tells of a go.mod. */
export interface GoMod {
  readonly Replace?: readonly {
    readonly Old: { readonly Path: string }
    readonly New: { readonly Path: string }
  }[]
  readonly GoDebug?: readonly { readonly Key: string }[]
}

/**
 * The changes to a go.mod, for `go mod edit`, by which modules come from their own archives instead of from folders
 * beside it. Settings for Go's older ways are dropped: a newer Go refuses those that it no longer knows.
 */
export function innerModuleEdits({ Replace = [], GoDebug = [] }: GoMod, version: string): string[] {
  const inner = Replace.filter(({ New }) => New.Path.startsWith('./')).map(({ Old }) => Old.Path)
  return [
    ...inner.flatMap(path => [`-dropreplace=${path}`, `-require=${path}@${version}`]),
    ...GoDebug.map(({ Key }) => `-dropgodebug=${Key}`),
  ]
}

/** Keeps Go's own caches inside the project, unless the user has named others. */
export function goEnvironment(env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
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
