import { randomBytes } from 'node:crypto'
import { delimiter, dirname } from 'node:path'
import { type GitHub, startGitHub } from '../test/support/github/server.ts'
import { program } from '../test/support/programs/program.ts'
import { type Aws, startAws } from '../test/support/services/aws.ts'
import { type Engine, startEngine } from '../test/support/services/engine.ts'
import { openPremises } from '../test/support/services/premises.ts'
import { type Prices, startPrices } from '../test/support/services/prices.ts'
import { type Registry, startRegistry } from '../test/support/services/registry.ts'
import { makeKey } from '../test/support/services/ssh-host.ts'
import { terraformEnvironment } from '../test/support/services/terraform.ts'
import { registryAnswers } from './inspect/provider.ts'
import type { RegistryAccess } from './inspect/registry.ts'
import { type Machines, openMachines } from './machines.ts'

/** Everything that the pipeline talks to, on this machine; disposing ends it all. */
export interface Stage extends AsyncDisposable {
  readonly github: GitHub
  readonly engine: Engine
  readonly registry: Registry & RegistryAccess
  readonly aws: Aws
  readonly prices: Prices
  /** Whether servers can be started here: only root can. */
  readonly servers: boolean
  /** Those that run; none at first. */
  readonly machines: Machines
  /** Whom the servers let in: the private key, and the public one as authorized_keys has it. */
  readonly sshKey: { readonly secret: string; readonly open: string }
  /** Whether Terraform can have the AWS provider here. */
  readonly awsProvider: boolean
  /** For working copies; gone at the end. */
  readonly folder: string
  /** What every step of a job needs to find the engine, AWS and the prices. */
  readonly env: Readonly<Record<string, string>>
}

const USERNAME = 'maestrops'

/** Starts a GitHub, a container engine, a registry that demands a password, an AWS and a price server. */
export async function setStage(): Promise<Stage> {
  await using stack = new AsyncDisposableStack()
  const { folder } = stack.use(await openPremises('rehearsal'))
  const docker = await program('docker')
  const ansible = await program('ansible-playbook')
  const password = randomBytes(18).toString('base64url')
  const github = stack.use(await startGitHub())
  const registry = stack.use(await startRegistry({ username: USERNAME, password }))
  const engine = stack.use(await startEngine())
  const aws = stack.use(await startAws({ region: 'eu-central-1' }))
  const prices = stack.use(await startPrices())
  const terraform = stack.use(await terraformEnvironment({ tools: ['terraform', 'infracost'], aws }))
  const awsProvider = terraform.awsProvider !== undefined || (await registryAnswers())
  const sshKey = await makeKey(folder, 'ansible')
  const access = { ...registry, username: USERNAME, password }
  const machines = stack.use(openMachines({ engine, privateKey: sshKey.secret, registry: access }))
  const kept = stack.move()
  // The key is a secret of the repository, and no variable of the machine.
  const { INFRACOST_API_KEY, ...pricing } = prices.env
  return {
    github,
    engine,
    registry: access,
    aws,
    prices,
    servers: process.getuid?.() === 0,
    machines,
    sshKey,
    awsProvider,
    folder,
    env: {
      ...engine.env,
      ...terraform.env,
      ...pricing,
      // Ansible last: its folder has a Python of its own.
      PATH: [dirname(docker), terraform.env.PATH ?? process.env.PATH ?? '', dirname(ansible)].join(delimiter),
    },
    [Symbol.asyncDispose]: () => kept.disposeAsync(),
  }
}
