import { mkdtempDisposable } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from '@jest/globals'
import { startArgoCD } from '../../../test/support/argocd/server.ts'
import type { Fault } from '../../../test/support/github/faults.ts'
import { runAction } from '../../../test/support/runner.ts'
import { makeCertificate } from '../../../test/support/services/certificate.ts'
import { connectProxy } from '../../../test/support/services/connect-proxy.ts'

const [OLD, WANTED] = ['a'.repeat(40), 'b'.repeat(40)]
const inputs = (server: string, token: string, timeout = '8') => ({
  ...{ server, token, timeout, applications: 'shop', revision: WANTED },
})
const message = (run: { annotations: readonly { message: string }[] }) =>
  run.annotations.at(-1)?.message ?? ''

async function stage(...faults: Omit<Fault, 'path'>[]) {
  const argocd = await startArgoCD()
  argocd.application({ name: 'shop', revision: OLD, head: () => WANTED })
  for (const fault of faults) argocd.fault({ path: /./, ...fault })
  return argocd
}

test.each<[string, Omit<Fault, 'path'>]>([
  ['a server that fails', { status: 503, times: 3 }],
  ['a gateway with a page of its own', { status: 502, body: '<html>Bad gateway</html>', times: 3 }],
  ['too many requests', { status: 429, times: 2 }],
  ['a proxy that gave up waiting', { status: 408, body: '<html>408</html>' }],
  ['an Argo CD that its Kubernetes fails', { status: 403, times: 2 }],
  ['an application that is yet to be made', { status: 404 }],
  ['a connection that is cut', { cut: true, times: 3 }],
  ['an answer that is cut', { cut: 'after', times: 2 }],
  [
    'an answer that is no JSON',
    { status: 200, body: '{"metadata":', headers: { 'content-type': 'application/json' } },
  ],
])('%s is waited for', async (_, fault) => {
  await using argocd = await stage(fault)
  expect(
    (await runAction('argocd-wait', { inputs: inputs(argocd.url, argocd.token, '20') })).conclusion,
  ).toBe('success')
})

test.each<[string, Omit<Fault, 'path'>, RegExp]>([
  [
    'a token that has expired',
    { status: 401, body: { message: 'invalid session: token is expired', code: 16 } },
    /answered 401 \(invalid session: token is expired\): the token is invalid or has expired/,
  ],
  ['a bad request', { status: 400, body: { message: 'no' } }, /answered 400 \(no\): it refused/],
  [
    'the page of a proxy',
    { status: 200, body: '<html>Sign in</html>' },
    /answers with a web page in place of data/,
  ],
  [
    'another service',
    { status: 200, body: { kind: 'Pod' } },
    /something that is no application; is it Argo CD\?/,
  ],
  [
    'a redirect to a login',
    { status: 302, body: '', headers: { location: 'https://me:secret@sso.test/login?rd=token' } },
    /redirects to https:\/\/sso.test\/login, and the token is not sent there/,
  ],
])('%s ends the step at once', async (_, fault, why) => {
  await using argocd = await stage(fault)
  const run = await runAction('argocd-wait', { inputs: inputs(argocd.url, argocd.token, '5m') })
  expect(message(run)).toMatch(why)
  expect(run).toMatchObject({ conclusion: 'failure', tempLeft: [] })
})

test('a server that stays broken is given up, and said to be', async () => {
  await using argocd = await stage({ status: 500, times: 1000 })
  const run = await runAction('argocd-wait', { inputs: inputs(argocd.url, argocd.token) })
  expect(message(run)).toMatch(
    /^shop: http:\/\/127.0.0.1:\d+ answered 500 \(it broke\): it is broken at the moment; so it stayed for 2 s$/,
  )
})

