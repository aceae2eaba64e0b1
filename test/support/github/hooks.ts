import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** Writes the hooks that all repositories share and returns their folder. */
export async function writeHooks(folder: string): Promise<string> {
  const hooks = join(folder, 'hooks')
  await mkdir(hooks)
  const program = fileURLToPath(new URL('hooks/proc-receive.ts', import.meta.url))
  const scripts = {
    // Tells the server what landed; GITHUB_LANDED is a file of this one push.
    'post-receive': 'cat > "$GITHUB_LANDED"',
    'proc-receive': `exec '${process.execPath}' --disable-warning=ExperimentalWarning '${program}'`,
  }
  for (const [name, script] of Object.entries(scripts))
    await writeFile(join(hooks, name), `#!/bin/sh\n${script}\n`, { mode: 0o755 })
  return hooks
}
