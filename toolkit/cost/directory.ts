import { basename, isAbsolute, posix } from 'node:path'
import { directoryIn } from '../terraform/plan/paths.ts'

interface Where {
  readonly path?: string
  readonly type?: string
  readonly vcsSubPath?: string
}

/**
 * The root module that a project of Infracost stands for. For a directory it is that directory. For a plan it is what
 * the file's name tells, as of those that terraform-plan-comment writes; else the folder that it lies in, or, outside
 * of the workspace, its name decoded.
 */
export function directoryOf({ path = '', type = '', vcsSubPath = '' }: Where): string {
  const file = type === '' ? path.endsWith('.json') : /_(json|binary)$/.test(type)
  const named = file ? directoryIn(path) : undefined
  if (named !== undefined) return tidy(named)
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
