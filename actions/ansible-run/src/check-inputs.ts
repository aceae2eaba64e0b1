import { existsSync } from 'node:fs'
import { readFile, realpath, stat } from 'node:fs/promises'
import { dirname, relative, resolve } from 'node:path'
import { UserError } from '../../../toolkit/action/errors.ts'
import type { World } from '../../../toolkit/action/run.ts'
import { programOnPath } from '../../../toolkit/exec/on-path.ts'
import { isExactNumber, type Json } from '../../../toolkit/terraform/plan/json.ts'
import type { Host } from './hosts/host.ts'
import { readHosts } from './hosts/read-hosts.ts'
import type { AnsibleInputs } from './spec.ts'

/** What is to be played, and on what, checked before anything is written. */
export interface Request {
  /** Relative to the workspace. */
  readonly playbook: string
  /** Ready inventories, absolute. */
  readonly inventories: readonly string[]
  /** Undefined where inventories are given. */
  readonly hosts: readonly Host[] | undefined
  readonly requirements: string | undefined
  /** The folder that ansible-playbook and its sisters lie in. */
  readonly programs: string
}

/** @throws UserError naming the input that cannot be used. */
export async function checkInputs(inputs: AnsibleInputs, world: World): Promise<Request> {
  const { workspace } = world.context
  const { hosts, inventory } = inputs
  if (hosts === undefined && inventory.length === 0)
    throw new UserError(
      "neither 'hosts' nor 'inventory' is given: give the outputs of Terraform as 'hosts', or the path of an 'inventory'",
    )
  if (hosts !== undefined && inventory.length > 0)
    throw new UserError("both 'hosts' and 'inventory' are given; give one of them")
  if (inputs['verify-idempotent'] && (inputs.check || inputs['dry-run']))
    throw new UserError(
      "'verify-idempotent' needs a real run, and 'check' or 'dry-run' makes it none; give one of them",
    )
  return {
    playbook: await fileOfWorkspace('playbook', inputs.playbook, workspace),
    inventories: inventory.map(path => existing('inventory', path, workspace)),
    hosts: hosts === undefined ? undefined : await hostsOf(hosts, world),
    requirements:
      inputs.requirements && (await fileOfWorkspace('requirements', inputs.requirements, workspace)),
    programs: ansiblePrograms(world.env),
  }
}

async function hostsOf(given: string, { context, secrets }: World): Promise<readonly Host[]> {
  const isText = given.startsWith('{') || given.startsWith('[')
  const path = isText ? undefined : existing('hosts', given, context.workspace)
  const text = path === undefined ? given : await readFile(path, 'utf8')
  const { hosts, sensitive } = readHosts(
    text,
    path === undefined ? "input 'hosts'" : `the file '${given}' of input 'hosts'`,
  )
  if (sensitive) secrets.learn(hosts.flatMap(({ vars }) => texts(vars)))
  return hosts
}

function texts(value: Json): string[] {
  if (typeof value === 'string') return [value]
  if (isExactNumber(value)) return [value.rawJSON]
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(texts) : []
}

async function fileOfWorkspace(input: string, given: string, workspace: string): Promise<string> {
  const path = existing(input, given, workspace)
  const [real, root] = await Promise.all([realpath(path), realpath(workspace)])
  const inside = relative(root, real)
  if (inside.startsWith('..') || inside === '')
    throw new UserError(
      `input '${input}' is '${given}', which lies outside the workspace; give a file of this repository`,
    )
  if (!(await stat(real)).isFile()) throw new UserError(`input '${input}' is '${given}', which is no file`)
  return relative(workspace, path)
}

function existing(input: string, given: string, workspace: string): string {
  const path = resolve(workspace, given)
  if (!existsSync(path))
    throw new UserError(
      `input '${input}' is '${given}', which does not exist in the workspace; paths start at the root of the repository; is it checked out?`,
    )
  return path
}

function ansiblePrograms(env: NodeJS.ProcessEnv): string {
  const found = programOnPath('ansible-playbook', env)
  if (found === undefined)
    throw new UserError(
      "'ansible-playbook' is not installed on this runner; run 'pipx install ansible-core' in an earlier step",
    )
  return dirname(found)
}
