import type { Exec } from '../../../../toolkit/exec/exec.ts'
import type { Credentials } from '../../../../toolkit/oci/registry.ts'
import type { PlannedImage } from '../plan.ts'
import type { SecretFile } from '../secrets.ts'

/** What a builder works with: how programs run, and where its files lie. */
export interface Site {
  readonly exec: Exec
  /** With the private DOCKER_CONFIG in it. */
  readonly env: NodeJS.ProcessEnv
  /** Private; gone when the step ends. */
  readonly folder: string
  readonly signal: AbortSignal
}

/** What holds for all images of a step. */
export interface BuildSettings {
  readonly push: boolean
  readonly attestations: 'auto' | 'off' | 'full'
  readonly cacheFrom: readonly string[]
  readonly cacheTo: readonly string[]
  readonly secrets: readonly SecretFile[]
}

export type OnLine = (line: string) => void

/** A program that builds and pushes. */
export interface Engine {
  /** As it stands in the log: `buildx`, `docker`, `buildah`. */
  readonly name: string
  /** What stands in the way of these settings, with the remedy; undefined where nothing does. */
  objection(image: PlannedImage, settings: BuildSettings): string | undefined
  /** Makes a builder of our own ready where one is needed. */
  prepare?(site: Site): Promise<void>
  /**
   * Logs in, in the private DOCKER_CONFIG.
   * @throws ExecError
   */
  login(site: Site, host: string, credentials: Credentials): Promise<void>
  /**
   * Builds an image and, where the settings say so, pushes all its tags.
   * @returns the digest that was pushed, where the builder tells it.
   * @throws ExecError
   */
  build(site: Site, image: PlannedImage, settings: BuildSettings, onLine: OnLine): Promise<string | undefined>
  /** Removes what `prepare` made. */
  close?(site: Site): Promise<void>
}

/** `repository:tag` for every tag. */
export function references(image: PlannedImage): string[] {
  return image.tags.map(tag => `${image.repository}:${tag}`)
}

/** One option for each value: `--label a=b --label c=d`. */
export function repeated(option: string, values: readonly string[]): string[] {
  return values.flatMap(value => [option, value])
}

/** `key=value` for each entry. */
function assignments(values: Readonly<Record<string, string>>): string[] {
  return Object.entries(values).map(([key, value]) => `${key}=${value}`)
}

/** Which Dockerfile, and how far; every engine takes these alike. */
export function sourceOptions(image: PlannedImage): string[] {
  return ['--file', image.file, ...(image.target === undefined ? [] : ['--target', image.target])]
}

/** What goes into the image and onto it; every engine takes these alike. */
export function contentOptions(image: PlannedImage, settings: BuildSettings): string[] {
  return [
    ...repeated('--tag', references(image)),
    ...repeated('--label', assignments(image.labels)),
    ...repeated('--build-arg', assignments(image.buildArgs)),
    ...repeated(
      '--secret',
      settings.secrets.map(({ id, path }) => `id=${id},src=${path}`),
    ),
  ]
}

/** `docker login`, the password over standard input. */
export async function dockerLogin(
  site: Site,
  host: string,
  { username, password }: Credentials,
): Promise<void> {
  // Without a server it is Docker Hub, whose entry goes under the key https://index.docker.io/v1/ that all tools read.
  const server = host === 'docker.io' ? [] : [host]
  const args = ['login', '--username', username, '--password-stdin', ...server]
  await site.exec('docker', args, { env: site.env, input: password, timeout: 60_000, signal: site.signal })
}
