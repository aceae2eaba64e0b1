/**
 * Builds `dist/`: TypeScript → JavaScript → one bundle with shared chunks → a stub per action and step.
 * The same source and lock file give the same bytes, wherever the project lies.
 */
import { execFileSync } from 'node:child_process'
import { cpSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { actionNames, root } from './actions.ts'

type Ncc = (
  entry: string,
  options: { cache: false; quiet: true; esm: true; license: string },
) => Promise<{ code: string; assets: Record<string, { source: Buffer | string }> }>

const work = join(root, 'build')

rmSync(work, { recursive: true, force: true })
compile()
letBundlerLeaveOut()
await bundle()

function compile(): void {
  execFileSync(
    process.execPath,
    [join(root, 'node_modules/typescript/bin/tsc'), '-p', 'tsconfig.build.json'],
    {
      cwd: root,
      stdio: 'inherit',
    },
  )
  writeFileSync(join(work, 'js/package.json'), JSON.stringify({ type: 'module' }))
}

/**
 * The bundler leaves out what is not used only where a package allows it, and every step of every job pays for the
 * rest: compiling 1 MB takes as long as starting Node. So it gets copies whose package.json says what is true of them.
 */
function letBundlerLeaveOut(): void {
  // @actions/core imports a whole HTTP client for one function that no action of ours calls.
  for (const name of ['core', 'exec', 'http-client', 'io'])
    copyPackage(join('@actions', name), declared => ({ ...declared, sideEffects: false }))
  // The AWS SDK ships ES modules too, which can be taken apart, but names CommonJS first.
  for (const scope of ['@aws-sdk', '@smithy'])
    for (const name of readdirSync(join(root, 'node_modules', scope)))
      copyPackage(join(scope, name), declared => ({
        ...declared,
        main: declared.module ?? declared.main,
        exports: esModulesOnly(declared.exports),
      }))
}

type PackageJson = Readonly<Record<string, unknown>>

function copyPackage(name: string, adjust: (declared: PackageJson) => PackageJson): void {
  const copy = join(work, 'js/node_modules', name)
  cpSync(join(root, 'node_modules', name), copy, { recursive: true, dereference: true })
  const manifest = join(copy, 'package.json')
  writeFileSync(manifest, JSON.stringify(adjust(JSON.parse(readFileSync(manifest, 'utf8')))))
}

/** The `exports` of a package without the entries that lead to CommonJS where there is an ES module. */
function esModulesOnly(exports: unknown): unknown {
  if (typeof exports !== 'object' || exports === null) return exports
  const { module, ...others } = exports as PackageJson
  if (typeof module === 'string') return module
  return Object.fromEntries(Object.entries(others).map(([key, value]) => [key, esModulesOnly(value)]))
}

async function bundle(): Promise<void> {
  const ncc: Ncc = createRequire(import.meta.url)('@vercel/ncc')
  const { code, assets } = await ncc(join(work, 'js/actions/entry.js'), {
    cache: false,
    quiet: true,
    esm: true,
    license: 'licenses.txt',
  })
  const fresh = join(work, 'dist')
  const write = (name: string, content: string | Buffer) => {
    mkdirSync(dirname(join(fresh, name)), { recursive: true })
    writeFileSync(join(fresh, name), content)
  }
  write('index.js', code)
  write('package.json', `${JSON.stringify({ type: 'module' })}\n`)
  for (const [name, asset] of Object.entries(assets)) if (name !== 'package.json') write(name, asset.source)
  for (const action of actionNames()) {
    write(`${action}.js`, stub(action, 'main'))
    write(`${action}-post.js`, stub(action, 'post'))
  }
  rmSync(join(root, 'dist'), { recursive: true, force: true })
  renameSync(fresh, join(root, 'dist'))
}

function stub(action: string, step: 'main' | 'post'): string {
  return `import { start } from './index.js'\nawait start('${action}', '${step}')\n`
}
