/**
 * Builds `dist/`: TypeScript → JavaScript → one bundle with shared chunks → a stub per action and step.
 * The same source and lock file give the same bytes, wherever the project lies.
 */
import { execFileSync } from 'node:child_process'
import { cpSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
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
tellBundlerWhatHasNoSideEffects(['core', 'exec', 'http-client', 'io'])
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
 * @actions/core imports an HTTP client (undici: 1 MB, 35 ms at every start) for one function that no action of ours
 * calls. Its package.json does not say that importing it does nothing by itself; said here, the bundler leaves it out.
 */
function tellBundlerWhatHasNoSideEffects(names: string[]): void {
  for (const name of names) {
    const copy = join(work, 'js/node_modules/@actions', name)
    cpSync(join(root, 'node_modules/@actions', name), copy, { recursive: true, dereference: true })
    const manifest = join(copy, 'package.json')
    const declared = JSON.parse(readFileSync(manifest, 'utf8'))
    writeFileSync(manifest, JSON.stringify({ ...declared, sideEffects: false }))
  }
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
