import { describe, expect, test } from '@jest/globals'
import { ExecError } from '../../../toolkit/exec/exec.ts'
import { remedyFor } from '../src/failure-advice.ts'
import { loginMayPass, pushMayPass } from '../src/failures.ts'

const failed = (args: string[], stderr: string, stdout = '') =>
  new ExecError('docker', args, { code: 1, stdout, stderr }, 'failed with exit code 1')

describe('pushes that are tried again', () => {
  test.each([
    [
      'busy',
      'buildx',
      '#6 pushing layer 4e3c done\n#6 ERROR: toomanyrequests: because\n------\n > pushing x:1 with docker:\n------\nERROR: failed to build: toomanyrequests: because',
      true,
    ],
    [
      'broken',
      'buildx',
      'ERROR: failed to push localhost:5000/x: unexpected status from POST request to http://localhost:5000/v2/x/blobs/uploads/: 500 Internal Server Error',
      true,
    ],
    ['reset', 'push', 'write tcp 127.0.0.1:1->127.0.0.1:2: read: connection reset by peer', true],
    ['gone', 'push', 'Get "http://localhost:5000/v2/": dial tcp: connect: connection refused', true],
    ['refused', 'push', 'unauthorized: authentication required', false],
    ['forbidden', 'buildx', ' > pushing x:1 with docker:\nERROR: failed to build: denied: 503', false],
    [
      'a step that failed',
      'buildx',
      '#7 pushing\nERROR: process "/bin/sh -c npm ci" did not complete successfully: connection reset',
      false,
    ],
    [
      'a base image',
      'buildx',
      'ERROR: failed to resolve source metadata for docker.io/library/node: 429 Too Many Requests',
      false,
    ],
    [
      'times that look like codes',
      'buildx',
      '#6 pushing layer 503.429 500 done\nERROR: failed to build: pushing x: no such thing',
      false,
    ],
    [
      'a tag that looks like a refusal',
      'buildx',
      'ERROR: failed to push x/api:401-0a3087a: unexpected status from PUT request: 500 Internal Server Error',
      true,
    ],
    [
      'a tag that looks like a failure that passes',
      'push',
      'failed to push x/api:503: no such image\nfailed to push x/api:1-503',
      false,
    ],
  ])('%s', (_what, command, said, again) => {
    expect(pushMayPass(failed([command], said))).toBe(again)
  })

  test('an error that no program made is not', () => {
    expect(pushMayPass(new Error('push: 503'))).toBe(false)
  })
})

test.each([
  ['Error response from daemon: Get "http://localhost:1/v2/": EOF', true],
  [
    'Error response from daemon: login attempt to http://x/v2/ failed with status: 503 Service Unavailable',
    true,
  ],
  ['Error response from daemon: Get "http://x/v2/": unauthorized: authentication required', false],
])('a login that said %j', (said, again) => {
  expect(loginMayPass(failed(['login'], said))).toBe(again)
})

test.each([
  ['ERROR: Multi-platform build is not supported for the docker driver.', 'docker-container://'],
  ['ERROR: Cache export is not supported for the docker driver.', 'docker-container://'],
  ["name unknown: The repository with name 'x' does not exist in the registry", 'create-repository'],
  ['Cannot connect to the Docker daemon at unix:///var/run/docker.sock', 'no container engine answers'],
  ['push access denied', 'may not push there'],
  ['something else', undefined],
])('%s', (said, remedy) => {
  if (remedy === undefined) expect(remedyFor(said)).toBeUndefined()
  else expect(remedyFor(said)).toContain(remedy)
})
