import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { World } from '../action/run.ts'
import { GITHUB_HOST_KEYS } from './known-hosts.ts'

/** How git reaches one remote repository. Nothing of it ever stands on a command line or in a git config file. */
export interface Access {
  readonly url: string
  /** Environment variables for git; they carry the credentials. */
  readonly env: Readonly<Record<string, string>>
  /** Settings for git, handed over through its environment. */
  readonly config: readonly Setting[]
}

/** One `key, value` of git's configuration. */
export type Setting = readonly [key: string, value: string]

/** Access over HTTP(S) by a token (or without one); the token is sent to this one repository's URL only. */
export function tokenAccess(url: string, token: string | undefined, secrets: World['secrets']): Access {
  if (!token) return { url, env: {}, config: [] }
  const basic = Buffer.from(`x-access-token:${token}`).toString('base64')
  secrets.add(token)
  secrets.add(basic)
  return { url, env: {}, config: [[`http.${url}.extraHeader`, `Authorization: Basic ${basic}`]] }
}

/**
 * Access over SSH by a private key, which is written to a 0600 file in the step's private folder.
 * github.com must show one of its published host keys; any other host is trusted on first use.
 */
export async function sshAccess(
  url: string,
  key: string,
  world: Pick<World, 'folder' | 'secrets'>,
): Promise<Access> {
  const folder = await world.folder()
  const keyFile = join(folder, 'ssh-key')
  const knownHosts = join(folder, 'known_hosts')
  const normalised = normaliseKey(key)
  world.secrets.add(normalised)
  await writeFile(keyFile, normalised, { mode: 0o600 })
  await writeFile(knownHosts, GITHUB_HOST_KEYS.map(hostKey => `github.com ${hostKey}\n`).join(''))
  return { url, env: { GIT_SSH_COMMAND: sshCommand(url, keyFile, knownHosts) }, config: [] }
}

/** A private key as OpenSSH wants it: no CR, no space around it, one line feed at the end. */
export function normaliseKey(key: string): string {
  return `${key.replaceAll('\r', '').trim()}\n`
}

function sshCommand(url: string, keyFile: string, knownHosts: string): string {
  const checking = isGitHub(url) ? 'yes' : 'accept-new'
  const options = [
    'BatchMode=yes',
    'IdentitiesOnly=yes',
    'IdentityAgent=none',
    `StrictHostKeyChecking=${checking}`,
    'ConnectTimeout=30',
    'ServerAliveInterval=15',
    'ServerAliveCountMax=4',
  ]
  // The runner's own ssh configuration could offer another key first, and with it another repository's rights.
  const words = ['ssh', '-F', '/dev/null', '-i', keyFile, ...options.flatMap(option => ['-o', option])]
  return [...words, '-o', `UserKnownHostsFile="${knownHosts}"`].map(quote).join(' ')
}

function isGitHub(url: string): boolean {
  return /^(ssh:\/\/)?([^@/]+@)?github\.com[:/]/i.test(url)
}

// git hands GIT_SSH_COMMAND to a shell.
function quote(word: string): string {
  return /^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", `'\\''`)}'`
}
