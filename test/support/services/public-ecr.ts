import type { RequestListener } from 'node:http'
import { text } from 'node:stream/consumers'

const SERVICE = 'SpencerFrontendService.'
const TOKEN_LIFE_SECONDS = 12 * 3600

/**
 * Answers the calls of public ECR that pushing needs, which moto lacks; all else goes to `next`.
 * Its token is the password that the fake registry demands.
 */
export function publicEcr(account: string, next: RequestListener): RequestListener {
  const repositories = new Set<string>()
  return (incoming, outgoing) => {
    const target = String(incoming.headers['x-amz-target'] ?? '')
    if (!target.startsWith(SERVICE)) return next(incoming, outgoing)
    const action = target.slice(SERVICE.length)
    text(incoming)
      .then(body => {
        const { status, told } = answerTo(action, JSON.parse(body || '{}'), account, repositories)
        outgoing.writeHead(status, { 'content-type': 'application/x-amz-json-1.1' }).end(JSON.stringify(told))
      })
      .catch(() => outgoing.destroy())
  }
}

interface Asked {
  readonly repositoryName?: string
  readonly repositoryNames?: readonly string[]
}

function answerTo(action: string, asked: Asked, account: string, repositories: Set<string>) {
  const name = asked.repositoryName ?? ''
  const described = (repository: string) => ({
    repositoryName: repository,
    repositoryArn: `arn:aws:ecr-public::${account}:repository/${repository}`,
    registryId: account,
    repositoryUri: `public.ecr.aws/rehearsal/${repository}`,
  })
  switch (action) {
    case 'GetAuthorizationToken': {
      const authorizationToken = Buffer.from(`AWS:${account}-auth-token`).toString('base64')
      const expiresAt = Math.floor(Date.now() / 1000) + TOKEN_LIFE_SECONDS
      return ok({ authorizationData: { authorizationToken, expiresAt } })
    }
    case 'CreateRepository': {
      if (repositories.has(name)) return refused('RepositoryAlreadyExistsException', name)
      repositories.add(name)
      return ok({ repository: described(name) })
    }
    case 'DescribeRepositories': {
      const wanted = asked.repositoryNames ?? [...repositories]
      const missing = wanted.find(repository => !repositories.has(repository))
      if (missing !== undefined) return refused('RepositoryNotFoundException', missing)
      return ok({ repositories: wanted.map(described) })
    }
    default:
      return refused('UnsupportedCommandException', `${action} is not played here`)
  }
}

const ok = (told: object) => ({ status: 200, told })
const refused = (type: string, message: string) => ({ status: 400, told: { __type: type, message } })
