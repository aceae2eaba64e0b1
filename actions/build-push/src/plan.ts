import { UserError } from '../../../toolkit/action/errors.ts'
import type { InputsOf } from '../../../toolkit/action/spec.ts'
import type { Context } from '../../../toolkit/runner/context.ts'
import type { ImageRequest } from './images.ts'
import { labelsOf } from './labels.ts'
import { secretsOf } from './secrets.ts'
import type { spec } from './spec.ts'
import { resolveTags } from './tags.ts'
import { isPath, parseTarget, repositoryOf, type Target } from './target.ts'

export type BuildInputs = InputsOf<typeof spec>

/** One image to build, decided in full; paths are as the user wrote them, from the workspace. */
export interface PlannedImage {
  readonly name: string
  /** `host/namespace/name`. */
  readonly repository: string
  /** The repository on its registry: `namespace/name`. */
  readonly path: string
  /** At least one; the first identifies the image. */
  readonly tags: readonly string[]
  readonly context: string
  /** The Dockerfile. */
  readonly file: string
  readonly target?: string
  readonly platforms: readonly string[]
  readonly buildArgs: Readonly<Record<string, string>>
  readonly labels: Readonly<Record<string, string>>
}

export interface Plan {
  readonly target: Target
  readonly tag: string
  readonly images: readonly PlannedImage[]
}

/** Everything about the images that can be decided without looking at the machine or the registry. */
export function makePlan(
  inputs: BuildInputs,
  requests: readonly ImageRequest[],
  context: Context,
  now: Date,
): Plan {
  const target = parseTarget(inputs.registry)
  checkTogether(inputs, target)
  const tags = resolveTags(inputs.tags, {
    runNumber: context.runNumber,
    sha: context.headSha,
    branch: context.headRef,
    date: now,
  })
  const tag = tags[0] as string
  const origin = {
    source: context.repository === '' ? '' : `${context.serverUrl}/${context.repository}`,
    revision: context.headSha,
    created: commitTime(context) ?? now,
  }
  const images = requests.map(request => {
    checkName(request.name, target)
    return {
      name: request.name,
      ...repositoryOf(target, request.name),
      tags,
      context: request.context,
      file: request.file ?? `${request.context.replace(/\/+$/, '')}/Dockerfile`,
      ...(request.target !== undefined && { target: request.target }),
      platforms: readPlatforms(request.platforms.length > 0 ? request.platforms : inputs.platforms),
      buildArgs: { ...inputs['build-args'], ...request.buildArgs },
      labels: labelsOf({ name: request.name, version: tag }, origin, inputs.labels),
    }
  })
  return { target, tag, images }
}

function checkTogether(inputs: BuildInputs, target: Target): void {
  secretsOf(inputs.secrets)
  if ((inputs.username === undefined) !== (inputs.password === undefined)) {
    const [given, missing] =
      inputs.username === undefined ? ['password', 'username'] : ['username', 'password']
    throw new UserError(`input '${given}' is given without '${missing}': give both, or neither`)
  }
  if (inputs['fail-on-severity'] !== 'none' && target.kind !== 'ecr')
    throw new UserError(
      `input 'fail-on-severity' is '${inputs['fail-on-severity']}', but ${target.host} is no ECR registry and tells no scan results; leave it out`,
    )
  if (inputs['create-repository'] && target.kind === 'other')
    throw new UserError(
      `input 'create-repository' is 'true', but ${target.host} is no ECR registry; leave it out: others create repositories by themselves`,
    )
}

function checkName(name: string, target: Target): void {
  const why = imageNameProblem(name, target)
  if (why !== undefined) throw new UserError(`input 'images' has the name '${name}': ${why}`)
}

function imageNameProblem(name: string, target: Target): string | undefined {
  const { repository } = repositoryOf(target, name)
  if (repository.length > 255)
    return `with its registry it is ${repository.length} characters long; 255 are allowed`
  if (!isPath(name))
    return isPath(name.toLowerCase())
      ? `registries take lower case only; write '${name.toLowerCase()}'`
      : 'it takes lower-case letters and digits, with single . _ - or / between them; write the tag in the input tags'
  return undefined
}

const PLATFORM = /^[a-z0-9]+\/[a-z0-9_]+(?:\/v[0-9.]+)?$/

function readPlatforms(given: readonly string[]): string[] {
  const platforms = given.flatMap(entry => entry.split(',').map(item => item.trim())).filter(Boolean)
  const wrong = platforms.find(platform => !PLATFORM.test(platform))
  if (wrong !== undefined)
    throw new UserError(`input 'platforms' has '${wrong}': write os/architecture, such as linux/arm64`)
  return [...new Set(platforms)]
}

// The commit's own time, where the event tells it: two runs of one commit then make the same image.
function commitTime(context: Context): Date | undefined {
  const timestamp = context.event.head_commit?.timestamp
  const time = timestamp === undefined ? Number.NaN : Date.parse(timestamp)
  return Number.isNaN(time) ? undefined : new Date(time)
}
