import { existsSync } from 'node:fs'
import { mkdir, mkdtempDisposable, readdir, readFile, rename, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { parseAllDocuments } from 'yaml'
import { exec } from '../../../toolkit/exec/exec.ts'
import { cache } from '../programs/cache.ts'
import { withLock } from '../programs/lock.ts'
import { program } from '../programs/program.ts'

/** Where the definitions of an API group lie: in a folder of a Go module, whose checksums are public. */
const GROUPS: Readonly<Record<string, Source>> = {
  'argoproj.io': { module: 'github.com/argoproj/argo-cd/v3@v3.4.13', folder: 'manifests/crds' },
  'monitoring.coreos.com': {
    module: 'github.com/prometheus-operator/prometheus-operator@v0.85.0',
    folder: 'example/prometheus-operator-crd',
  },
}

interface Source {
  readonly module: string
  readonly folder: string
}

/** A CustomResourceDefinition, as far as anybody has to know. */
export interface Definition {
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

const read = new Map<string, Promise<readonly Definition[]>>()

/** The definitions of a group's custom resources, as Kubernetes takes them; fetched when first wanted, read once. */
export function definitionsOf(group: string): Promise<readonly Definition[]> {
  const definitions = read.get(group) ?? readDefinitions(group)
  read.set(group, definitions)
  return definitions
}

/** The schemas of a group's custom resources, by `VERSION/Kind`. */
export async function customSchemas(group: string): Promise<ReadonlyMap<string, object>> {
  const definitions = await definitionsOf(group)
  return new Map(
    definitions.flatMap(({ spec }) =>
      spec.versions.map(
        ({ name, schema }) => [`${name}/${spec.names.kind}`, schema.openAPIV3Schema] as const,
      ),
    ),
  )
}

async function readDefinitions(group: string): Promise<readonly Definition[]> {
  const source = GROUPS[group]
  if (source === undefined) throw new Error(`no definitions are known for ${group}`)
  // JSON, for these are so large that reading YAML takes seconds.
  const home = join(cache, 'crds', `${source.module.replace(/[^\w.=@-]+/g, '_')}.json`)
  if (!existsSync(home))
    await withLock(`${home}.lock`, async () => {
      if (existsSync(home)) return
      await mkdir(dirname(home), { recursive: true })
      await writeFile(`${home}.unfinished`, JSON.stringify(await fetchDefinitions(source)))
      await rename(`${home}.unfinished`, home)
    })
  return JSON.parse(await readFile(home, 'utf8')) as Definition[]
}

async function fetchDefinitions({ module, folder }: Source): Promise<Definition[]> {
  const go = await program('go')
  await using scratch = await mkdtempDisposable(join(tmpdir(), 'gitops-actions-crds-'))
  const env = { ...process.env, GOMODCACHE: scratch.path, GOFLAGS: '-modcacherw', GOTOOLCHAIN: 'local' }
  const cwd = scratch.path
  const { stdout } = await exec(go, ['mod', 'download', '-json', module], { env, cwd })
  const { Dir } = JSON.parse(stdout) as { Dir: string }
  const files = (await readdir(join(Dir, folder))).filter(file => file.endsWith('.yaml'))
  const texts = await Promise.all(files.map(file => readFile(join(Dir, folder, file), 'utf8')))
  return texts
    .flatMap(text => parseAllDocuments(text))
    .map(document => document.toJS() as Definition)
    .filter(({ kind }) => kind === 'CustomResourceDefinition')
}
