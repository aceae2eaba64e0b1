import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { exec } from '../../../toolkit/exec/exec.ts'
import { program } from '../programs/program.ts'

/** A TLS certificate, and how to make programs trust it without touching the machine's store. */
export interface Certificate {
  readonly key: Buffer
  readonly cert: Buffer
  /** Go, OpenSSL and Node read these. They name the machine's own authorities and this certificate. */
  readonly env: { readonly SSL_CERT_FILE: string; readonly NODE_EXTRA_CA_CERTS: string }
}

const SYSTEM_BUNDLE = '/etc/ssl/certs/ca-certificates.crt'

/** Makes a certificate in a folder, for a day, for the given host names. It is its own authority. */
export async function makeCertificate(folder: string, hosts: readonly string[]): Promise<Certificate> {
  const openssl = await program('openssl')
  const [key, cert, bundle] = ['key.pem', 'cert.pem', 'bundle.pem'].map(name => join(folder, name)) as [
    string,
    string,
    string,
  ]
  const names = hosts.map(host => `DNS:${host}`).join(',')
  const kind = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes', '-days', '1']
  const subject = ['-subj', '/CN=gitops-actions rehearsal', '-addext', `subjectAltName=${names}`]
  await exec(openssl, ['req', '-x509', ...kind, ...subject, '-keyout', key, '-out', cert])
  const own = await readFile(cert)
  const system = await readFile(process.env.SSL_CERT_FILE ?? SYSTEM_BUNDLE).catch(() => Buffer.alloc(0))
  await writeFile(bundle, Buffer.concat([system, Buffer.from('\n'), own]))
  return { key: await readFile(key), cert: own, env: { SSL_CERT_FILE: bundle, NODE_EXTRA_CA_CERTS: bundle } }
}
