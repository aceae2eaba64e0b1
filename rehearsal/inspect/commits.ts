import { exec } from '../../toolkit/exec/exec.ts'

/** A commit as git shows it. */
export interface Commit {
  readonly repository: string
  readonly sha: string
  readonly parents: readonly string[]
  readonly author: string
  readonly email: string
  readonly date: string
  readonly subject: string
  readonly body: string
  /** By key; a key may come more than once. */
  readonly trailers: readonly (readonly [key: string, value: string])[]
  readonly files: readonly string[]
  /** As `git show` prints it, without the header; of a merge, what it brought to the branch. */
  readonly diff: string
}

const FORMAT = ['%H', '%P', '%an', '%ae', '%cI', '%s', '%b', '%(trailers:only,unfold)'].join('%x00')

/** Reads one commit of a bare repository. */
export async function readCommit(
  { fullName, path }: { fullName: string; path: string },
  revision: string,
): Promise<Commit> {
  const git = async (...args: string[]) => (await exec('git', ['-C', path, ...args])).stdout
  const shown = await git('show', '-s', `--format=${FORMAT}`, revision)
  const [sha = '', parents = '', author = '', email = '', date = '', subject = '', body = '', trailers = ''] =
    shown.trimEnd().split('\0')
  const files = await git('show', '--format=', '--first-parent', '--name-only', '-z', revision)
  return {
    repository: fullName,
    sha,
    parents: parents.split(' ').filter(parent => parent !== ''),
    author,
    email,
    date,
    subject,
    body: body.trim(),
    trailers: trailers
      .split('\n')
      .filter(line => line.includes(': '))
      .map(line => [line.slice(0, line.indexOf(': ')), line.slice(line.indexOf(': ') + 2)] as const),
    files: files.split('\0').filter(file => file !== ''),
    diff: await git('show', '--format=', '--no-color', '--no-ext-diff', '--first-parent', revision),
  }
}

/** The commits after one revision, up to another, oldest first. */
export async function commitsBetween(
  repository: { fullName: string; path: string },
  after: string,
  upTo: string,
): Promise<Commit[]> {
  const range = ['-C', repository.path, 'rev-list', '--reverse', `${after}..${upTo}`]
  const { stdout } = await exec('git', range)
  const shas = stdout.split('\n').filter(sha => sha !== '')
  return Promise.all(shas.map(sha => readCommit(repository, sha)))
}

/** The lines that a diff takes away and puts in, without their signs. */
export function changedLines(diff: string): { removed: string[]; added: string[] } {
  const lines = diff.split('\n')
  const starting = (sign: string, not: string) =>
    lines.filter(line => line.startsWith(sign) && !line.startsWith(not)).map(line => line.slice(1))
  return { removed: starting('-', '---'), added: starting('+', '+++') }
}
