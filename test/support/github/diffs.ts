import { git } from './git-store.ts'

/** What became of one file between two trees. */
export interface FileChange {
  readonly path: string
  readonly previousPath?: string
  readonly status: 'added' | 'removed' | 'modified' | 'renamed' | 'changed'
  /** The blob's name after the change; before it, for a removed file. */
  readonly sha: string
  readonly additions: number
  readonly deletions: number
  /** From the first `@@`; absent for binary files and pure renames. */
  readonly patch?: string
}

const STATUS: Record<string, FileChange['status']> = {
  A: 'added',
  D: 'removed',
  M: 'modified',
  R: 'renamed',
  T: 'changed',
}

/** The empty tree: what a first commit is compared with. */
export const EMPTY_TREE = '4b825dc642cb6eb9a060e54bf8d69288fbee4904'

/** The changes from one tree or commit to another, by path. */
export async function changesBetween(path: string, from: string, to: string): Promise<FileChange[]> {
  const diff = ['diff-tree', '-r', '-M', '--no-color', '--full-index']
  const raw = (await git(path, [...diff, '--raw', '-z', from, to])).split('\0')
  const numbers = (await git(path, [...diff, '--numstat', from, to])).split('\n')
  const patches = `\n${await git(path, [...diff, '--patch', from, to])}`.split(/\ndiff --git /).slice(1)
  const changes: FileChange[] = []
  for (let at = 0; raw[at]?.startsWith(':'); ) {
    const [, , before = '', after = '', letter = ''] = raw[at++]?.split(' ') ?? []
    const first = raw[at++] ?? ''
    const renamed = letter.startsWith('R')
    const second = renamed ? (raw[at++] ?? '') : first
    const [additions = '0', deletions = '0'] = numbers[changes.length]?.split('\t') ?? []
    const patch = patches[changes.length] ?? ''
    const hunks = patch.indexOf('\n@@')
    changes.push({
      path: second,
      ...(renamed && { previousPath: first }),
      status: STATUS[letter[0] ?? ''] ?? 'changed',
      sha: letter === 'D' ? before : after,
      additions: Number(additions) || 0,
      deletions: Number(deletions) || 0,
      ...(hunks >= 0 && { patch: patch.slice(hunks + 1) }),
    })
  }
  return changes
}
