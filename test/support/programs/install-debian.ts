import { existsSync } from 'node:fs'
import { rm, writeFile } from 'node:fs/promises'
import { exec } from '../../../toolkit/exec/exec.ts'
import type { Source } from './catalogue.ts'

/** Where Debian asks whether a package may start its service (invoke-rc.d(8)); 101 means no. */
const POLICY = '/usr/sbin/policy-rc.d'

/**
 * Installs Debian packages without those they merely recommend, and without starting the services they bring: tests
 * start their own. The package lists are fetched only where the first try fails: they may be missing or too old.
 * @throws Error where this is no Debian, or we are not root.
 */
export async function installFromDebian({ packages }: Extract<Source, { kind: 'debian' }>): Promise<void> {
  if (!existsSync('/etc/debian_version')) throw new Error('this machine is not Debian or a relative of it')
  if (process.getuid?.() !== 0) throw new Error('only root can')
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  const install = () =>
    exec('apt-get', ['install', '--yes', '--quiet', '--no-install-recommends', ...packages], { env })
  await withoutServices(async () => {
    try {
      await install()
    } catch {
      await exec('apt-get', ['update', '--quiet'], { env })
      await install()
    }
  })
}

async function withoutServices(body: () => Promise<void>): Promise<void> {
  if (existsSync(POLICY)) return body()
  await writeFile(POLICY, '#!/bin/sh\nexit 101\n', { mode: 0o755 })
  try {
    await body()
  } finally {
    await rm(POLICY, { force: true })
  }
}
