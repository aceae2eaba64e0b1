import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { packageOf, type Source } from './catalogue.ts'

/** Where programs are kept that no package manager of the machine installs: inside the project, ignored by git. */
export const cache = join(dirname(fileURLToPath(import.meta.url)), '../../../.cache/programs')

/** The folder in the cache that a program is installed to: one per version, so that a new pin is a new folder. */
export function homeOf(source: Exclude<Source, { kind: 'debian' }>): string {
  const name = nameOf(source)
  return join(cache, name.replace(/[^\w.=@-]+/g, '_'))
}

function nameOf(source: Exclude<Source, { kind: 'debian' }>): string {
  if (source.kind === 'go') return `${packageOf(source)}@${source.version}`
  return source.kind === 'npm' ? `${source.package}/${source.member}` : source.requirement
}
