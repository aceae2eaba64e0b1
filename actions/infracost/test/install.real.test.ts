import { createHash } from 'node:crypto'
import { mkdir, mkdtempDisposable, readdir, writeFile } from 'node:fs/promises'
import { createServer } from 'node:https'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from '@jest/globals'
import { runAction } from '../../../test/support/runner.ts'
import { makeCertificate } from '../../../test/support/services/certificate.ts'
import { connectProxy } from '../../../test/support/services/connect-proxy.ts'
import { serveOnLoopback } from '../../../test/support/services/recording-proxy.ts'
import { exec } from '../../../toolkit/exec/exec.ts'
import { assetFor } from '../src/cli/install.ts'

/** Stands in for the program of a release: prices everything at 12.50. */
const PROGRAM = `#!/bin/sh
while [ $# -gt 0 ]; do [ "$1" = --out-file ] && out=$2; shift; done
[ -n "$out" ] || { echo "Infracost v0.10.45"; exit; }
echo '{"version":"0.2","currency":"USD","projects":[{"name":"x","metadata":{"path":".","type":"terraform_dir"},"breakdown":{"resources":[],"totalMonthlyCost":"12.50"}}]}' > "$out"
`

type Answer = (path: string) => { status: number; location?: string; body?: string | Buffer } | undefined

/** github.com, as far as releases of Infracost go, behind a proxy. */
async function startReleases(folder: string, change: Answer = () => undefined) {
  const certificate = await makeCertificate(folder, ['github.com', 'objects.example.test'])
  const asset = assetFor(process.platform, process.arch)
  const name = asset.replace('.tar.gz', '')
  await writeFile(join(folder, name), PROGRAM, { mode: 0o755 })
  const { stdout } = await exec('sh', ['-c', 'tar -czf - "$1" | base64', 'sh', name], { cwd: folder })
  const archive = Buffer.from(stdout, 'base64')
  const sum = createHash('sha256').update(archive).digest('hex')
  const asked: string[] = []
  const server = await serveOnLoopback(
    createServer(certificate, ({ url = '', headers }, outgoing) => {
      asked.push(`${headers.host}${url}`)
      const usual =
        headers.host === 'github.com'
          ? { status: 302, location: `https://objects.example.test/asset${url}` }
          : { status: 200, body: url.endsWith('.sha256') ? `${sum}  ${asset}\n` : archive }
      const { status, location, body } = change(url) ?? usual
      outgoing.writeHead(status, location ? { location } : {}).end(body)
    }),
  )
  const ports = { 'github.com': server.port, 'objects.example.test': server.port }
  const proxy = await serveOnLoopback(connectProxy(ports))
  return {
    asked,
    env: { ...certificate.env, HTTPS_PROXY: `http://127.0.0.1:${proxy.port}`, INFRACOST_API_KEY: 'key' },
    async [Symbol.asyncDispose]() {
      await proxy[Symbol.asyncDispose]()
      await server[Symbol.asyncDispose]()
    },
  }
}

const inputs = { directories: '.' }
// Without the programs of this machine, among which an infracost may be.
const PATH = '/usr/bin:/bin'

async function bed() {
  const folder = await mkdtempDisposable(join(tmpdir(), 'releases-'))
  const tools = join(folder.path, 'tools')
  await mkdir(tools)
  return { path: folder.path, tools, [Symbol.asyncDispose]: () => folder.remove() }
}

test('what is not on PATH is downloaded through the proxy, verified, and found the next time', async () => {
  await using place = await bed()
  await using releases = await startReleases(place.path)
  const env = { ...releases.env, PATH, RUNNER_TOOL_CACHE: place.tools }
  const first = await runAction('infracost', { env, inputs })
  expect(first).toMatchObject({ code: 0, tempLeft: [], outputs: { 'monthly-cost': '12.5' } })
  const url = `github.com/infracost/infracost/releases/download/v0.10.45/${assetFor(process.platform, process.arch)}`
  expect(releases.asked).toContain(url)
  expect(await readdir(join(place.tools, 'infracost'))).toEqual(['0.10.45'])
  const requests = releases.asked.length
  const second = await runAction('infracost', { env, inputs })
  expect(second.outputs['monthly-cost']).toBe('12.5')
  expect(releases.asked).toHaveLength(requests)
})

