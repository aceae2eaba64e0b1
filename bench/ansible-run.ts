/** What ansible-run costs more than ansible-playbook by itself, and how long a large inventory takes. */
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import type { Host } from '../actions/ansible-run/src/hosts/host.ts'
import { writeInventory } from '../actions/ansible-run/src/hosts/write-inventory.ts'
import { root } from '../scripts/actions.ts'
import { program } from '../test/support/programs/program.ts'
import { type SshHost, startSshHost } from '../test/support/services/ssh-host.ts'
import { exec } from '../toolkit/exec/exec.ts'
import { interleave, type Row } from './row.ts'

const ROUNDS = 9
const MOST_OVERHEAD = 500
const MOST_FOR_200 = 1000
const PLAY = `- hosts: all
  gather_facts: false
  tasks:
    - name: Says hello
      ansible.builtin.raw: echo hello
    - name: Says it again
      ansible.builtin.raw: echo hello
`

/** Rows in milliseconds: the difference to Ansible alone, beside what is allowed. */
export async function ansibleRows(): Promise<Row[]> {
  const folder = await mkdtemp(join(tmpdir(), 'bench-ansible-'))
  const ansible = dirname(await program('ansible-playbook'))
  try {
    await using host = await startSshHost()
    return [await playRow(folder, ansible, host), await inventoryRow(folder, ansible)]
  } finally {
    await rm(folder, { recursive: true })
  }
}

async function playRow(folder: string, ansible: string, host: SshHost): Promise<Row> {
  const hosts = ['a', 'b', 'c'].map(name => hostOf(name, host.port))
  const key = join(folder, 'key')
  await writeFile(key, host.privateKey, { mode: 0o600 })
  await writeFile(join(folder, 'site.yml'), PLAY)
  const inventory = await writeInventory(join(folder, 'three'), hosts)
  let round = 0
  const fresh = async () => {
    const temp = join(folder, `round-${round++}`)
    await mkdir(temp)
    return temp
  }
  const times = await interleave(ROUNDS, {
    bare: async () => {
      const temp = await fresh()
      await exec(join(ansible, 'ansible-playbook'), ['-i', inventory, 'site.yml'], {
        cwd: folder,
        env: {
          PATH: process.env.PATH,
          HOME: temp,
          ANSIBLE_PRIVATE_KEY_FILE: key,
          ANSIBLE_SSH_CONTROL_PATH_DIR: temp,
          ANSIBLE_SSH_ARGS: `-C -o ControlMaster=auto -o ControlPersist=60s -o UserKnownHostsFile=${temp}/known_hosts -o StrictHostKeyChecking=accept-new`,
        },
      })
    },
    action: async () => {
      const temp = await fresh()
      await exec(process.execPath, [join(root, 'dist/ansible-run.js')], {
        cwd: folder,
        env: {
          PATH: `${ansible}:${process.env.PATH}`,
          HOME: temp,
          RUNNER_TEMP: temp,
          GITHUB_WORKSPACE: folder,
          INPUT_PLAYBOOK: 'site.yml',
          INPUT_HOSTS: JSON.stringify(Object.fromEntries(hosts.map(host => [host.name, host]))),
          'INPUT_SSH-PRIVATE-KEY': host.privateKey,
        },
      })
    },
  })
  return {
    what: 'ansible-run: a play on 3 hosts, more than ansible-playbook alone',
    ours: times.action - times.bare,
    beside: 'the most that is allowed',
    theirs: MOST_OVERHEAD,
    bound: 1,
  }
}

async function inventoryRow(folder: string, ansible: string): Promise<Row> {
  const hosts = Array.from({ length: 200 }, (_, index) => hostOf(`web-${index}`, 2000 + index))
  const list = (path: string) => exec(join(ansible, 'ansible-inventory'), ['--list', '-i', path])
  const one = await writeInventory(join(folder, 'one'), hosts.slice(0, 1))
  const times = await interleave(ROUNDS, {
    many: async () => list(await writeInventory(join(folder, 'many'), hosts)),
    one: () => list(one),
  })
  return {
    what: 'ansible-run: 200 hosts written and read back by Ansible, without its own start',
    ours: times.many - times.one,
    beside: 'the most that is allowed',
    theirs: MOST_FOR_200,
    bound: 1,
  }
}

function hostOf(name: string, port: number): Host {
  const vars = { role: 'app', list: [1, 2, 3], name }
  return { name, address: '127.0.0.1', port, user: undefined, groups: ['app'], vars }
}
