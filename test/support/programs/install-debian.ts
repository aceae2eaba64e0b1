import { existsSync } from 'node:fs'
import { exec } from '../../../toolkit/exec/exec.ts'
import type { Source } from './catalogue.ts'

/**
 * Installs Debian packages without those they merely recommend. The package lists are fetched only where the first
 * try fails: they may be missing or too old.
 * @throws Error where this is no Debian, or we are not root.
 */
export async function installFromDebian({ packages }: Extract<Source, { kind: 'debian' }>): Promise<void> {
  if (!existsSync('/etc/debian_version')) throw new Error('this machine is not Debian or a relative of it')
  if (process.getuid?.() !== 0) throw new Error('only root can')
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  const install = () =>
    exec('apt-get', ['install', '--yes', '--quiet', '--no-install-recommends', ...packages], { env })
  try {
    await install()
  } catch {
    await exec('apt-get', ['update', '--quiet'], { env })
    await install()
  }
}