test.each<[string, Answer, RegExp]>([
  [
    'another archive',
    url => (url.endsWith('.gz') ? { status: 200, body: 'other' } : undefined),
    /SHA-256 .* nothing is installed/,
  ],
  [
    'no checksum',
    url => (url.endsWith('.sha256') ? { status: 200, body: 'oops' } : undefined),
    /holds no checksum/,
  ],
  ['no such version', () => ({ status: 404 }), /there is no https:\/\/github.com\/.*RUNNER_TOOL_CACHE/],
  ['a server that fails', () => ({ status: 503 }), /cannot be downloaded: .*status 503/],
  ['a redirect to plain HTTP', () => ({ status: 302, location: 'http://github.com/x' }), /status 302/],
])('%s is refused, and nothing is installed', async (_, change, message) => {
  await using place = await bed()
  await using releases = await startReleases(place.path, change)
  const run = await runAction('infracost', {
    env: { ...releases.env, PATH, RUNNER_TOOL_CACHE: place.tools },
    inputs,
  })
  expect(run).toMatchObject({ code: 1, tempLeft: [] })
  expect(run.annotations.map(({ message }) => message)).toEqual([expect.stringMatching(message)])
  expect(await readdir(place.tools, { recursive: true })).not.toContain('infracost.tar.gz')
  expect((await readdir(place.tools, { recursive: true })).filter(name => !/^infracost$/.test(name))).toEqual(
    [],
  )
})

test('v2 on PATH is told of, and v0.10 used instead', async () => {
  await using place = await bed()
  await using releases = await startReleases(place.path)
  const bin = join(place.path, 'bin')
  await mkdir(bin)
  await writeFile(join(bin, 'infracost'), '#!/bin/sh\necho "infracost version 2.3.1"\n', { mode: 0o755 })
  const env = { ...releases.env, PATH: `${bin}:${PATH}`, RUNNER_TOOL_CACHE: place.tools }
  const run = await runAction('infracost', { env, inputs })
  expect(run.outputs['monthly-cost']).toBe('12.5')
  expect(run.annotations).toMatchObject([
    { message: expect.stringMatching(/^Infracost v2.3.1 is on PATH.*v0.10.45 is used instead/) },
  ])
})

test.each([
  ['v2.3.1', /this action drives v0.10/],
  ['latest', /write a version, such as v0.10.45/],
])('the version %s is refused', async (version, message) => {
  const run = await runAction('infracost', { inputs: { ...inputs, version } })
  expect(run.annotations.map(({ message }) => message)).toEqual([expect.stringMatching(message)])
})

test('without a key it is said where to get one; the workflow of a fork goes on without costs', async () => {
  const own = await runAction('infracost', { env: { INFRACOST_API_KEY: undefined }, inputs })
  expect(own.code).toBe(1)
  expect(own.annotations[0]?.message).toMatch(/no API key.*https:\/\/dashboard.infracost.io/)
  const head = { sha: 'a'.repeat(40), ref: 'x', repo: { full_name: 'stranger/shop' } }
  const event = { pull_request: { number: 7, head, base: { sha: 'b'.repeat(40), ref: 'main' } } }
  const env = {
    INFRACOST_API_KEY: undefined,
    GITHUB_EVENT_NAME: 'pull_request',
    GITHUB_REPOSITORY: 'maestrops/shop',
  }
  const fork = await runAction('infracost', { env, event, inputs: { ...inputs, 'budget-monthly': '5' } })
  expect(fork).toMatchObject({ code: 0, outputs: { 'monthly-cost': '', 'over-budget': 'unknown' } })
  expect(fork.summary).toContain('the workflow of a fork gets no secrets')
})
