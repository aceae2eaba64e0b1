import { spawn } from 'node:child_process'
import { open } from 'node:fs/promises'
import type { Readable } from 'node:stream'
import { text } from 'node:stream/consumers'

/**
 * Runs a program whose standard output goes straight into a new file (mode 0600), not through this process:
 * @actions/exec searches all that has come for line ends with every chunk, which takes minutes on one line of 50 MB.
 * @returns exit code and standard error.
 * @throws what spawning throws: ENOENT where the program is not there.
 */
export async function execToFile(
  program: string,
  args: readonly string[],
  path: string,
  { cwd, env }: { cwd: string | undefined; env: Record<string, string> },
): Promise<{ exitCode: number; stderr: string }> {
  const file = await open(path, 'wx', 0o600)
  try {
    const child = spawn(program, args, { cwd, env, stdio: ['ignore', file.fd, 'pipe'] })
    const ended = new Promise<number>((resolve, reject) => {
      child.once('error', reject)
      child.once('close', code => resolve(code ?? 1))
    })
    const [exitCode, stderr] = await Promise.all([ended, text(child.stderr as Readable)])
    return { exitCode, stderr }
  } finally {
    await file.close()
  }
}
