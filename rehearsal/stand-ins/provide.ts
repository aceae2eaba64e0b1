import { readFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import { CancelledError, UserError } from '../../toolkit/action/errors.ts'
import { ExecError, exec } from '../../toolkit/exec/exec.ts'
import { type Archive, archiveOf } from './archive.ts'
import { baseImages } from './dockerfile.ts'
import { cookFor } from './recipes.ts'

/** An image that is not what its name says, and what it is instead. */
export interface StandIn {
  readonly image: string
  readonly madeFrom: string
}

/** A base image, and the build contexts (folders of Dockerfiles) that build on it. */
export interface Wanted {
  readonly image: string
  readonly contexts: readonly string[]
}

/** Milliseconds in which a registry that can be reached says something. */
const PATIENCE = 15_000

/**
 * Sees to it that an engine has every base image of some Dockerfiles: pulled where that is possible; where it is not,
 * a small stand-in of the same name, made from packages, so that the Dockerfiles build as they are.
 * @param engine DOCKER_HOST and DOCKER_CONFIG.
 * @param dockerfiles paths; a Dockerfile's folder is taken for its build context.
 * @param log is told what is stood in for, and why.
 * @throws UserError where an image does not exist, or can neither be pulled nor stood in for.
 */
export async function provideBaseImages(
  engine: Readonly<Record<string, string>>,
  dockerfiles: readonly string[],
  { log }: { log: (line: string) => void },
): Promise<{ standIns: StandIn[] }> {
  return provideImages(engine, await baseImagesOf(dockerfiles), { log })
}

/** The same for images in general. */
export async function provideImages(
  engine: Readonly<Record<string, string>>,
  wanted: readonly Wanted[],
  { log }: { log: (line: string) => void },
): Promise<{ standIns: StandIn[] }> {
  const env = { ...process.env, ...engine }
  const missing = await pullWhatCanBe(wanted, env, log)
  return { standIns: await Promise.all(missing.map(one => provideStandIn(one, env, log))) }
}

/** The base images of Dockerfiles, each once, with the contexts that want it. */
export async function baseImagesOf(dockerfiles: readonly string[]): Promise<Wanted[]> {
  const contexts = new Map<string, string[]>()
  for (const path of dockerfiles)
    for (const image of baseImages(await readFile(path, 'utf8')))
      contexts.set(image, [...(contexts.get(image) ?? []), dirname(path)])
  return [...contexts].map(([image, folders]) => ({ image, contexts: folders }))
}

/**
 * A stand-in as a file, from which any engine can take it.
 * @throws UserError where there is no recipe for the image, or we are not root.
 */
export async function standInArchive(
  { image, contexts }: Wanted,
  log: (line: string) => void,
): Promise<Archive & StandIn> {
  const recipe = await cookFor(image)(contexts)
  if (process.getuid?.() !== 0)
    throw new UserError(
      `'${image}' cannot be pulled here, and only root can make a stand-in; run this as root`,
    )
  const archive = await archiveOf(image, recipe, () =>
    log(`Making a stand-in for ${image}: ${recipe.madeFrom}`),
  )
  return { ...archive, image, madeFrom: recipe.madeFrom }
}

async function provideStandIn(
  wanted: Wanted,
  env: NodeJS.ProcessEnv,
  log: (line: string) => void,
): Promise<StandIn> {
  const { image, madeFrom, id, path } = await standInArchive(wanted, log)
  if ((await idOf(image, env)) !== id) await exec('docker', ['load', '--quiet', '--input', path], { env })
  return { image, madeFrom }
}

async function idOf(image: string, env: NodeJS.ProcessEnv): Promise<string | undefined> {
  const asked = ['image', 'inspect', '--format', '{{.Id}}', image]
  const { code, stdout } = await exec('docker', asked, { env, accept: 'any' })
  return code === 0 ? stdout.trim() : undefined
}

/** Pulls; returns what cannot be pulled. A registry that does not answer will not answer the next time either. */
async function pullWhatCanBe(
  wanted: readonly Wanted[],
  env: NodeJS.ProcessEnv,
  log: (line: string) => void,
): Promise<readonly Wanted[]> {
  for (const [index, { image }] of wanted.entries()) {
    const obstacle = await pull(image, env)
    if (obstacle !== undefined) {
      log(`Images cannot be pulled here (${obstacle}), so stand-ins are used`)
      return wanted.slice(index)
    }
    log(`Pulled ${image}`)
  }
  return []
}

/** Pulls one image, however long that takes once it has begun; returns why it cannot be pulled. */
async function pull(image: string, env: NodeJS.ProcessEnv): Promise<string | undefined> {
  const silence = new AbortController()
  const timer = setTimeout(() => silence.abort(), PATIENCE)
  const onLine = () => clearTimeout(timer)
  try {
    await exec('docker', ['pull', image], { env, signal: silence.signal, onLine })
    return undefined
  } catch (thrown) {
    if (thrown instanceof CancelledError) return `no answer within ${PATIENCE / 1000} s`
    if (!(thrown instanceof ExecError)) throw thrown
    if (/manifest unknown/.test(thrown.result.stderr))
      throw new UserError(`the registry has no image '${image}'; correct the Dockerfile that names it`)
    return thrown.result.stderr.trim().split(': ').slice(-2).join(': ')
  } finally {
    clearTimeout(timer)
  }
}