test.each<[string, Omit<Fault, 'path'>, RegExp]>([
  [
    'an application that may not be seen',
    { status: 403 },
    /either there is no application 'shop', or the token may not see it.*; so it stayed for 2 s$/,
  ],
  ['one that is not there', { status: 404 }, /answered 404 .*check its name and namespace; so it stayed/],
  [
    'a server that has no such page',
    { status: 404, body: '<html>404</html>' },
    /answered 404: there is no API of Argo CD at this address/,
  ],
])('%s is given up after a while', async (_, fault, why) => {
  await using argocd = await stage({ ...fault, times: 1000 })
  const run = await runAction('argocd-wait', { inputs: inputs(argocd.url, argocd.token) })
  expect(message(run)).toMatch(why)
  expect(run).toMatchObject({ conclusion: 'failure', tempLeft: [] })
})

test('nobody there is said', async () => {
  const run = await runAction('argocd-wait', { inputs: inputs('http://127.0.0.1:9', 'token') })
  expect(message(run)).toMatch(/^shop: 127.0.0.1:9 cannot be reached: .*ECONNREFUSED/)
})

test('a server that never answers does not hold the job', async () => {
  const silent = createServer(() => {})
  await new Promise<void>(resolve => silent.listen(0, '127.0.0.1', resolve))
  const { port } = silent.address() as { port: number }
  const run = await runAction('argocd-wait', { inputs: inputs(`http://127.0.0.1:${port}`, 'token', '4') })
  silent.close()
  expect(message(run)).toMatch(/gave no answer within 5 s/)
  expect(run.duration).toBeLessThan(30_000)
})

test('bad input is refused before anything is asked', async () => {
  await using argocd = await stage()
  const tries: [Record<string, string>, RegExp][] = [
    [{ token: '' }, /input 'token' was not given, and neither was the variable ARGOCD_AUTH_TOKEN/],
    [{ token: 'two words' }, /input 'token' is \(a secret\): it holds spaces/],
    [{ applications: '' }, /input 'applications' is required/],
    [{ revision: 'main' }, /input 'revision' is 'main': write the sha of a commit/],
    [{ server: 'http://argocd.test' }, /plain HTTP would show the token/],
  ]
  for (const [wrong, why] of tries) {
    const run = await runAction('argocd-wait', { inputs: { ...inputs(argocd.url, argocd.token), ...wrong } })
    expect(message(run)).toMatch(why)
  }
  expect(argocd.requests).toEqual([])
})

test('an authority of one’s own is trusted where it is given, through a proxy, too', async () => {
  const folder = await mkdtempDisposable(join(tmpdir(), 'tls-'))
  try {
    const certificate = await makeCertificate(folder.path, ['localhost', 'argocd.test'])
    await using argocd = await startArgoCD({ certificate })
    argocd.application({ name: 'shop', revision: OLD, head: () => WANTED })
    const given = inputs(argocd.url, argocd.token)
    const distrusted = await runAction('argocd-wait', { inputs: given })
    expect(message(distrusted)).toMatch(/has a certificate that is not trusted here .*as 'ca'/)
    const ca = certificate.cert.toString()
    const trusted = await runAction('argocd-wait', { inputs: { ...given, ca } })
    expect(trusted.conclusion).toBe('success')
    const proxy = connectProxy({ 'argocd.test': Number(new URL(argocd.url).port) })
    await new Promise<void>(resolve => proxy.listen(0, '127.0.0.1', resolve))
    const { port } = proxy.address() as { port: number }
    const proxied = await runAction('argocd-wait', {
      inputs: { ...given, server: 'argocd.test', ca },
      env: { HTTPS_PROXY: `http://127.0.0.1:${port}` },
    })
    proxy.close()
    proxy.closeAllConnections()
    expect(proxied.log).toContain('live and healthy')
    const plain = await runAction('argocd-wait', {
      inputs: { ...given, server: argocd.url.replace('https', 'http') },
    })
    expect(message(plain)).toMatch(/cannot be reached|broke off|gave no answer/)
  } finally {
    await folder.remove()
  }
})

test('HTTPS to a server without it is said', async () => {
  await using argocd = await stage()
  const server = argocd.url.replace('http:', 'https:')
  expect(message(await runAction('argocd-wait', { inputs: inputs(server, argocd.token) }))).toMatch(
    /does not speak HTTPS/,
  )
})
