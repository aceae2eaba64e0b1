import { describe, expect, test } from '@jest/globals'
import { parseTarget, repositoryOf } from '../src/target.ts'

describe('a registry is read into its parts', () => {
  test.each([
    ['docker.io/maestrops', { host: 'docker.io', namespace: 'maestrops', kind: 'other' }],
    ['index.docker.io/maestrops/', { host: 'docker.io', namespace: 'maestrops', kind: 'other' }],
    ['LOCALHOST:5000/a/b', { host: 'localhost:5000', namespace: 'a/b', kind: 'other' }],
    ['localhost/a', { host: 'localhost', namespace: 'a', kind: 'other' }],
    ['registry.example.com', { host: 'registry.example.com', namespace: '', kind: 'other' }],
    ['[::1]:5000/a', { host: '[::1]:5000', namespace: 'a', kind: 'other' }],
    ['public.ecr.aws/a1b2', { host: 'public.ecr.aws', namespace: 'a1b2', kind: 'ecr-public' }],
  ])('%s', (registry, target) => {
    expect(parseTarget(registry)).toEqual(target)
  })
})

describe('ECR hosts name their account and region', () => {
  test.each([
    ['123456789012.dkr.ecr.eu-west-1.amazonaws.com', 'eu-west-1'],
    ['123456789012.dkr.ecr-fips.us-gov-west-1.amazonaws.com', 'us-gov-west-1'],
    ['123456789012.dkr.ecr.cn-north-1.amazonaws.com.cn', 'cn-north-1'],
    ['123456789012.dkr-ecr.us-east-2.on.aws', 'us-east-2'],
  ])('%s', (host, region) => {
    expect(parseTarget(`${host}/team`)).toEqual({
      host,
      namespace: 'team',
      kind: 'ecr',
      account: '123456789012',
      region,
    })
  })

  test('a host that only looks like one is an ordinary registry', () => {
    expect(parseTarget('123.dkr.ecr.eu-west-1.amazonaws.com').kind).toBe('other')
    expect(parseTarget('123456789012.dkr.ecr.eu-west-1.amazonaws.com.evil.example').kind).toBe('other')
  })
})

describe('what is no registry is refused with a remedy', () => {
  test.each([
    ['docker.io', "input 'registry' is 'docker.io': it has no namespace; write docker.io/<your-name>"],
    ['ghcr.io', 'write ghcr.io/<your-name>'],
    ['public.ecr.aws', 'write public.ecr.aws/<your-name>'],
    ['maestrops', "it names no host; for Docker Hub write 'docker.io/maestrops'"],
    ['https://ghcr.io/me', "leave out the scheme and write 'ghcr.io/me'"],
    ['https://index.docker.io/v1/', "leave out the scheme and write 'docker.io/<your-name>'"],
    ['oci://ghcr.io/me', "leave out the scheme and write 'ghcr.io/me'"],
    ['docker.io/MyOrg', "registries take lower case only; write 'myorg'"],
    ['docker.io/a//b', "'a//b' is no namespace"],
    ['docker.io/$(id)', "'$(id)' is no namespace"],
    ['host name.example/x', "'host name.example' is no host name"],
    ['-bad.example/x', "'-bad.example' is no host name"],
    ['registry.example:65536/x', "'65536' is no port"],
    ['localhost:99999999/x', "'localhost:99999999' is no host name"],
  ])('%s', (registry, message) => {
    expect(() => parseTarget(registry)).toThrow(message)
  })
})

test('a repository is host, namespace and name', () => {
  expect(repositoryOf(parseTarget('docker.io/a'), 'b/c')).toEqual({
    repository: 'docker.io/a/b/c',
    path: 'a/b/c',
  })
  expect(repositoryOf(parseTarget('localhost:5000'), 'b')).toEqual({
    repository: 'localhost:5000/b',
    path: 'b',
  })
})
