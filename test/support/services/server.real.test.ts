import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { mkdtempDisposable, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { createInterface } from 'node:readline'
import { setTimeout as sleep } from 'node:timers/promises'
import { expect, test } from '@jest/globals'
import { exec } from '../../../toolkit/exec/exec.ts'
import { program } from '../programs/program.ts'
import { startEngine } from './engine.ts'
import { startServer } from './server.ts'

test('a server boots, lets its key in by its own, and becomes root; two share an engine', async () => {
  await using engine = await startEngine()
  await using one = await startServer({ engine })
  await using other = await startServer({ engine, privateKey: one.privateKey })
  await using folder = await mkdtempDisposable(join(tmpdir(), 'gitops-actions-server-test-'))
  const [key, known] = [join(folder.path, 'key'), join(folder.path, 'known_hosts')]
  await writeFile(key, one.privateKey, { mode: 0o600 })
  await writeFile(known, [one, other].map(({ port, hostKey }) => `[127.0.0.1]:${port} ${hostKey}\n`).join(''))
  const ssh = await program('ssh')
  const login = async ({ port, user }: { port: number; user: string }, command: string) => {
    const options = ['StrictHostKeyChecking=yes', 'BatchMode=yes', `UserKnownHostsFile=${known}`]
    const args = ['-i', key, '-p', String(port), ...options.flatMap(option => ['-o', option])]
    return (await exec(ssh, [...args, `${user}@127.0.0.1`, command])).stdout
  }
  for (const server of [one, other])
    expect(await login(server, 'sudo id --user; cat /proc/1/comm; . /etc/os-release; echo $ID')).toBe(
      '0\nsystemd\ndebian\n',
    )
  expect(one.hostKey).not.toBe(other.hostKey)
  expect((await one.exec(['cat', '/etc/machine-id'])).stdout).not.toBe(
    (await other.exec(['cat', '/etc/machine-id'])).stdout,
  )
})

test('a process that is killed leaves no server behind', async () => {
  const script = `
    import { startEngine } from ${JSON.stringify(join(import.meta.dirname, 'engine.ts'))}
    import { startServer } from ${JSON.stringify(join(import.meta.dirname, 'server.ts'))}
    const engine = await startEngine()
    const server = await startServer({ engine })
    await server.exec(['sh', '-c', 'sleep 987654 & echo started'])
    console.log(engine.socket)
    setInterval(() => {}, 1000)`
  const child = spawn(process.execPath, ['--input-type=module', '-e', script], {
    stdio: ['ignore', 'pipe', 'ignore'],
  })
  const [socket] = (await once(createInterface({ input: child.stdout }), 'line')) as [string]
  const folder = dirname(socket)
  child.kill('SIGKILL')
  while (existsSync(folder)) await sleep(50)
  const { stdout: mounts } = await exec('grep', ['-c', folder, '/proc/self/mountinfo'], { accept: 'any' })
  expect(mounts.trim()).toBe('0')
  const { stdout: processes } = await exec('pgrep', ['--full', 'sleep 987654'], { accept: 'any' })
  expect(processes).toBe('')
})
