import { createHash } from 'node:crypto'
import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http'
import { buffer } from 'node:stream/consumers'
import { type AwsEndpoint, AwsError, callEcr } from './aws-call.ts'
import { endToEnd, onward } from './recording-proxy.ts'

/**
 * What ECR's registry does that a plain registry does not: it knows no repository that was not created, and refuses
 * a new image under a tag that is immutable, and its API knows the images that were pushed.
 */
export function ecrGate(aws: AwsEndpoint, socketPath: string, next: RequestListener): RequestListener {
  return (incoming, outgoing) => {
    gate(aws, socketPath, incoming, outgoing)
      .then(done => done || next(incoming, outgoing))
      .catch(() => outgoing.destroy())
  }
}

async function gate(
  aws: AwsEndpoint,
  socketPath: string,
  incoming: IncomingMessage,
  outgoing: ServerResponse,
): Promise<boolean> {
  const push = pushOf(incoming)
  // Without credentials the registry itself asks for them.
  if (!push || incoming.headers.authorization === undefined) return false
  const repository = await repositoryOf(aws, push.repository)
  if (!repository) {
    const where = `in the registry with id '${aws.account}'`
    refuse(
      outgoing,
      404,
      'NAME_UNKNOWN',
      `The repository with name '${push.repository}' does not exist ${where}`,
    )
    return true
  }
  if (push.reference === undefined || incoming.method !== 'PUT') return false
  const manifest = await buffer(incoming)
  const digest = `sha256:${createHash('sha256').update(manifest).digest('hex')}`
  const known = await digestOf(aws, push.repository, push.reference)
  if (repository.imageTagMutability === 'IMMUTABLE' && known !== undefined && known !== digest) {
    const what = `The image tag '${push.reference}' already exists in the '${push.repository}' repository`
    refuse(outgoing, 400, 'TAG_INVALID', `${what} and cannot be overwritten because the tag is immutable.`)
    return true
  }
  const stored = await putManifest(socketPath, incoming, manifest, outgoing)
  if (stored && known !== digest && !push.reference.startsWith('sha256:'))
    await callEcr(aws, 'PutImage', {
      repositoryName: push.repository,
      imageTag: push.reference,
      imageManifest: manifest.toString(),
      imageManifestMediaType: incoming.headers['content-type'],
      imageDigest: digest,
    })
  outgoing.end()
  return true
}

/** The repository that a request pushes to or looks an image up in, and the tag or digest where it is a manifest. */
export function pushOf({ method, url = '' }: Pick<IncomingMessage, 'method' | 'url'>) {
  const [path = ''] = url.split('?')
  const upload = /^\/v2\/(.+)\/blobs\/uploads\/?$/.exec(path)
  if (method === 'POST' && upload) return { repository: upload[1] ?? '', reference: undefined }
  const manifest = /^\/v2\/(.+)\/manifests\/([^/]+)$/.exec(path)
  if (manifest && (method === 'PUT' || method === 'GET'))
    return { repository: manifest[1] ?? '', reference: manifest[2] ?? '' }
  return undefined
}

async function repositoryOf(aws: AwsEndpoint, name: string) {
  try {
    const { repositories } = await callEcr<{ repositories: { imageTagMutability: string }[] }>(
      aws,
      'DescribeRepositories',
      { repositoryNames: [name] },
    )
    return repositories[0]
  } catch (thrown) {
    if (thrown instanceof AwsError && thrown.type === 'RepositoryNotFoundException') return undefined
    throw thrown
  }
}

async function digestOf(
  aws: AwsEndpoint,
  repositoryName: string,
  imageTag: string,
): Promise<string | undefined> {
  const { images } = await callEcr<{ images: { imageId: { imageDigest: string } }[] }>(aws, 'BatchGetImage', {
    repositoryName,
    imageIds: [{ imageTag }],
  })
  return images[0]?.imageId.imageDigest
}

/** Hands the manifest to the registry and repeats its answer, all but the end: the API must know the image first. */
function putManifest(
  socketPath: string,
  incoming: IncomingMessage,
  manifest: Buffer,
  outgoing: ServerResponse,
): Promise<boolean> {
  return new Promise((resolve, reject) => {
    const put = onward({ socketPath }, incoming, answer => {
      outgoing.writeHead(answer.statusCode ?? 502, endToEnd(answer.headers))
      answer.on('data', chunk => outgoing.write(chunk))
      answer.once('end', () => resolve(answer.statusCode === 201))
    })
    put.once('error', reject).end(manifest)
  })
}

function refuse(outgoing: ServerResponse, status: number, code: string, message: string): void {
  const body = JSON.stringify({ errors: [{ code, message }] })
  outgoing.writeHead(status, { 'content-type': 'application/json; charset=utf-8' }).end(body)
}
