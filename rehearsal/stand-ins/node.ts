import { existsSync } from 'node:fs'
import { chmod, copyFile, mkdir, mkdtemp, readFile, rm, symlink } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { root as project } from '../../scripts/actions.ts'
import { exec } from '../../toolkit/exec/exec.ts'
import { debianKey, PATH, release, unpackDebian } from './debian.ts'
import type { Recipe } from './recipe.ts'

const NPM = '11.21.2'
const PROGRAM = join(project, `node_modules/node-linux-${process.arch}/bin/node`)

/** Node 24 with npm, and every package that the contexts' package-lock.json name in npm's cache. */
export async function node(contexts: readonly string[]): Promise<Recipe> {
  const projects = contexts.filter(context => existsSync(join(context, 'package-lock.json')))
  const locks = projects.map(folder => readFile(join(folder, 'package-lock.json'), 'utf8'))
  const registry = (await npm(['config', 'get', 'registry'])).trim()
  return {
    madeFrom: `this project's Node 24 and npm ${NPM} on Debian ${release}, with the packages of ${projects.length} package-lock.json`,
    key: [debianKey, 'node-1', process.arch, NPM, registry, ...(await Promise.all(locks))],
    async fill(root) {
      await unpackDebian(root, ['libatomic1', 'libstdc++6'])
      await mkdir(join(root, 'usr/local/bin'), { recursive: true })
      await copyFile(PROGRAM, join(root, 'usr/local/bin/node'))
      await chmod(join(root, 'usr/local/bin/node'), 0o755)
      const program = await installNpm(root)
      for (const folder of projects) await fillCache(program, folder, join(root, 'npm-cache'))
    },
    config: {
      Env: [
        PATH,
        'npm_config_offline=true',
        'npm_config_cache=/npm-cache',
        // The cache remembers packages by address, so the image must ask where they were fetched from.
        `npm_config_registry=${registry}`,
        'npm_config_update_notifier=false',
      ],
      Cmd: ['node'],
    },
  }
}

/** Puts npm beside node, and returns the path of its program. */
async function installNpm(root: string): Promise<string> {
  const modules = join(root, 'usr/local/lib/node_modules')
  await mkdir(join(modules, 'npm'), { recursive: true })
  const packed = await npm(['pack', '--silent', `--pack-destination=${modules}`, `npm@${NPM}`])
  const archive = join(modules, packed.trim())
  await exec('tar', ['-xzf', archive, '--strip-components=1', '-C', join(modules, 'npm')])
  await rm(archive)
  for (const unread of ['docs', 'man'])
    await rm(join(modules, 'npm', unread), { recursive: true, force: true })
  for (const name of ['npm', 'npx'])
    await symlink(`../lib/node_modules/npm/bin/${name}-cli.js`, join(root, 'usr/local/bin', name))
  return join(modules, 'npm/bin/npm-cli.js')
}

/** Installs a copy of the project, for what that leaves in the cache; nothing of the packages is run. */
async function fillCache(program: string, folder: string, cache: string): Promise<void> {
  const copy = await mkdtemp(join(tmpdir(), 'gitops-actions-npm-'))
  try {
    for (const file of ['package.json', 'package-lock.json', '.npmrc'])
      if (existsSync(join(folder, file))) await copyFile(join(folder, file), join(copy, file))
    const flags = ['--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error', `--cache=${cache}`]
    await exec(PROGRAM, [program, 'ci', ...flags], { cwd: copy })
    await rm(join(cache, '_logs'), { recursive: true, force: true })
  } finally {
    await rm(copy, { recursive: true, force: true })
  }
}

async function npm(args: readonly string[]): Promise<string> {
  return (await exec('npm', args, { cwd: tmpdir(), env: { ...process.env, npm_config_loglevel: 'error' } }))
    .stdout
}
