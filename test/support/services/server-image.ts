import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { mkdir, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { exec } from '../../../toolkit/exec/exec.ts'
import { cache } from '../programs/cache.ts'
import { withLock } from '../programs/lock.ts'
import { program } from '../programs/program.ts'
import { say } from '../programs/say.ts'

/** The Debian release that the servers run: one that the roles name as theirs. */
const RELEASE = 'bookworm'

/** Whom the server lets in, as Ubuntu's images for clouds call their user. */
export const USER = 'ubuntu'

/** What a fresh machine of a cloud has, as far as anything here asks for it. */
const PACKAGES = [
  ...['systemd-sysv', 'dbus', 'openssh-server', 'sudo', 'python3', 'python3-apt'],
  ...['ca-certificates', 'iproute2', 'procps'],
]

const UNREAD = ['doc', 'man', 'locale', 'info', 'lintian'].map(folder => `/usr/share/${folder}`)

/** Each runs while the system lies in `$1`. */
const MAKE_READY = [
  `chroot "$1" useradd --create-home --shell /bin/bash ${USER}`,
  `echo '${USER} ALL=(ALL) NOPASSWD:ALL' >"$1/etc/sudoers.d/90-${USER}"`,
  // Every server has keys and a number of its own.
  'rm -f "$1"/etc/ssh/ssh_host_*; : >"$1/etc/machine-id"',
]

/**
 * A Debian system with systemd as one archive, for `docker import`; from the project's cache, or made and kept there,
 * which takes half a minute. It has no SSH host key and lets nobody in yet.
 * @returns the archive's path, and a tag that is another for other contents.
 */
export async function serverImage(): Promise<{ archive: string; tag: string }> {
  const recipe = JSON.stringify([RELEASE, process.arch, PACKAGES, UNREAD, MAKE_READY])
  const tag = createHash('sha256').update(recipe).digest('hex').slice(0, 12)
  const folder = join(cache, '../server')
  const archive = join(folder, `${tag}.tar`)
  await withLock(join(folder, 'lock'), async () => {
    if (existsSync(archive)) return
    say(`Making a Debian ${RELEASE} system for servers (into .cache; takes half a minute)`)
    await mkdir(folder, { recursive: true })
    await make(archive)
  })
  return { archive, tag }
}

async function make(archive: string): Promise<void> {
  const unfinished = `${archive}.unfinished`
  try {
    await exec(await program('mmdebstrap'), [
      '--quiet',
      '--mode=root',
      '--format=tar',
      '--variant=minbase',
      `--include=${PACKAGES.join(',')}`,
      ...UNREAD.map(path => `--dpkgopt=path-exclude=${path}/*`),
      // With the lists in it, a server that looks for news finds that there are few.
      '--skip=cleanup/apt/lists',
      ...MAKE_READY.map(command => `--customize-hook=${command}`),
      RELEASE,
      unfinished,
      ...(await machinesSources()),
    ])
    await rename(unfinished, archive)
  } finally {
    await rm(unfinished, { force: true })
  }
}

/** Where this machine takes the same release from, as lines of sources.list; else mmdebstrap knows Debian's place. */
async function machinesSources(): Promise<string[]> {
  const format = '$(ORIGIN)\t$(CODENAME)\tdeb $(REPO_URI) $(RELEASE) $(COMPONENT)'
  const targets = await exec('apt-get', ['indextargets', '--format', format, 'Created-By: Packages'], {
    accept: 'any',
  })
  return sourcesOf(targets.stdout, RELEASE)
}

/** Out of lines `ORIGIN TAB CODENAME TAB SOURCE`, Debian's own of one release. */
export function sourcesOf(targets: string, release: string): string[] {
  const lines = targets.split('\n').map(line => line.split('\t'))
  const wanted = lines.filter(
    ([origin, codename = '']) => origin === 'Debian' && codename.split('-')[0] === release,
  )
  return [...new Set(wanted.map(([, , source = '']) => source))]
}
