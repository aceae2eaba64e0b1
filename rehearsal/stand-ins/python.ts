import { existsSync } from 'node:fs'
import { mkdir, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { program } from '../../test/support/programs/program.ts'
import { UserError } from '../../toolkit/action/errors.ts'
import { exec } from '../../toolkit/exec/exec.ts'
import { debianKey, PATH, release, unpackDebian } from './debian.ts'
import type { Recipe } from './recipe.ts'

/** Python 3.13 with pip, and every package that the contexts' requirements.txt lock at hand for an offline install. */
export async function python(contexts: readonly string[]): Promise<Recipe> {
  const locks = contexts.map(context => join(context, 'requirements.txt')).filter(path => existsSync(path))
  const contents = await Promise.all(locks.map(path => readFile(path, 'utf8')))
  return {
    madeFrom: `Debian ${release}'s python3 and pip, with the wheels of ${locks.length} requirements.txt`,
    key: [debianKey, 'python-2', process.arch, ...contents],
    async fill(root) {
      await unpackDebian(root, ['python3', 'libpython3-stdlib', 'python3-pip-whl', 'ca-certificates'])
      await symlink('python3', join(root, 'usr/bin/python'))
      await rm(join(root, 'usr/lib/python3.13/EXTERNALLY-MANAGED'), { force: true })
      const pip = await onlyFile(join(root, 'usr/share/python-wheels'), /^pip-.*\.whl$/)
      await download(pip, locks, join(root, 'wheels'))
      await installPip(root, pip)
      await bundleCertificates(root)
    },
    config: { Env: [PATH, 'PIP_NO_INDEX=1', 'PIP_FIND_LINKS=/wheels'], Cmd: ['python3'] },
  }
}

/** pip runs from its wheel on this machine's Python, and is told for which Python and machine to choose. */
async function download(pip: string, locks: readonly string[], folder: string): Promise<void> {
  await mkdir(folder)
  const machine = process.arch === 'arm64' ? 'aarch64' : 'x86_64'
  const python3 = await program('python3')
  for (const lock of locks)
    await exec(python3, [
      join(pip, 'pip'),
      'download',
      '--quiet',
      '--no-deps',
      '--only-binary=:all:',
      '--implementation=cp',
      '--python-version=3.13',
      ...['2_17', '2_28', '2_34'].map(glibc => `--platform=manylinux_${glibc}_${machine}`),
      `--dest=${folder}`,
      `--requirement=${lock}`,
    ])
}

async function installPip(root: string, wheel: string): Promise<void> {
  const packages = 'usr/lib/python3/dist-packages'
  await exec(await program('python3'), ['-m', 'zipfile', '-e', wheel, join(root, packages)])
  await mkdir(join(root, 'usr/local/bin'), { recursive: true })
  for (const name of ['pip', 'pip3'])
    await writeFile(join(root, 'usr/local/bin', name), '#!/bin/sh\nexec python3 -m pip "$@"\n', {
      mode: 0o755,
    })
  await rm(join(root, 'usr/share/python-wheels'), { recursive: true })
}

/** Debian's pip does not start without this file, which the configuring of the package would write. */
async function bundleCertificates(root: string): Promise<void> {
  const folder = join(root, 'usr/share/ca-certificates/mozilla')
  const certificates = (await readdir(folder)).sort().map(name => readFile(join(folder, name), 'utf8'))
  await writeFile(join(root, 'etc/ssl/certs/ca-certificates.crt'), (await Promise.all(certificates)).join(''))
}

async function onlyFile(folder: string, name: RegExp): Promise<string> {
  const found = (await readdir(folder)).find(file => name.test(file))
  if (found === undefined) throw new UserError(`Debian's packages brought no file ${name} to ${folder}`)
  return join(folder, found)
}
