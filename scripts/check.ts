/** Fails where a generated file or the committed `dist/` differs from what its source makes. */
import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './actions.ts'
import { generatedFiles } from './generated.ts'

const stale = [...(await staleGenerated()), ...staleDist()]
if (stale.length > 0) {
  console.error(
    `These differ from their source; run 'npm run generate && npm run build' and commit them:\n${stale.join('\n')}`,
  )
  process.exitCode = 1
}

async function staleGenerated(): Promise<string[]> {
  const files = await generatedFiles()
  return files
    .filter(({ path, content }) => readFileSync(join(root, path), 'utf8') !== content)
    .map(({ path }) => path)
}

function staleDist(): string[] {
  execFileSync(process.execPath, [join(root, 'scripts/build.ts')], { cwd: root, stdio: 'inherit' })
  const status = execFileSync('git', ['status', '--porcelain', '--', 'dist'], { cwd: root, encoding: 'utf8' })
  return status.split('\n').filter(line => line !== '')
}
