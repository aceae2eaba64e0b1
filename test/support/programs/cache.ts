import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { packageOf, type Source } from './catalogue.ts'

/** Where programs are kept that no package manager of the machine installs: inside the project, ignored by git. */
export const cache = join(dirname(fileURLToPath(import.meta.url)), '../../../.cache/programs')

/** The folder in the cache that a program is installed to: one per version, so that a new pin is a new folder. */
export function homeOf(source: Exclude<Source, { kind: 'debian' }>): string {
  const name = source.kind === 'go' ? `${packageOf(source)}@${source.version}` : source.requirement
  return join(cache, name.replace(/[^\w.=@-]+/g, '_'))
}
