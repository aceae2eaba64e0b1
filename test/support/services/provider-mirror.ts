import type { Dirent } from 'node:fs'
import { readdir } from 'node:fs/promises'
import { homedir } from 'node:os'
import { delimiter, join } from 'node:path'

/** A folder from which Terraform can take providers instead of from their registry. */
export interface ProviderMirror {
  readonly path: string
  /** Versions for this machine by the provider's address, such as `registry.terraform.io/hashicorp/aws`. */
  readonly providers: Readonly<Record<string, readonly string[]>>
}

/** A place to look in, and how many folders deep. */
export type Place = readonly [folder: string, depth: number]

const HOST = 'registry.terraform.io'
const PLATFORM = `${process.platform}_${process.arch === 'x64' ? 'amd64' : process.arch}`

/** The mirrors of this machine that hold a provider for it. A mirror is known by a folder named after the registry. */
export async function findMirrors(places = usualPlaces(process.env)): Promise<ProviderMirror[]> {
  const paths = new Set<string>()
  for (const [folder, depth] of places) for (const path of await holders(folder, depth)) paths.add(path)
  const mirrors = await Promise.all(
    [...paths].map(async path => ({ path, providers: await providersIn(path) })),
  )
  return mirrors.filter(({ providers }) => Object.keys(providers).length > 0)
}

/** Where Terraform looks by itself, its plugin cache, and where people put software that no package manager brings. */
function usualPlaces(env: NodeJS.ProcessEnv): Place[] {
  const dataDirs = (env.XDG_DATA_DIRS || '/usr/local/share:/usr/share').split(delimiter)
  return [
    ...(env.TF_PLUGIN_CACHE_DIR ? [[env.TF_PLUGIN_CACHE_DIR, 0] as const] : []),
    [join(homedir(), '.terraform.d'), 1],
    ...[env.XDG_DATA_HOME || join(homedir(), '.local/share'), ...dataDirs].map(
      folder => [join(folder, 'terraform'), 1] as const,
    ),
    ['/usr/local/share', 2],
    ['/usr/share', 1],
    ['/opt', 3],
  ]
}

async function holders(folder: string, depth: number): Promise<string[]> {
  const inside = await foldersIn(folder)
  if (inside.includes(HOST)) return [folder]
  if (depth === 0) return []
  return (await Promise.all(inside.map(name => holders(join(folder, name), depth - 1)))).flat()
}

/** Both layouts count: `VERSION/PLATFORM/`, and archives named after both beside each other. */
async function providersIn(mirror: string): Promise<Record<string, string[]>> {
  const found: Record<string, string[]> = {}
  for (const namespace of await foldersIn(join(mirror, HOST)))
    for (const type of await foldersIn(join(mirror, HOST, namespace))) {
      const home = join(mirror, HOST, namespace, type)
      const entries = await entriesIn(home)
      const packed = new RegExp(`^terraform-provider-${type}_(.+)_${PLATFORM}\\.zip$`)
      const versions = entries.flatMap(({ name }) => packed.exec(name)?.[1] ?? [])
      for (const { name } of entries)
        if ((await entriesIn(join(home, name))).some(platform => platform.name === PLATFORM))
          versions.push(name)
      if (versions.length > 0) found[`${HOST}/${namespace}/${type}`] = versions.sort(byVersion)
    }
  return found
}

const byVersion = new Intl.Collator('en', { numeric: true }).compare

async function foldersIn(folder: string): Promise<string[]> {
  return (await entriesIn(folder)).filter(entry => entry.isDirectory()).map(entry => entry.name)
}

async function entriesIn(folder: string): Promise<Dirent[]> {
  return readdir(folder, { withFileTypes: true }).catch(() => [])
}
