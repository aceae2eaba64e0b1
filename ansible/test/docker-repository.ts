import { createHash } from 'node:crypto'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { program } from '../../test/support/programs/program.ts'
import { exec } from '../../toolkit/exec/exec.ts'

/** An apt repository in place of Docker's: without packages, but signed, and laid out as Docker's is. */
export interface Repository extends AsyncDisposable {
  readonly url: string
  /** The SHA-256 of the file `gpg`, its key. */
  readonly keySha256: string
}

/** Serves a repository for one release of Debian at an address of this machine. */
export async function serveRepository(address: string, release: string): Promise<Repository> {
  const folder = await mkdtemp(join(tmpdir(), 'gpg-'))
  const path = await program('gpg')
  const gpg = (...args: string[]) => exec(path, ['--homedir', folder, '--batch', ...args])
  await gpg('--passphrase', '', '--quick-generate-key', 'test', 'ed25519', 'sign', 'never')
  await gpg('--armor', '--output', join(folder, 'gpg'), '--export')
  await writeFile(join(folder, 'Release'), releaseFile(release))
  await gpg('--output', join(folder, 'InRelease'), '--clearsign', join(folder, 'Release'))
  const key = await readFile(join(folder, 'gpg'))
  const files: Record<string, Buffer | string> = {
    '/gpg': key,
    [`/dists/${release}/InRelease`]: await readFile(join(folder, 'InRelease')),
    ...Object.fromEntries(INDEXES.map(index => [`/dists/${release}/${index}`, ''])),
  }
  const server = createServer(({ url = '' }, answer) => {
    const file = files[url]
    answer.writeHead(file === undefined ? 404 : 200).end(file)
  })
  await new Promise<void>(resolve => server.listen(0, address, resolve))
  return {
    url: `http://${address}:${(server.address() as AddressInfo).port}`,
    keySha256: sha256(key),
    async [Symbol.asyncDispose]() {
      server.closeAllConnections()
      await new Promise(resolve => server.close(resolve))
      // The agent would outlive its folder.
      await exec('gpgconf', ['--homedir', folder, '--kill', 'all'], { accept: 'any' })
      await rm(folder, { recursive: true, force: true })
    },
  }
}

const INDEXES = ['amd64', 'arm64'].map(architecture => `stable/binary-${architecture}/Packages`)

function releaseFile(release: string): string {
  return [
    `Suite: ${release}`,
    `Codename: ${release}`,
    'Components: stable',
    'Architectures: amd64 arm64',
    `Date: ${new Date().toUTCString()}`,
    'SHA256:',
    ...INDEXES.map(index => ` ${sha256('')} 0 ${index}`),
    '',
  ].join('\n')
}

function sha256(content: Buffer | string): string {
  return createHash('sha256').update(content).digest('hex')
}
