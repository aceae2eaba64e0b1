import { UserError } from '../../../toolkit/action/errors.ts'
import { isEnvFile } from './env-file.ts'
import type { BumpRequest } from './request.ts'

type Asked = Pick<BumpRequest, 'files' | 'set'>

/** What a file is to a request: one to change, or one that is only read (`SourceFile.context`). */
export type Role = 'wanted' | 'context' | undefined

/**
 * Which files a request looks at, by their paths from the root: those of a glob in `files` and no `!` glob, and those
 * that `set` names. Any other `.env` is context: its values go before the defaults in a compose file.
 */
export async function selector({ files, set }: Asked): Promise<(path: string) => Role> {
  const { default: picomatch } = await import('picomatch')
  const plain = (glob: string) => glob.replace(/^\.\//, '')
  const wanted = files.filter(glob => !glob.startsWith('!')).map(plain)
  const unwanted = files.filter(glob => glob.startsWith('!')).map(glob => plain(glob.slice(1)))
  const named = new Set(set.map(({ file }) => file))
  const matches = wanted.length > 0 ? picomatch(wanted, { ignore: unwanted }) : () => false
  return path => {
    if (named.has(path) || matches(path)) return 'wanted'
    return isEnvFile(path) ? 'context' : undefined
  }
}

/**
 * @throws UserError where an input names, without a wildcard, something that is no regular file: editing behind a
 * symbolic link or in a submodule would change another file than the one that was named.
 */
export function demandRegular(irregular: readonly { path: string; kind: string }[], asked: Asked): void {
  const inputs = [
    ...asked.files.map(file => ({ input: 'files', file: file.replace(/^\.\//, '') })),
    ...asked.set.map(({ file }) => ({ input: 'set', file })),
  ]
  for (const { input, file } of inputs) {
    const found = irregular.find(({ path }) => path === file)
    if (found)
      throw new UserError(`input '${input}' names '${file}', which is a ${found.kind}; name the file itself`)
  }
}
