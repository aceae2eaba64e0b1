import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { exec } from '../../../toolkit/exec/exec.ts'
import { homeOf } from './cache.ts'
import type { Source } from './catalogue.ts'
import { program } from './program.ts'

/** Installs a PyPI package into a virtual environment of its own. */
export async function installFromPypi(source: Extract<Source, { kind: 'pypi' }>): Promise<void> {
  const python = await program('python3')
  const home = homeOf(source)
  await rm(home, { recursive: true, force: true })
  await exec(python, ['-m', 'venv', home])
  await exec(join(home, 'bin/python'), ['-m', 'pip', 'install', '--quiet', source.requirement])
}
