import type { HttpRequest, Reply, Send } from '../http/request.ts'
import { type Challenge, parseChallenge } from './challenge.ts'
import { parseJson, RegistryError, refusal } from './refusal.ts'

export interface Credentials {
  readonly username: string
  readonly password: string
}

/** What a registry gives at a login in the place of a password (docker's `identitytoken`; Azure does): good for tokens only. */
export interface IdentityToken {
  readonly identityToken: string
}

/** Sends for a repository of a registry: answers a challenge once, and follows redirects without taking credentials along. */
export function authenticated(
  send: Send,
  { host, credentials }: { readonly host: string; readonly credentials?: Credentials | IdentityToken },
) {
  const proofs = new Map<string, string>()
  const prove = async (challenge: Challenge, url: URL, path: string) => {
    if (challenge.scheme === 'bearer')
      return `Bearer ${await fetchToken(send, url, path, challenge, { host, credentials })}`
    return credentials && 'password' in credentials ? basicAuth(credentials) : undefined
  }
  return async (url: URL, path: string, request: HttpRequest): Promise<Reply> => {
    const sendWith = async (authorization: string | undefined) => {
      const headers = { ...request.headers, ...(authorization && { authorization }) }
      return followed(send, url, { ...request, headers })
    }
    const known = proofs.get(path)
    const first = await sendWith(known)
    // Whom we are sent to may not ask for the credentials of the registry.
    if (first.status !== 401 || first.from !== url.origin) return first
    const challenge = parseChallenge(first.headers['www-authenticate'])
    const proof = challenge && (await prove(challenge, url, path))
    if (proof === undefined || proof === known) return first
    proofs.set(path, proof)
    return sendWith(proof)
  }
}

/** Sends, and follows redirects that leave the request as it is. */
async function followed(send: Send, from: URL, request: HttpRequest): Promise<Reply & { from: string }> {
  // Of other requests only 307 and 308 keep method and body (RFC 9110, 15.4).
  const lowest = (request.method ?? 'GET') === 'GET' ? 300 : 307
  const { authorization: _, ...others } = request.headers ?? {}
  let url = from
  let current = await send(url, request)
  for (let hops = 0; hops < 5 && current.status >= lowest && current.status < 400; hops++) {
    const location = current.headers.location
    if (location === undefined) break
    if (!URL.canParse(location, url.href))
      throw new RegistryError(`${from.host} sends us to '${location}', which is no address`, current.status)
    url = new URL(location, url)
    // Signed addresses of a blob store: they carry their own proof, and refuse any other.
    current = await send(url, url.origin === from.origin ? request : { ...request, headers: others })
  }
  return { ...current, from: url.origin }
}

/** The token dance of distribution/distribution, docs "Token Authentication Specification". */
async function fetchToken(
  send: Send,
  registry: URL,
  path: string,
  challenge: Extract<Challenge, { scheme: 'bearer' }>,
  { host, credentials }: { host: string; credentials: Credentials | IdentityToken | undefined },
): Promise<string> {
  const realm = URL.canParse(challenge.realm) ? new URL(challenge.realm) : undefined
  if (realm === undefined || (realm.protocol !== 'https:' && registry.protocol === 'https:'))
    throw new RegistryError(
      `${host} sends us to '${challenge.realm}' for a token, which is no https address`,
      401,
    )
  const asked = new URLSearchParams({
    ...(challenge.service !== undefined && { service: challenge.service }),
    scope: `repository:${path}:${credentials ? 'pull,push' : 'pull'}`,
  })
  const reply = await (credentials && 'identityToken' in credentials
    ? send(realm, exchange(asked, credentials))
    : send(
        withQuery(realm, asked),
        credentials ? { headers: { authorization: basicAuth(credentials) } } : {},
      ))
  if (reply.status >= 400) throw refusal(host, path, reply)
  const { token, access_token } = parseJson(host, reply.body) as { token?: string; access_token?: string }
  const found = token || access_token
  if (!found) throw new RegistryError(`${host} gave no token for ${path}`, reply.status)
  return found
}

function withQuery(realm: URL, asked: URLSearchParams): URL {
  const url = new URL(realm)
  for (const [name, value] of asked) url.searchParams.set(name, value)
  return url
}

/** An identity token is traded in by POST (distribution/distribution, docs "OAuth2 Token Authentication"). */
function exchange(asked: URLSearchParams, { identityToken }: IdentityToken): HttpRequest {
  const grant = { grant_type: 'refresh_token', client_id: 'gitops-actions', refresh_token: identityToken }
  return {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams([...asked, ...Object.entries(grant)]).toString(),
  }
}

function basicAuth({ username, password }: Credentials): string {
  return `Basic ${Buffer.from(`${username}:${password}`).toString('base64')}`
}
