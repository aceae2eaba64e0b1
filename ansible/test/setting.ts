import { mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { delimiter, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parse } from 'yaml'
import { program } from '../../test/support/programs/program.ts'
import { type ExecResult, exec } from '../../toolkit/exec/exec.ts'

export const ansible = join(dirname(fileURLToPath(import.meta.url)), '..')

/** What a play's recap counts for one host. */
export interface Recap {
  readonly ok: number
  readonly changed: number
  readonly failed: number
}

export interface Setting extends AsyncDisposable {
  /** A private folder for what plays write. */
  readonly folder: string
  readonly path: (...names: string[]) => string
  readonly read: (...names: string[]) => Promise<string>
  readonly yaml: <T>(...names: string[]) => Promise<T>
  /** Writes a file into the folder and returns its path. */
  readonly write: (name: string, content: string, mode?: number) => Promise<string>
  /** Plays a playbook on hosts that are all this machine, and asks what became of it. */
  readonly play: (playbook: string, settings: PlaySettings) => Promise<Played>
}

export interface PlaySettings {
  readonly vars?: Record<string, unknown>
  readonly env?: Record<string, string>
  /** The hosts to play on; default: all that the playbook names. */
  readonly limit?: string
  /** Which tasks to play; default: all. */
  readonly tags?: string
  readonly check?: boolean
  /** As YAML's inventory plugin reads it; default: three servers, all of them this machine. */
  readonly inventory?: object
}

export interface Played extends ExecResult {
  readonly recap: Readonly<Record<string, Recap>>
  /** The tasks that changed something, in order; a role's as `ROLE : TASK`. */
  readonly changes: readonly string[]
}

/** Three servers with addresses of their own, all of them this machine. */
const INVENTORY = {
  all: {
    vars: {
      ansible_connection: 'local',
      ansible_python_interpreter: '{{ ansible_playbook_python }}',
      ansible_become: false,
      domain: 'example.com',
      acme_email: 'ops@example.com',
    },
    children: {
      monitoring: { hosts: { watch: { private_address: '10.20.0.5' } } },
      app: { hosts: { web: { private_address: '10.20.0.6' }, web2: { private_address: '10.20.0.7' } } },
    },
  },
}

export async function openSetting(): Promise<Setting> {
  const folder = await mkdtemp(join(tmpdir(), 'ansible-'))
  // Variables are found beside the playbook.
  await symlink(join(ansible, 'group_vars'), join(folder, 'group_vars'))
  const path = (...names: string[]) => join(folder, ...names)
  const read = (...names: string[]) => readFile(path(...names), 'utf8')
  const write = async (name: string, content: string, mode = 0o644) => {
    await writeFile(path(name), content, { mode })
    return path(name)
  }
  return {
    folder,
    path,
    read,
    yaml: async (...names) => parse(await read(...names), { merge: true }),
    write,
    play: async (playbook, { vars = {}, env = {}, limit = 'all', tags = 'all', ...more }) => {
      const inventory = await write('inventory.json', JSON.stringify(more.inventory ?? INVENTORY))
      const extra = await write('extra-vars.json', JSON.stringify(vars))
      const result = await exec(
        await beside('ansible-playbook'),
        [
          ...[
            '--inventory',
            inventory,
            '--extra-vars',
            `@${extra}`,
            '--limit',
            limit,
            '--tags',
            tags,
            '--diff',
          ],
          ...(more.check ? ['--check'] : []),
          playbook,
        ],
        { accept: 'any', env: { ...(await environment()), ...env } },
      )
      return { ...result, recap: recapOf(result.stdout), changes: changesIn(result.stdout) }
    },
    [Symbol.asyncDispose]: () => rm(folder, { recursive: true, force: true }),
  }
}

/** A program that came with ansible-lint. */
export async function beside(name: string): Promise<string> {
  return join(dirname(await program('ansible-lint')), name)
}

export async function environment(): Promise<Record<string, string | undefined>> {
  return {
    ...process.env,
    PATH: [dirname(await program('ansible-lint')), process.env.PATH].join(delimiter),
    ANSIBLE_CONFIG: join(ansible, 'ansible.cfg'),
    ANSIBLE_ROLES_PATH: join(ansible, 'roles'),
    ANSIBLE_NOCOLOR: 'true',
    FORCE_COLOR: undefined,
  }
}

function recapOf(output: string): Record<string, Recap> {
  const lines = output.matchAll(/^(\S+)\s+: ok=(\d+)\s+changed=(\d+)\s+unreachable=\d+\s+failed=(\d+)/gm)
  return Object.fromEntries(
    [...lines].map(([, host, ok, changed, failed]) => [
      host,
      { ok: Number(ok), changed: Number(changed), failed: Number(failed) },
    ]),
  )
}

function changesIn(output: string): string[] {
  return output
    .split(/^(?=TASK \[|RUNNING HANDLER \[|PLAY )/m)
    .filter(task => /^changed: /m.test(task))
    .map(task => /\[(.*?)\]/.exec(task)?.[1] ?? '')
}
