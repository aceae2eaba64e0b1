import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Source } from './catalogue.ts'

/** Where programs are kept that no package manager of the machine installs: inside the project, ignored by git. */
export const cache = join(dirname(fileURLToPath(import.meta.url)), '../../../.cache/programs')

/** The folder in the cache that a program is installed to: one per version, so that a new pin is a new folder. */
export function homeOf(source: Source): string | undefined {
  if (source.kind === 'go') {
    const name = [source.module, source.command].filter(part => part !== '').join('/')
    return join(cache, `${name.replaceAll('/', '_')}@${source.version}`)
  }
  if (source.kind === 'pypi') return join(cache, source.requirement.replace(/[^\w.=-]/g, '_'))
  return undefined
}
