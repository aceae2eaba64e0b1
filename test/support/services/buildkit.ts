import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { UserError } from '../../../toolkit/action/errors.ts'
import { program } from '../programs/program.ts'
import { startDaemon } from './daemon.ts'
import { openPremises } from './premises.ts'

export interface BuildkitOptions {
  /** Variables of the daemon itself: a proxy, certificates. */
  readonly env?: Readonly<Record<string, string>>
}

/** A BuildKit daemon without an engine, as a build farm offers it. */
export interface Buildkit extends AsyncDisposable {
  /** For buildx's `remote` driver. */
  readonly address: string
}

/**
 * Starts a BuildKit daemon.
 * @throws UserError where we are not root, as only root can run its builds here.
 */
export async function startBuildkit(options: BuildkitOptions = {}): Promise<Buildkit> {
  if (process.getuid?.() !== 0) throw new UserError('only root can start a BuildKit daemon; run this as root')
  const premises = await openPremises('buildkit')
  try {
    const address = `unix://${join(premises.folder, 'buildkitd.sock')}`
    const config = join(premises.folder, 'buildkitd.toml')
    await writeFile(config, `[otel]\nsocketPath = ${JSON.stringify(join(premises.folder, 'otel.sock'))}\n`)
    await startDaemon(premises, {
      program: await program('buildkitd'),
      args: [
        ...['--config', config, '--addr', address, '--root', join(premises.folder, 'root')],
        ...['--oci-worker=true', '--oci-worker-binary', await program('runc'), '--containerd-worker=false'],
        '--oci-worker-net=host',
      ],
      env: { ...options.env },
      ready: log => {
        if (!log.includes('running server on')) throw new Error('it does not listen yet')
      },
    })
    return { address, [Symbol.asyncDispose]: () => premises[Symbol.asyncDispose]() }
  } catch (thrown) {
    await premises[Symbol.asyncDispose]()
    throw thrown
  }
}
