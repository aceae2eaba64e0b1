import { chown, copyFile, link, mkdir, mkdtempDisposable, readFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { goEnvironment } from '../../../test/support/programs/install-go.ts'
import { program } from '../../../test/support/programs/program.ts'
import type { Server } from '../../../test/support/services/server.ts'
import { exec } from '../../../toolkit/exec/exec.ts'

const SOURCE = join(dirname(fileURLToPath(import.meta.url)), 'stand-in.go')

/** What health checks call, and where the images have it. */
const CHECKS = ['bin/wget', 'bin/pg_isready', 'usr/local/bin/traefik']

/** Where each image's server listens, the port of its health check first; with an `s` it speaks TLS. */
const PORTS: readonly (readonly [image: RegExp, ports: string])[] = [
  [/^traefik:/, '80 443s 8082'],
  [/^grafana\/loki:/, '3100'],
  [/^grafana\/grafana:/, '3000'],
  [/^grafana\/(alloy|promtail):/, '12345'],
  [/\/cadvisor:/, '8080'],
  [/\/docker-socket-proxy:/, '2375'],
  [/^postgres:/, '5432'],
  [/\/frontend:/, '8080'],
  [/\/backend:/, '8000'],
]

/**
 * Gives a server's engine images that could not be pulled, under the names that are asked for. All but Prometheus are
 * stand-ins: one small program that listens where the real one would. Prometheus is Debian's, older than its name.
 */
export async function provideImages(server: Server, images: readonly string[]): Promise<void> {
  await using folder = await mkdtempDisposable(join(tmpdir(), 'stand-ins-'))
  const [standIn, prometheus] = await Promise.all([standInSystem(folder.path), prometheusSystem(folder.path)])
  for (const image of images) {
    if (image.startsWith('prom/prometheus:'))
      await load(server, prometheus, image, [
        'ENTRYPOINT ["/bin/prometheus"]',
        'USER 65534',
        'ENV PORTS=9090',
      ])
    else {
      const ports = PORTS.find(([name]) => name.test(image))?.[1]
      if (ports === undefined) throw new Error(`'${image}' has no stand-in`)
      await load(server, standIn, image, ['ENTRYPOINT ["/stand-in"]', `ENV NAME=${image} PORTS="${ports}"`])
    }
  }
}

async function load(server: Server, system: Buffer, image: string, settings: string[]): Promise<void> {
  const changes = settings.flatMap(setting => ['--change', setting])
  await server.exec(['docker', 'import', ...changes, '-', image], { input: system })
}

async function standInSystem(folder: string): Promise<Buffer> {
  const root = join(folder, 'stand-in')
  await mkdir(root)
  await addStandIn(root)
  return pack(root)
}

/** Links all names to one file, so that a layer has it once. */
async function addStandIn(root: string): Promise<void> {
  const env = { ...goEnvironment(process.env), GO111MODULE: 'off', GOFLAGS: '' }
  const flags = ['-trimpath', '-ldflags', '-s -w']
  await exec(await program('go'), ['build', ...flags, '-o', join(root, 'stand-in'), SOURCE], { env })
  for (const check of CHECKS) {
    await mkdir(dirname(join(root, check)), { recursive: true })
    await link(join(root, 'stand-in'), join(root, check))
  }
}

/** The program of Debian's package, and the two libraries that it needs. */
async function prometheusSystem(folder: string): Promise<Buffer> {
  const root = join(folder, 'prometheus')
  const binary = join(dirname(await program('promtool')), 'prometheus')
  await mkdir(join(root, 'bin'), { recursive: true })
  await addStandIn(root)
  await copyFile(binary, join(root, 'bin/prometheus'))
  const { stdout } = await exec('ldd', [binary])
  for (const [library] of stdout.matchAll(/\/\S+/g)) {
    await mkdir(dirname(join(root, library)), { recursive: true })
    await copyFile(library, join(root, library))
  }
  // A new volume takes over the folder's owner.
  await mkdir(join(root, 'prometheus'))
  await chown(join(root, 'prometheus'), 65534, 65534)
  return pack(root)
}

async function pack(root: string): Promise<Buffer> {
  await exec('tar', ['-cf', `${root}.tar`, '--numeric-owner', '-C', root, '.'])
  return readFile(`${root}.tar`)
}
