import type { AwsEndpoint } from '../../test/support/services/aws-call.ts'

/** What is asked of a service; `form` is a request of AWS's query protocol, anything else is REST. */
export interface Question {
  readonly form?: Readonly<Record<string, string>>
  readonly method?: string
  readonly path?: string
}

/**
 * Asks a service of a fake AWS, which does not check signatures: only the scope in it is read.
 * @returns the body of the answer, XML mostly.
 * @throws where the answer is no success.
 */
export async function ask(
  { url, region }: AwsEndpoint,
  service: string,
  question: Question,
): Promise<string> {
  const { form, method = form ? 'POST' : 'GET', path = '/' } = question
  const answer = await fetch(`${url}${path}`, {
    method,
    headers: {
      authorization: `AWS4-HMAC-SHA256 Credential=test/20260101/${region}/${service}/aws4_request, SignedHeaders=host, Signature=0`,
      ...(form && { 'content-type': 'application/x-www-form-urlencoded' }),
    },
    ...(form && { body: new URLSearchParams(form).toString() }),
  })
  const told = await answer.text()
  if (!answer.ok) throw new Error(`${service} ${path} ${form?.Action ?? ''}: ${answer.status} ${told}`)
  return told
}

/** The texts of all elements of that name, in order; elements within them are left as they are. */
export function texts(xml: string, element: string): string[] {
  return [...xml.matchAll(new RegExp(`<${element}>([\\s\\S]*?)</${element}>`, 'g'))].map(
    ([, text]) => text ?? '',
  )
}
