import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { copyFile, mkdtempDisposable, readFile, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { createInterface } from 'node:readline'
import { setTimeout as sleep } from 'node:timers/promises'
import { expect, test } from '@jest/globals'
import { exec } from '../../../toolkit/exec/exec.ts'
import { program } from '../programs/program.ts'
import { startEngine } from './engine.ts'
import { startRegistry } from './registry.ts'

const MINUTES = 60_000

/** A whole system in one file: no base image can be pulled here. */
async function busyboxImage(run: (...args: string[]) => Promise<unknown>): Promise<void> {
  await using folder = await mkdtempDisposable(join(tmpdir(), 'gitops-actions-context-'))
  await copyFile(await program('busybox'), join(folder.path, 'busybox'))
  const links = ['sh', 'wget', 'httpd'].map(
    name => `RUN ["/bin/busybox", "ln", "-s", "busybox", "/bin/${name}"]\n`,
  )
  await writeFile(join(folder.path, 'Dockerfile'), `FROM scratch\nCOPY busybox /bin/\n${links.join('')}`)
  await run('buildx', 'build', '--load', '-t', 'box', folder.path)
}
test(
  'containers publish ports, reach each other by name, and are gone with the engine',
  async () => {
    const docker = await program('docker')
    await using engine = await startEngine()
    const run = (...args: string[]) => exec(docker, args, { env: { ...process.env, ...engine.env } })
    await busyboxImage(run)
    await run('network', 'create', 'shop')
    const serve = 'echo served >/index.html; exec busybox httpd -f -p 80 -h /'
    await run('run', '-d', '--net', 'shop', '--name', 'web', '-p', '127.0.0.1::80', 'box', 'sh', '-c', serve)
    const [, port] = (await run('port', 'web', '80')).stdout.trim().split(':')
    expect(await (await fetch(`http://127.0.0.1:${port}/`)).text()).toBe('served\n')
    const { stdout } = await run('run', '--rm', '--net', 'shop', 'box', 'wget', '-qO-', 'http://web/')
    expect(stdout).toBe('served\n')
  },
  MINUTES,
)

test(
  'a process that is killed leaves no engine behind',
  async () => {
    const script = `
    import { startEngine } from ${JSON.stringify(join(import.meta.dirname, 'engine.ts'))}
    const engine = await startEngine()
    console.log(engine.socket)
    setInterval(() => {}, 1000)`
    const child = spawn(process.execPath, ['--input-type=module', '-e', script], {
      stdio: ['ignore', 'pipe', 'ignore'],
    })
    const [socket] = (await once(createInterface({ input: child.stdout }), 'line')) as [string]
    const folder = dirname(socket)
    const pid = Number(await readFile(join(folder, 'dockerd.pid'), 'utf8'))
    child.kill('SIGKILL')
    while (existsSync(folder)) await sleep(50)
    expect(existsSync(`/proc/${pid}`)).toBe(false)
    const { stdout } = await exec('grep', ['-c', folder, '/proc/self/mountinfo'], { accept: 'any' })
    expect(stdout.trim()).toBe('0')
  },
  MINUTES,
)

test(
  'two engines run side by side, build and push, and leave nothing behind',
  async () => {
    const docker = await program('docker')
    const folders: string[] = []
    await using context = await mkdtempDisposable(join(tmpdir(), 'gitops-actions-context-'))
    await writeFile(join(context.path, 'Dockerfile'), 'FROM scratch\nCOPY Dockerfile /\n')
    {
      await using one = await startEngine()
      await using other = await startEngine()
      await using registry = await startRegistry()
      for (const [index, engine] of [one, other].entries()) {
        folders.push(dirname(engine.socket))
        const ref = `${registry.host}/app:${index}`
        const env = { ...process.env, ...engine.env }
        await exec(docker, ['buildx', 'build', '--push', '-t', ref, context.path], { env })
      }
      const told = await (await fetch(`${registry.url}/v2/app/tags/list`)).json()
      expect((told as { tags: string[] }).tags.toSorted()).toEqual(['0', '1'])
    }
    expect(folders.filter(existsSync)).toEqual([])
  },
  5 * MINUTES,
)
