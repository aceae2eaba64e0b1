import { existsSync } from 'node:fs'
import { cp, mkdir, mkdtempDisposable, readdir, readFile, rename } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseAllDocuments } from 'yaml'
import { exec } from '../../../toolkit/exec/exec.ts'
import { cache } from '../programs/cache.ts'
import { withLock } from '../programs/lock.ts'
import { program } from '../programs/program.ts'

/** Where the definitions of an API group lie: in a folder of a Go module, whose checksums are public. */
const GROUPS: Readonly<Record<string, { readonly module: string; readonly folder: string }>> = {
  'argoproj.io': { module: 'github.com/argoproj/argo-cd/v3@v3.4.13', folder: 'manifests/crds' },
  'monitoring.coreos.com': {
    module: 'github.com/prometheus-operator/prometheus-operator@v0.85.0',
    folder: 'example/prometheus-operator-crd',
  },
}

interface Definition {
  readonly kind: string
  readonly spec: {
    readonly names: { readonly kind: string }
    readonly versions: readonly {
      readonly name: string
      readonly schema: { readonly openAPIV3Schema: object }
    }[]
  }
}

/** Whether the schemas of a group's custom resources are known. */
export const isCustom = (group: string): boolean => group in GROUPS

/** The schemas of a group's custom resources, by `VERSION/Kind`. */
export async function customSchemas(group: string): Promise<ReadonlyMap<string, object>> {
  const definitions = parseAllDocuments(await definitionsOf(group)).map(
    document => document.toJS() as Definition,
  )
  return new Map(
    definitions.flatMap(({ spec }) =>
      spec.versions.map(
        ({ name, schema }) => [`${name}/${spec.names.kind}`, schema.openAPIV3Schema] as const,
      ),
    ),
  )
}

/** The definitions of a group's custom resources, as YAML. */
export async function definitionsOf(group: string): Promise<string> {
  const folder = await folderOf(group)
  const files = (await readdir(folder)).filter(file => file.endsWith('.yaml'))
  const texts = await Promise.all(files.map(file => readFile(join(folder, file), 'utf8')))
  return texts.filter(text => /^kind: CustomResourceDefinition$/m.test(text)).join('\n---\n')
}

/** The folder of the cache that holds a group's definitions, fetched when first wanted. */
async function folderOf(group: string): Promise<string> {
  const source = GROUPS[group]
  if (source === undefined) throw new Error(`no definitions are known for ${group}`)
  const home = join(cache, 'crds', source.module.replace(/[^\w.=@-]+/g, '_'))
  if (existsSync(home)) return home
  return withLock(`${home}.lock`, async () => {
    if (existsSync(home)) return home
    const go = await program('go')
    await using scratch = await mkdtempDisposable(join(tmpdir(), 'gitops-actions-crds-'))
    const env = { ...process.env, GOMODCACHE: scratch.path, GOFLAGS: '-modcacherw', GOTOOLCHAIN: 'local' }
    const cwd = scratch.path
    const { stdout } = await exec(go, ['mod', 'download', '-json', source.module], { env, cwd })
    const { Dir } = JSON.parse(stdout) as { Dir: string }
    await mkdir(join(cache, 'crds'), { recursive: true })
    await cp(join(Dir, source.folder), `${home}.unfinished`, { recursive: true })
    await rename(`${home}.unfinished`, home)
    return home
  })
}
