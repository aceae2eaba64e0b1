import type { CreateRepositoryCommandInput, ECRClient } from '@aws-sdk/client-ecr'
import type { Target } from '../target.ts'
import { type AwsWorld, clientSettings, explainAws } from './aws.ts'

/** How a repository that we create keeps its images: what no tag names any more is gone after two weeks. */
const LIFECYCLE = {
  rules: [
    {
      rulePriority: 1,
      description: 'Expire untagged images after 14 days',
      selection: { tagStatus: 'untagged', countType: 'sinceImagePushed', countUnit: 'days', countNumber: 14 },
      action: { type: 'expire' },
    },
  ],
}

/**
 * What a new repository looks like: tags are immutable, but for those that are meant to move (as ECR's wildcards).
 */
export function repositorySettings(
  repositoryName: string,
  account: string,
  moving: readonly string[],
): CreateRepositoryCommandInput {
  return {
    registryId: account,
    repositoryName,
    imageScanningConfiguration: { scanOnPush: true },
    encryptionConfiguration: { encryptionType: 'AES256' },
    ...mutability(moving),
  }
}

function mutability(moving: readonly string[]): Partial<CreateRepositoryCommandInput> {
  if (moving.length === 0) return { imageTagMutability: 'IMMUTABLE' }
  // ECR takes at most five filters, and none that excludes everything.
  if (moving.length > 5 || moving.includes('*')) return { imageTagMutability: 'MUTABLE' }
  return {
    imageTagMutability: 'IMMUTABLE_WITH_EXCLUSION',
    imageTagMutabilityExclusionFilters: moving.map(filter => ({ filterType: 'WILDCARD', filter })),
  }
}

/**
 * Creates the repositories that do not exist yet; those that do are left as they are.
 * @param moving tags that may point elsewhere later.
 * @returns the names of the new ones.
 */
export async function ensureRepositories(
  target: Target,
  names: readonly string[],
  moving: readonly string[],
  world: AwsWorld,
): Promise<string[]> {
  const create =
    target.kind === 'ecr' ? await privateCreator(target, moving, world) : await publicCreator(world)
  try {
    const created = await Promise.all(names.map(async name => ((await create(name)) ? [name] : [])))
    return created.flat()
  } catch (thrown) {
    throw explainAws(
      thrown,
      `create a repository in ${target.host}`,
      target.kind === 'ecr'
        ? 'ecr:CreateRepository and ecr:PutLifecyclePolicy'
        : 'ecr-public:CreateRepository',
    )
  }
}

type Creator = (name: string) => Promise<boolean>

async function privateCreator(target: Target, moving: readonly string[], world: AwsWorld): Promise<Creator> {
  const { CreateRepositoryCommand, ECRClient } = await import('@aws-sdk/client-ecr')
  const client = new ECRClient(await clientSettings(target.region as string, world))
  const account = target.account as string
  return async name => {
    const command = new CreateRepositoryCommand(repositorySettings(name, account, moving))
    const created = await unlessItExists(client.send(command, { abortSignal: world.signal }))
    if (created) await putLifecycle(client, name, account, world)
    return created
  }
}

async function putLifecycle(client: ECRClient, repositoryName: string, registryId: string, world: AwsWorld) {
  const { PutLifecyclePolicyCommand } = await import('@aws-sdk/client-ecr')
  const lifecyclePolicyText = JSON.stringify(LIFECYCLE)
  await client.send(new PutLifecyclePolicyCommand({ registryId, repositoryName, lifecyclePolicyText }), {
    abortSignal: world.signal,
  })
}

async function publicCreator(world: AwsWorld): Promise<Creator> {
  const { CreateRepositoryCommand, ECRPUBLICClient } = await import('@aws-sdk/client-ecr-public')
  const client = new ECRPUBLICClient(await clientSettings('us-east-1', world))
  return path => {
    // The first part of the path is the alias of the registry, which its API does not want to hear.
    const repositoryName = path.split('/').slice(1).join('/')
    return unlessItExists(
      client.send(new CreateRepositoryCommand({ repositoryName }), { abortSignal: world.signal }),
    )
  }
}

async function unlessItExists(creation: Promise<unknown>): Promise<boolean> {
  return creation.then(
    () => true,
    thrown => {
      if ((thrown as Error).name === 'RepositoryAlreadyExistsException') return false
      throw thrown
    },
  )
}
