import { chmod, mkdir, mkdtempDisposable, readFile, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { delimiter, dirname, join } from 'node:path'
import { program } from '../../../test/support/programs/program.ts'
import { type ActionRun, type RunOptions, runAction } from '../../../test/support/runner.ts'
import { type SshHost, startSshHost } from '../../../test/support/services/ssh-host.ts'
import { exec } from '../../../toolkit/exec/exec.ts'

/** A workspace with a playbook, and a real SSH host. */
export interface Stage extends AsyncDisposable {
  readonly workspace: string
  readonly host: SshHost
  /** PATH of the action: Ansible's folder first. */
  readonly path: string
  write(path: string, content: string): Promise<void>
  executable(path: string): Promise<void>
  /** A private key that nobody can use without typing. */
  keyWithPassphrase(): Promise<string>
  /** Runs the action with this host as `web`, unless the inputs say otherwise. */
  run(inputs?: Record<string, string>, options?: RunOptions): Promise<ActionRun>
}

/** Hosts as Terraform's output `hosts` has them, all on loopback. */
export function outputs(hosts: Record<string, { port: number; vars?: object; groups?: string[] }>): string {
  const entries = Object.entries(hosts).map(([name, { port, vars = {}, groups = ['app'] }]) => [
    name,
    { address: '127.0.0.1', user: 'root', port, groups, vars: { ...PYTHON, ...vars } },
  ])
  return JSON.stringify({ hosts: { sensitive: false, value: Object.fromEntries(entries) } })
}

/** Not a version manager's, which is slow to start and needs the user's environment. */
const PYTHON = { ansible_python_interpreter: '/usr/bin/python3' }

/** A play that touches a host without its Python, so that it is quick. */
export function playbook(tasks: string): string {
  return `- hosts: app\n  gather_facts: false\n  tasks:\n${tasks.replace(/^(?=.)/gm, '    ')}`
}

/** Sets the stage. */
export async function stage(files: Record<string, string>): Promise<Stage> {
  const parts = new AsyncDisposableStack()
  const folder = await mkdtempDisposable(join(tmpdir(), 'ansible-'))
  parts.defer(() => folder.remove())
  const host = parts.use(await startSshHost())
  const write = async (path: string, content: string) => {
    await mkdir(dirname(join(folder.path, path)), { recursive: true })
    await writeFile(join(folder.path, path), content)
  }
  for (const [path, content] of Object.entries(files)) await write(path, content)
  const PATH = [dirname(await program('ansible-playbook')), process.env.PATH].join(delimiter)
  return {
    workspace: folder.path,
    host,
    path: PATH,
    write,
    executable: path => chmod(join(folder.path, path), 0o755),
    async keyWithPassphrase() {
      const path = join(folder.path, 'locked-key')
      await exec(await program('ssh-keygen'), ['-q', '-t', 'ed25519', '-N', 'typed by hand', '-f', path])
      return readFile(path, 'utf8')
    },
    run: (inputs = {}, options = {}) =>
      runAction('ansible-run', {
        cwd: folder.path,
        ...options,
        env: { PATH, ANSIBLE_PIPELINING: 'True', ...options.env },
        inputs: {
          playbook: 'site.yml',
          ...(!('inventory' in inputs) && { hosts: outputs({ web: { port: host.port } }) }),
          'ssh-private-key': host.privateKey,
          ...inputs,
        },
      }),
    [Symbol.asyncDispose]: () => parts.disposeAsync(),
  }
}
