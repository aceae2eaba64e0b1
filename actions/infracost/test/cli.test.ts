import { describe, expect, test } from '@jest/globals'
import { ExecError } from '../../../toolkit/exec/exec.ts'
import { breakdownArgs } from '../src/cli/breakdown.ts'
import { assetFor } from '../src/cli/install.ts'
import { refusal, refusalIn, serverFault } from '../src/cli/refusal.ts'
import { isDriven, parseVersion, versionIn } from '../src/cli/version.ts'

const source = { directory: 'infra/ec2', path: 'infra/ec2', root: '/w', mask: (text: string) => text }
const pricing = {
  infracost: { program: 'infracost', version: '0.10.45' },
  apiKey: 'ico-secret',
  currency: 'EUR',
  usageFile: '/w/usage.yml',
  varFiles: ['env/prod.tfvars'],
}

describe('arguments', () => {
  const common = ['--format', 'json', '--out-file', '/t/o.json', '--log-level', 'warn', '--no-color']

  test('of code: variable files are named from the root module on', () => {
    expect(breakdownArgs({ ...source, kind: 'code' }, pricing, '/t/o.json')).toEqual([
      ...['breakdown', '--path', 'infra/ec2', ...common, '--usage-file', '/w/usage.yml'],
      ...['--terraform-var-file', '../../env/prod.tfvars'],
    ])
  })

  test('of a plan, which has its variables; and the key is on no command line', () => {
    const args = breakdownArgs({ ...source, kind: 'plan', path: '/t/p.json' }, pricing, '/t/o.json')
    expect(args).toEqual(['breakdown', '--path', '/t/p.json', ...common, '--usage-file', '/w/usage.yml'])
    expect(args.join(' ')).not.toContain('ico-secret')
  })
})

test.each([
  ['Error sending API request: Post "http://127.0.0.1:9/graphql": giving up after 5 attempt(s)', true],
  ['Invalid API response "POST" "/graphql" body: "<html>"', true],
  ['Received error from API: 403 Forbidden blocked', true],
  ['Error loading Terraform modules: failed to parse file main.tf', false],
  ['Failed to download module "x"', false],
])('whose fault: %s', (message, server) => {
  expect(serverFault(['Missing Terraform vars', message]) !== undefined).toBe(server)
})

test.each([
  ['Error: Invalid API Key, please check your INFRACOST_API_KEY', /does not take this API key/],
  ['Error: parsing usage file failed near hush', /failed on 'infra\/ec2' with exit code 1: .* near \*\*\*$/],
])('refused: %s', (stderr, message) => {
  const thrown = new ExecError('infracost', ['breakdown'], { code: 1, stdout: '', stderr }, 'failed')
  const mask = (text: string) => text.replace('hush', '***')
  expect(refusal(thrown, { ...source, mask }).message).toMatch(message)
})

test.each([
  ['plan', /'infra\/ec2' is no plan/],
  ['code', /'infra\/ec2' holds no Terraform/],
] as const)('what is no %s', (kind, message) => {
  expect(refusalIn(["could not detect path type for 'x'"], { ...source, kind })?.message).toMatch(message)
  expect(refusalIn(['something else'], { ...source, kind })).toBeUndefined()
})

test.each([
  ['Infracost v0.10.45', '0.10.45', true],
  ['infracost version 2.3.1 (abc)', '2.3.1', false],
  ['v0.9.24', '0.9.24', false],
])('%s', (output, version, driven) => {
  expect(versionIn(output)).toBe(version)
  expect(isDriven(version)).toBe(driven)
})

test('a program that tells no version has none', () => {
  expect(versionIn('Infracost dev')).toBeUndefined()
  expect(parseVersion('v0.10.44')).toBe('0.10.44')
})

test.each([
  ['linux', 'x64', 'infracost-linux-amd64.tar.gz'],
  ['linux', 'arm64', 'infracost-linux-arm64.tar.gz'],
  ['darwin', 'arm64', 'infracost-darwin-arm64.tar.gz'],
  ['win32', 'x64', 'infracost-windows-amd64.tar.gz'],
])('the archive for %s on %s', (platform, arch, name) => {
  expect(assetFor(platform, arch)).toBe(name)
})

test('for another machine there is none', () => {
  expect(() => assetFor('linux', 's390x')).toThrow(/no release for linux on s390x; put an infracost of v0.10/)
})
