import { X509Certificate } from 'node:crypto'
import { isLocal } from '../../../toolkit/http/request.ts'

/** An application by name, and by namespace where it does not lie in Argo CD's own. */
export interface AppName {
  readonly name: string
  readonly namespace?: string
}

/** `shop`, or `team-a/shop`. */
export const qualified = ({ name, namespace }: AppName): string =>
  namespace === undefined ? name : `${namespace}/${name}`

/**
 * The address of an Argo CD, without a slash at the end. Without a scheme it is HTTPS, as for Argo CD's own command
 * line. The token never travels in clear: plain HTTP is for localhost only.
 */
export function parseServer(given: string): string {
  const text = /^[a-z][a-z0-9+.-]*:\/\//i.test(given) ? given : `https://${given}`
  const remedy = 'write its address, such as https://argocd.example.com'
  if (!URL.canParse(text)) throw new Error(remedy)
  const url = new URL(text)
  if (url.username !== '' || url.password !== '')
    throw new Error("leave user and password out, and give the input 'token'")
  if (!/^https?:$/.test(url.protocol) || url.search !== '' || url.hash !== '') throw new Error(remedy)
  if (url.protocol === 'http:' && !isLocal(url.hostname))
    throw new Error(
      "plain HTTP would show the token to everyone on the way; write https://, and give the certificate of its authority as 'ca' where it is your own",
    )
  return `${url.origin}${url.pathname}`.replace(/\/+$/, '').replace(/\/api(\/v1)?$/, '')
}

const NAME = /^[a-z0-9]([a-z0-9.-]{0,251}[a-z0-9])?$/

/** A line of `applications`. */
export function parseApplication(line: string): AppName {
  const parts = line.split('/')
  const [name = '', namespace] = parts.reverse()
  if (parts.length > 2 || !parts.every(part => NAME.test(part)))
    throw new Error('write the name of an application, or namespace/name')
  return namespace === undefined ? { name } : { name, namespace }
}

/** The sha of a commit, whole or its beginning, in lower case. */
export function parseRevision(given: string): string {
  if (!/^[0-9a-f]{7,64}$/i.test(given))
    throw new Error(
      "write the sha of a commit, such as the output 'commit' of bump-manifest; what a branch or a tag names may change meanwhile",
    )
  return given.toLowerCase()
}

const UNITS: Readonly<Record<string, number>> = { s: 1, m: 60, h: 3600 }
const LONGEST = 6 * 3600

/** A time in seconds: `600`, `90s`, `10m` or `1h`. */
export function parseTimeout(given: string): number {
  const [, count = '', unit = 's'] = /^(\d+)([smh])?$/.exec(given) ?? []
  const seconds = Number(count) * (UNITS[unit] ?? 1)
  if (count === '' || seconds < 1 || seconds > LONGEST)
    throw new Error(
      'write seconds or a time such as 90s, 10m or 1h; at most 6h, which is as long as a job lasts',
    )
  return seconds
}

/** Certificates in PEM. */
export function parseCertificates(given: string): string {
  const found = given.match(/-----BEGIN CERTIFICATE-----[\s\S]+?-----END CERTIFICATE-----/g) ?? []
  try {
    for (const certificate of found) new X509Certificate(certificate)
  } catch {
    found.length = 0
  }
  if (found.length === 0)
    throw new Error('write the certificate of an authority in PEM, with its BEGIN and END lines')
  return `${found.join('\n')}\n`
}
