import { readFileSync } from 'node:fs'
import { homedir } from 'node:os'
import { join } from 'node:path'
import type { World } from '../../action/run.ts'
import type { Say } from './exec-tool.ts'
import type { RootModule } from './root-modules.ts'

/**
 * Works on root modules, several at once, and keeps their lines apart: each has its own group in the log, which comes
 * as a whole when it is done where others run beside it, and line by line where it runs alone.
 * Where one throws, no other is started, those that run are waited for, and it is thrown then.
 * @returns what each gave, in the order of the roots.
 */
export async function eachRoot<R extends Pick<RootModule, 'directory'>, T>(
  { log }: Pick<World, 'log'>,
  roots: readonly R[],
  parallel: number,
  work: (root: R, say: Say) => Promise<T>,
): Promise<T[]> {
  const alone = roots.length === 1 || parallel === 1
  const logging = oneAtATime()
  const apart = async (root: R): Promise<T> => {
    const lines: string[] = []
    try {
      return await work(root, line => lines.push(line))
    } finally {
      await logging(() => log.group(root.directory, async () => log.info(lines.join('\n'))))
    }
  }
  const live = (root: R) => log.group(root.directory, () => work(root, log.info))
  return inPool(roots, parallel, alone ? live : apart)
}

/** Lets only one of the given tasks run at any time. */
export function oneAtATime(): <T>(task: () => Promise<T>) => Promise<T> {
  let last: Promise<unknown> = Promise.resolve()
  return task => {
    const mine = last.then(task, task)
    last = mine.catch(() => {})
    return mine
  }
}

/**
 * Whether providers go through one cache folder, which is not safe for several `init` at once
 * (Terraform's "CLI Configuration File", provider plugin cache).
 */
export function sharesPluginCache(env: NodeJS.ProcessEnv): boolean {
  if (env.TF_PLUGIN_CACHE_DIR) return true
  const files = [env.TF_CLI_CONFIG_FILE, env.TERRAFORM_CONFIG, ...['.terraformrc', '.tofurc'].map(inHome)]
  return files.some(path => path !== undefined && /^\s*plugin_cache_dir\s*=/m.test(contentOf(path)))
}

async function inPool<R, T>(items: readonly R[], size: number, work: (item: R) => Promise<T>): Promise<T[]> {
  const results: T[] = []
  const failures: unknown[] = []
  const waiting = items.entries()
  const worker = async () => {
    for (const [index, item] of waiting) {
      if (failures.length > 0) return
      try {
        results[index] = await work(item)
      } catch (thrown) {
        failures.push(thrown)
      }
    }
  }
  await Promise.all(Array.from({ length: Math.min(size, items.length) }, worker))
  if (failures.length > 0) throw failures[0]
  return results
}

function inHome(name: string): string {
  return join(homedir(), name)
}

function contentOf(path: string): string {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return ''
  }
}
