import { describe, expect, test } from '@jest/globals'
import { pushOf } from './ecr-gate.ts'
import { freeNet } from './engine-network.ts'
import { sourcesOf } from './server-image.ts'

describe('a subnet that nobody uses', () => {
  test.each([
    ['', 0, 64],
    ['2: eth0    inet 10.64.0.1/24 scope global eth0', 0, 65],
    ['2: eth0    inet 10.255.3.1/24 scope global eth0', 0.9999, 64],
    ['2: eth0    inet 192.168.64.1/24 scope global eth0', 0, 64],
  ])('beside %j', (addresses, random, net) => {
    expect(freeNet(addresses, random)).toBe(net)
  })
})

describe('what a request to a registry writes to or looks up', () => {
  test.each([
    ['POST', '/v2/shop/app/blobs/uploads/?mount=x', { repository: 'shop/app', reference: undefined }],
    ['PUT', '/v2/shop/app/manifests/v1', { repository: 'shop/app', reference: 'v1' }],
    ['PUT', '/v2/app/manifests/sha256:ab', { repository: 'app', reference: 'sha256:ab' }],
    ['GET', '/v2/app/manifests/v1', { repository: 'app', reference: 'v1' }],
    ['GET', '/v2/app/blobs/sha256:ab', undefined],
    ['PUT', '/v2/app/blobs/uploads/123', undefined],
    ['GET', '/v2/', undefined],
  ])('%s %s', (method, url, push) => {
    expect(pushOf({ method, url })).toEqual(push)
  })
})

test("a server takes Debian's packages from where this machine takes those of the same release", () => {
  const targets = [
    'Debian\tbookworm\tdeb http://mirror/debian bookworm main',
    'Debian\tbookworm\tdeb http://mirror/debian bookworm main',
    'Debian\tbookworm-security\tdeb http://mirror/security bookworm-security main',
    'Debian\ttrixie\tdeb http://mirror/debian trixie main',
    'Vendor\tbookworm\tdeb http://elsewhere bookworm main',
    '',
  ].join('\n')
  expect(sourcesOf(targets, 'bookworm')).toEqual([
    'deb http://mirror/debian bookworm main',
    'deb http://mirror/security bookworm-security main',
  ])
  expect(sourcesOf('', 'bookworm')).toEqual([])
})
