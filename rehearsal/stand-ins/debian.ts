import { existsSync } from 'node:fs'
import { appendFile, copyFile, readdir, rm, symlink } from 'node:fs/promises'
import { join } from 'node:path'
import { program } from '../../test/support/programs/program.ts'
import { exec } from '../../toolkit/exec/exec.ts'

/** The Debian release that the official images build on; it brings Python 3.13. */
export const release = 'trixie'

/** To be changed with what `unpackDebian` does: part of every key. */
export const debianKey = `debian-${release}-2`

/** The search path of the official images. */
export const PATH = 'PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin'

/** What no build reads. */
const UNREAD = [
  ...['doc', 'man', 'locale', 'info', 'zoneinfo', 'perl5'].map(folder => `/usr/share/${folder}`),
  '/usr/lib/*/gconv',
]

const ALWAYS = ['base-files', 'base-passwd', 'busybox', 'dash']

/**
 * Unpacks Debian packages and what they depend on into a folder. They are not configured: unpacking takes seconds,
 * and what a build needs of the rest (users, everyday commands) is done here.
 */
export async function unpackDebian(root: string, packages: readonly string[]): Promise<void> {
  await exec(await program('mmdebstrap'), [
    '--quiet',
    '--mode=root',
    '--variant=extract',
    `--include=${[...ALWAYS, ...packages].join(',')}`,
    ...UNREAD.map(path => `--dpkgopt=path-exclude=${path}/*`),
    release,
    root,
  ])
  for (const folder of ['dev', 'var/cache', 'var/lib/apt', 'var/lib/dpkg']) await empty(join(root, folder))
  for (const file of ['passwd', 'group'])
    await copyFile(join(root, `usr/share/base-passwd/${file}.master`), join(root, 'etc', file))
  await linkBusybox(root)
}

/** Gives a name to a user's number, for programs that ask who they are. */
export async function addUser(root: string, name: string, id: number): Promise<void> {
  await appendFile(join(root, 'etc/passwd'), `${name}:x:${id}:${id}::/nonexistent:/usr/sbin/nologin\n`)
  await appendFile(join(root, 'etc/group'), `${name}:x:${id}:\n`)
}

/** `ls`, `cp`, `wget` and the like, wherever no package brought the real one. */
async function linkBusybox(root: string): Promise<void> {
  const { stdout } = await exec('chroot', [root, '/usr/bin/busybox', '--list'])
  for (const applet of stdout.trim().split('\n')) {
    const taken = ['usr/bin', 'usr/sbin'].some(folder => existsSync(join(root, folder, applet)))
    if (!taken) await symlink('busybox', join(root, 'usr/bin', applet))
  }
}

async function empty(folder: string): Promise<void> {
  for (const name of existsSync(folder) ? await readdir(folder) : [])
    await rm(join(folder, name), { recursive: true })
}
