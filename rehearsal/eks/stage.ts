import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type Environments, startEnvironments } from '../../test/support/argocd/environments.ts'
import { type GitHub, startGitHub } from '../../test/support/github/server.ts'
import { type Aws, startAws } from '../../test/support/services/aws.ts'
import { type Ecr, startEcr } from '../../test/support/services/ecr.ts'
import { type Engine, startEngine } from '../../test/support/services/engine.ts'
import { openPremises } from '../../test/support/services/premises.ts'
import { searchPath } from './programs.ts'

/** Everything that the pipelines talk to, on this machine; disposing ends it all. */
export interface Stage extends AsyncDisposable {
  readonly github: GitHub
  readonly aws: Aws
  readonly ecr: Ecr
  readonly engine: Engine
  /** Argo CD, and a cluster without nodes for each environment. */
  readonly environments: Environments
  /** For working copies and what is rendered; gone at the end. */
  readonly folder: string
  /** What every step of a job needs to find the programs, the engine, AWS and ECR's registry. */
  readonly env: Readonly<Record<string, string>>
}

/**
 * Starts a GitHub, an AWS with ECR's registry, a container engine, and Argo CD with two clusters.
 * @throws UserError where we are not root: the engine must find ECR under its own name, so it cannot be the machine's.
 */
export async function setStage(): Promise<Stage> {
  await using stack = new AsyncDisposableStack()
  const { folder } = stack.use(await openPremises('rehearsal'))
  const path = searchPath('docker')
  const github = stack.use(await startGitHub())
  const aws = stack.use(await startAws({ region: 'eu-central-1' }))
  const ecr = stack.use(await startEcr(aws))
  const engine = stack.use(await startEngine({ env: { ...ecr.env } }))
  const environments = stack.use(await startEnvironments())
  const authorities = join(folder, 'authorities.pem')
  await writeFile(authorities, (await readFile(ecr.env.NODE_EXTRA_CA_CERTS, 'utf8')) + environments.argocd.ca)
  const trust = { NODE_EXTRA_CA_CERTS: authorities }
  const env = { ...aws.env, ...ecr.env, ...engine.env, ...trust, PATH: await path }
  const kept = stack.move()
  return {
    ...{ github, aws, ecr, engine, environments, folder, env },
    [Symbol.asyncDispose]: () => kept.disposeAsync(),
  }
}
