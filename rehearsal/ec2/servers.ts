import type { Host, Machine } from '../machines.ts'
import { knownHosts, sshConfig } from '../machines.ts'
import { playOne } from '../play-one.ts'
import type { JobRun, WorkflowRun } from '../player/player.ts'
import type { Stage } from '../stage.ts'
import type { HostRecap, Teller } from '../story.ts'
import type { Shop } from './shop.ts'

/**
 * The servers that an apply told of boot, as those of AWS would; then what listens to the apply is played on them.
 * @returns what became of each host; nothing where no server can be started here.
 */
export async function followApply(
  stage: Stage,
  shop: Shop,
  teller: Teller,
  { apply, title }: { apply: WorkflowRun; title: string },
): Promise<readonly HostRecap[]> {
  if (!stage.servers) {
    await shop.deliveries.take()
    return []
  }
  return teller.scene(title, async show => {
    const running = await stage.machines.boot(hostsOf(apply))
    shop.vars.SSH_CONFIG = sshConfig(running)
    shop.vars.SSH_KNOWN_HOSTS = knownHosts(running)
    show({ kind: 'servers', servers: await Promise.all(running.map(describe)) })
    const recap = recapOf(await playOne(shop, show, teller))
    show({ kind: 'recap', playbook: 'ansible/monitoring.yml', hosts: recap })
    return recap
  })
}

/** What ansible-run counted, host by host. */
export function recapOf({ workflow, jobs }: WorkflowRun): readonly HostRecap[] {
  const text = jobs.flatMap(stepOutputs('recap'))[0]
  if (text === undefined) throw new Error(`no step of ${workflow} has an output 'recap'`)
  const counts = JSON.parse(text) as Record<string, Omit<HostRecap, 'name'>>
  return Object.entries(counts).map(([name, each]) => ({ ...each, name }))
}

/** Terraform's output `hosts`, as the apply handed it on. */
function hostsOf({ workflow, jobs }: WorkflowRun): Record<string, Host> {
  const text = jobs.flatMap(stepOutputs('outputs'))[0] ?? '{}'
  const { hosts } = JSON.parse(text) as { hosts?: Record<string, Host> }
  if (hosts === undefined) throw new Error(`${workflow} tells no hosts: ${text}`)
  return hosts
}

function stepOutputs(name: string) {
  return ({ steps }: JobRun) => steps.flatMap(({ outputs }) => outputs[name] || [])
}

async function describe({ name, host, exec }: Machine) {
  const { stdout } = await exec(['sh', '-c', '. /etc/os-release; echo "$PRETTY_NAME"'])
  return { name, address: host.address, groups: host.groups, system: stdout.trim() }
}
