/** Where an AWS service answers, and for which region. */
export interface AwsEndpoint {
  readonly url: string
  readonly region: string
  readonly account: string
}

/** The service did not do what was asked; `type` is AWS's name of the error. */
export class AwsError extends Error {
  override readonly name = 'AwsError'
  readonly type: string
  constructor(type: string, message: string) {
    super(message)
    this.type = type
  }
}

/** Calls ECR of a fake AWS, which does not check signatures: only the scope in it is read. */
export async function callEcr<T>({ url, region }: AwsEndpoint, action: string, body: object): Promise<T> {
  const answer = await fetch(url, {
    method: 'POST',
    headers: {
      'content-type': 'application/x-amz-json-1.1',
      'x-amz-target': `AmazonEC2ContainerRegistry_V20150921.${action}`,
      authorization: `AWS4-HMAC-SHA256 Credential=test/20260101/${region}/ecr/aws4_request, SignedHeaders=host, Signature=0`,
    },
    body: JSON.stringify(body),
  })
  const told = (await answer.json()) as T & { __type?: string; message?: string }
  if (!answer.ok) throw new AwsError(told.__type?.split('#').at(-1) ?? `${answer.status}`, told.message ?? '')
  return told
}

/** Makes a bucket in S3 of a fake AWS, such as Terraform's S3 backend wants. */
export async function createBucket({ url, region }: AwsEndpoint, bucket: string): Promise<void> {
  const place = `<CreateBucketConfiguration><LocationConstraint>${region}</LocationConstraint></CreateBucketConfiguration>`
  const answer = await fetch(`${url}/${bucket}`, {
    method: 'PUT',
    headers: {
      authorization: `AWS4-HMAC-SHA256 Credential=test/20260101/${region}/s3/aws4_request, SignedHeaders=host, Signature=0`,
    },
    // S3 does not take its first region as a place.
    body: region === 'us-east-1' ? '' : place,
  })
  if (!answer.ok) throw new AwsError(`${answer.status}`, await answer.text())
}
