import { basename, isAbsolute, posix } from 'node:path'

interface Where {
  readonly path?: string
  readonly type?: string
  readonly vcsSubPath?: string
}

/**
 * The root module that a project of Infracost stands for. For a directory it is that directory. For a plan inside of
 * the workspace it is the folder that the plan lies in; for one elsewhere, as terraform-plan-comment writes them, the
 * file's name is the URI-encoded directory.
 */
export function directoryOf({ path = '', type = '', vcsSubPath = '' }: Where): string {
  const file = type === '' ? path.endsWith('.json') : /_(json|binary)$/.test(type)
  if (!file) return tidy(isAbsolute(path) && vcsSubPath !== '' ? vcsSubPath : path)
  return isAbsolute(path) ? decoded(basename(path).replace(/\.[^.]*$/, '')) : tidy(posix.dirname(path))
}

function tidy(path: string): string {
  const short = posix.normalize(path === '' ? '.' : path).replace(/(.)\/$/, '$1')
  return short === '' ? '.' : short
}

function decoded(name: string): string {
  try {
    return tidy(decodeURIComponent(name))
  } catch {
    return name
  }
}
