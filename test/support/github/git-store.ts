/** Bare repositories, read and written with git's own plumbing, so that what the API says is what git says. */
import { spawn } from 'node:child_process'
import { parseCommit } from './commit-object.ts'
import { GIT_ENV, type ObjectInfo, objectInfo, readObject } from './objects.ts'

/** The null object name: "no such ref" in a reference update. */
export const ZERO = '0'.repeat(40)

interface Options {
  readonly input?: string | Buffer
  readonly env?: NodeJS.ProcessEnv
}

interface Answer {
  readonly code: number
  readonly stdout: Buffer
  readonly stderr: string
}

/** Runs git in a bare repository and waits; any exit code is an answer. */
export function tryGit(path: string, args: readonly string[], options: Options = {}): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const child = spawn('git', ['--git-dir', path, ...args], { env: { ...GIT_ENV, ...options.env } })
    const [stdout, stderr]: [Buffer[], Buffer[]] = [[], []]
    child.stdout.on('data', (chunk: Buffer) => stdout.push(chunk))
    child.stderr.on('data', (chunk: Buffer) => stderr.push(chunk))
    child.on('error', reject)
    child.on('close', code =>
      resolve({ code: code ?? 1, stdout: Buffer.concat(stdout), stderr: Buffer.concat(stderr).toString() }),
    )
    // A git that has heard enough closes its input; its exit code says whether that was an error.
    child.stdin.on('error', () => {})
    child.stdin.end(options.input ?? '')
  })
}

/** Runs git in a bare repository; its output without the final newline. Throws where it fails. */
export async function git(path: string, args: readonly string[], options: Options = {}): Promise<string> {
  const { code, stdout, stderr } = await tryGit(path, args, options)
  if (code !== 0) throw new Error(`git ${args.join(' ')}: exit code ${code}: ${stderr.trim()}`)
  return stdout.toString().replace(/\n$/, '')
}

/** The object that a revision names, or undefined. `kind` peels tags (and commits, for a tree). */
export async function resolve(
  path: string,
  revision: string,
  kind: 'commit' | 'tree' = 'commit',
): Promise<string | undefined> {
  return (await objectInfo(path, `${revision}^{${kind}}`))?.sha
}

/** What a ref of exactly this name points at, or undefined. */
export async function findRef(path: string, ref: string): Promise<ObjectInfo | undefined> {
  const isName = /^refs\/[^~^:?*[\\\s]+$/.test(ref) && !/\.\.|@\{/.test(ref)
  return isName ? objectInfo(path, ref) : undefined
}

/** The name of the object that a ref points at, or undefined. */
export async function readRef(path: string, ref: string): Promise<string | undefined> {
  return (await findRef(path, ref))?.sha
}

/** A ref and what it points at. */
export interface Ref {
  readonly ref: string
  readonly sha: string
  readonly type: string
}

/** All refs whose full name begins with `prefix`, sorted by name. */
export async function refsUnder(path: string, prefix: string): Promise<Ref[]> {
  const text = await git(path, ['for-each-ref', '--format=%(objectname) %(objecttype) %(refname)'])
  return text
    .split('\n')
    .map(line => line.split(' '))
    .filter(([, , ref]) => ref?.startsWith(prefix))
    .map(([sha = '', type = '', ref = '']) => ({ ref, sha, type }))
}

/**
 * Moves a ref if it still is where the caller saw it.
 * @returns false where somebody else moved it first; the caller looks again.
 */
export async function updateRef(path: string, ref: string, to: string, from: string): Promise<boolean> {
  const args = to === ZERO ? ['update-ref', '-d', ref, from] : ['update-ref', ref, to, from]
  const { code, stderr } = await tryGit(path, args)
  if (code === 0) return true
  if (/cannot lock ref|unable to lock|reference already exists|but expected/.test(stderr)) return false
  throw new Error(`git update-ref ${ref}: ${stderr.trim()}`)
}

/** Whether `ancestor` is in the history of `descendant` (or is it). */
export async function isAncestor(path: string, ancestor: string, descendant: string): Promise<boolean> {
  const object = await readObject(path, descendant)
  // The common case, a commit upon the last one, needs no process.
  if (object?.type === 'commit' && parseCommit(object.content.toString()).parents.includes(ancestor))
    return true
  return (await tryGit(path, ['merge-base', '--is-ancestor', ancestor, descendant])).code === 0
}

/** The commits that `head` has and `base` has not, oldest first. */
export async function commitsBetween(path: string, base: string, head: string): Promise<string[]> {
  const text = await git(path, ['rev-list', '--topo-order', '--reverse', head, `^${base}`])
  return text.split('\n').filter(sha => sha !== '')
}

/** The best common ancestor of two commits, or undefined. */
export async function mergeBase(path: string, one: string, other: string): Promise<string | undefined> {
  const { code, stdout } = await tryGit(path, ['merge-base', one, other])
  return code === 0 ? stdout.toString().trim() : undefined
}

/** Makes an empty bare repository that is served as GitHub serves one. */
export async function initBare(path: string, branch: string, hooks: string): Promise<void> {
  await git(path, ['init', '--quiet', '--bare', `--initial-branch=${branch}`, path])
  const settings = {
    'core.hooksPath': hooks,
    'http.receivepack': 'true',
    'receive.hideRefs': 'refs/pull',
    'receive.advertisePushOptions': 'true',
    'uploadpack.allowAnySHA1InWant': 'true',
    'uploadpack.allowFilter': 'true',
    'gc.auto': '0',
    'receive.autogc': 'false',
  }
  for (const [key, value] of Object.entries(settings)) await git(path, ['config', key, value])
}
