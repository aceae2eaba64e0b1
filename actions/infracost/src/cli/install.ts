import { createHash, randomBytes } from 'node:crypto'
import { access, mkdir, readdir, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { messageOf, UserError } from '../../../../toolkit/action/errors.ts'
import type { World } from '../../../../toolkit/action/run.ts'
import { ConnectionError, httpSender, type Send } from '../../../../toolkit/http/request.ts'
import { retry } from '../../../../toolkit/retry/retry.ts'

const RELEASES = 'https://github.com/infracost/infracost/releases/download'
const LARGEST = 256 * 1024 * 1024
const TIMEOUT = 120_000
const MOST_REDIRECTS = 5
const REMEDIES = {
  distrusted:
    'where a proxy stands between that ends HTTPS, have NODE_EXTRA_CA_CERTS name a file with its authority',
  absent: 'check the proxy that HTTPS_PROXY names',
}

/**
 * Installs a version of Infracost into the runner's tool cache, and nothing at all where it is there already.
 * @returns the program's path.
 * @throws UserError where there is none for this machine, it cannot be downloaded, or it is not what its checksum says.
 */
export async function install(version: string, world: World): Promise<string> {
  const cache = world.env.RUNNER_TOOL_CACHE || (await world.jobFolder())
  const home = join(cache, 'infracost', version, process.arch)
  const program = join(home, process.platform === 'win32' ? 'infracost.exe' : 'infracost')
  if (await exists(program)) return program
  const asset = assetFor(process.platform, process.arch)
  const url = `${RELEASES}/v${version}/${asset}`
  world.log.info(`Infracost v${version} is downloaded from ${url}`)
  const archive = await verified(url, world)
  // Beside its place, so that the last step is one rename: who finds the program finds all of it.
  const scratch = join(cache, 'infracost', `.${randomBytes(6).toString('hex')}`)
  try {
    await mkdir(scratch, { recursive: true })
    await writeFile(join(scratch, asset), archive)
    await world.exec('tar', ['-xzf', asset], { cwd: scratch, signal: world.signal })
    await mkdir(home, { recursive: true })
    await rename(join(scratch, await programIn(scratch)), program)
  } finally {
    await rm(scratch, { recursive: true, force: true })
  }
  return program
}

/**
 * What the release calls the archive for a machine.
 * @throws UserError where it has none.
 */
export function assetFor(platform: string, arch: string): string {
  const os = { linux: 'linux', darwin: 'darwin', win32: 'windows' }[platform]
  const cpu = { x64: 'amd64', arm64: 'arm64' }[arch]
  if (os === undefined || cpu === undefined)
    throw new UserError(
      `Infracost has no release for ${platform} on ${arch}; put an infracost of v0.10 on PATH in an earlier step`,
    )
  return `infracost-${os}-${cpu}.tar.gz`
}

async function programIn(folder: string): Promise<string> {
  const names = await readdir(folder)
  const name = names.find(file => /^infracost([-.]|$)/.test(file) && !file.endsWith('.tar.gz'))
  if (name === undefined) throw new UserError('the archive of Infracost holds no program called infracost')
  return name
}

async function verified(url: string, world: World): Promise<Buffer> {
  const { send, close } = await httpSender({
    env: world.env,
    signal: world.signal,
    timeout: TIMEOUT,
    largestBody: LARGEST,
    remedies: REMEDIES,
  })
  try {
    const sums = (await download(`${url}.sha256`, send, world)).toString('utf8')
    const archive = await download(url, send, world)
    const expected = /^[0-9a-f]{64}\b/i.exec(sums.trim())?.[0].toLowerCase()
    const actual = createHash('sha256').update(archive).digest('hex')
    if (expected === undefined) throw new UserError(`${url}.sha256 holds no checksum; nothing is installed`)
    if (actual !== expected)
      throw new UserError(
        `${url} has the SHA-256 ${actual}, and its release says ${expected}; nothing is installed`,
      )
    return archive
  } finally {
    close()
  }
}

function download(url: string, send: Send, { signal }: World): Promise<Buffer> {
  return retry(() => follow(new URL(url), send), {
    attempts: 3,
    delay: 2000,
    signal,
    retryable: thrown => thrown instanceof ConnectionError,
  }).catch(thrown => {
    if (!(thrown instanceof UserError)) throw thrown
    throw new UserError(
      `Infracost cannot be downloaded: ${messageOf(thrown)}; without access to github.com, put an infracost of v0.10 on PATH in an earlier step, or into RUNNER_TOOL_CACHE`,
    )
  })
}

async function follow(url: URL, send: Send, redirects = 0): Promise<Buffer> {
  const { status, headers, body } = await send(url)
  if (status === 200) return body
  if (status >= 300 && status < 400 && headers.location && redirects < MOST_REDIRECTS) {
    const next = new URL(headers.location, url)
    if (next.protocol === 'https:') return follow(next, send, redirects + 1)
  }
  if (status >= 500) throw new ConnectionError(`${url.host} answered with status ${status}`)
  throw new UserError(
    status === 404
      ? `there is no ${url.href}`
      : `${url.host} answered with status ${status} to ${url.pathname}`,
  )
}

async function exists(path: string): Promise<boolean> {
  try {
    await access(path)
    return true
  } catch {
    return false
  }
}
