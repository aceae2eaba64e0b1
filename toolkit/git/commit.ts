import type { Git } from './git.ts'

/** A commit to be made upon another one. */
export interface NewCommit {
  readonly parent: string
  readonly files: readonly NewContent[]
  readonly message: string
  /** `Name <email>`; author and committer alike. */
  readonly author: string
  readonly date: Date
}

/** The new content of a file that the parent has. */
export interface NewContent {
  readonly path: string
  readonly mode: string
  readonly bytes: Buffer
}

/** Makes a commit in the private repository, in one process however many files it changes. */
export async function makeCommit(git: Git, commit: NewCommit): Promise<{ oid: string; tree: string }> {
  const { stdout } = await git.run(['fast-import', '--quiet', '--force', '--done'], {
    input: importStream(commit),
  })
  const [, tree, oid] = /^040000 tree ([0-9a-f]+)\t\n([0-9a-f]+)\n$/.exec(stdout) ?? []
  if (tree === undefined || oid === undefined) throw new Error(`git fast-import answered '${stdout}'`)
  return { oid, tree }
}

/** The commit as a stream for git-fast-import, which ends by telling the tree's id and the commit's. */
function importStream({ parent, files, message, author, date }: NewCommit): Buffer {
  const signature = `${author} ${Math.floor(date.getTime() / 1000)} +0000`
  const text = Buffer.from(message)
  return Buffer.concat([
    Buffer.from('commit refs/gitops-actions/next\nmark :1\n'),
    Buffer.from(`author ${signature}\ncommitter ${signature}\ndata ${text.length}\n`),
    text,
    Buffer.from(`\nfrom ${parent}\n`),
    ...files.flatMap(({ mode, path, bytes }) => [
      Buffer.from(`M ${mode} inline ${quotePath(path)}\ndata ${bytes.length}\n`),
      bytes,
      Buffer.from('\n'),
    ]),
    Buffer.from('\nls :1 ""\nget-mark :1\ndone\n'),
  ])
}

function quotePath(path: string): string {
  const escaped = path.replaceAll('\\', '\\\\').replaceAll('"', '\\"').replaceAll('\n', '\\n')
  return `"${escaped}"`
}
