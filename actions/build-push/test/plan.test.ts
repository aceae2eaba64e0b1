import { describe, expect, test } from '@jest/globals'
import { readInputs } from '../../../toolkit/action/fields.ts'
import type { Context } from '../../../toolkit/runner/context.ts'
import { readImages } from '../src/images.ts'
import { makePlan } from '../src/plan.ts'
import { spec } from '../src/spec.ts'

const sha = '0a3087af5c0d4e4f8b1c2d3e4f5061728394a5b6'
const now = new Date('2026-03-09T10:00:00.123Z')
const context = {
  event: {},
  repository: 'owner/app',
  serverUrl: 'https://github.com',
  runNumber: 4,
  headSha: sha,
  headRef: 'integration',
} as unknown as Context

async function plan(given: Record<string, string>, more: Partial<Context> = {}) {
  const inputs = readInputs(
    spec.inputs,
    name => ({ registry: 'docker.io/me', images: 'api=./api', ...given })[name] ?? '',
  )
  return makePlan(inputs, await readImages(inputs.images), { ...context, ...more }, now)
}

test('an image is decided in full', async () => {
  const { images, tag } = await plan({
    'build-args': 'A=1',
    labels: 'team=x',
    platforms: 'linux/amd64,linux/arm64',
  })
  expect(tag).toBe('4-0a3087a')
  expect(images).toEqual([
    {
      name: 'api',
      repository: 'docker.io/me/api',
      path: 'me/api',
      tags: ['4-0a3087a'],
      context: './api',
      file: './api/Dockerfile',
      platforms: ['linux/amd64', 'linux/arm64'],
      buildArgs: { A: '1' },
      labels: {
        'org.opencontainers.image.title': 'api',
        'org.opencontainers.image.version': '4-0a3087a',
        'org.opencontainers.image.created': '2026-03-09T10:00:00Z',
        'org.opencontainers.image.revision': sha,
        'org.opencontainers.image.source': 'https://github.com/owner/app',
        'org.opencontainers.image.url': 'https://github.com/owner/app',
        team: 'x',
      },
    },
  ])
})

test('what stands with an image wins over what stands for all', async () => {
  const images = '- { name: a, context: x/, build-args: { A: 2, B: 3 }, platforms: [linux/arm64/v8] }'
  const {
    images: [image],
  } = await plan({ images, 'build-args': 'A=1\nC=4', platforms: 'linux/amd64' })
  expect(image).toMatchObject({
    file: 'x/Dockerfile',
    buildArgs: { A: '2', B: '3', C: '4' },
    platforms: ['linux/arm64/v8'],
  })
})

test('the time of the commit is the time of creation, so that two runs make the same image', async () => {
  const {
    images: [image],
  } = await plan({}, { event: { head_commit: { timestamp: '2026-03-01T12:00:00+02:00' } } })
  expect(image?.labels['org.opencontainers.image.created']).toBe('2026-03-01T10:00:00Z')
})

test('a label set to nothing is left out', async () => {
  const {
    images: [image],
  } = await plan({ labels: 'org.opencontainers.image.url=' })
  expect(image?.labels).not.toHaveProperty('org.opencontainers.image.url')
})

describe('inputs that contradict each other or cannot be are refused', () => {
  test.each([
    [{ username: 'u' }, "input 'username' is given without 'password'"],
    [{ password: 's3cret' }, "input 'password' is given without 'username'"],
    [{ 'fail-on-severity': 'high' }, "input 'fail-on-severity' is 'high', but docker.io is no ECR registry"],
    [
      { 'create-repository': 'true' },
      "input 'create-repository' is 'true', but docker.io is no ECR registry",
    ],
    [{ images: 'Api=.' }, "input 'images' has the name 'Api': registries take lower case only; write 'api'"],
    [{ images: 'api:1=.' }, "input 'images' has the name 'api:1': it takes lower-case letters"],
    [{ images: '../api=.' }, "input 'images' has the name '../api'"],
    [{ images: `${'a'.repeat(250)}=.` }, 'with its registry it is 263 characters long'],
    [{ platforms: 'amd64' }, "input 'platforms' has 'amd64': write os/architecture, such as linux/arm64"],
    [{ platforms: 'linux/amd64,--push' }, "input 'platforms' has '--push'"],
    [{ secrets: 'a b=c' }, "input 'secrets', entry 1: write id=value"],
    [{ secrets: 'a=c\na=d' }, "input 'secrets' has the id 'a' twice"],
    [{ parallel: '0' }, "input 'parallel' is '0'"],
    [{ 'if-exists': 'ignore' }, "input 'if-exists' is 'ignore': write one of reuse, fail, overwrite"],
    [{ registry: '', images: '' }, "input 'images' is required"],
  ])('%j', async (given, message) => {
    await expect(plan(given)).rejects.toThrow(message)
  })

  test('an error about a secret does not show it', async () => {
    await expect(plan({ secrets: 'hunter2' })).rejects.toThrow("input 'secrets' is (a secret)")
  })
})
