import { describe, expect, test } from '@jest/globals'
import { buildah, buildahBuildArgs, buildahPushArgs } from '../src/engines/buildah.ts'
import { buildxArgs, digestOf } from '../src/engines/buildx.ts'
import { chooseBuilder } from '../src/engines/choose.ts'
import { docker, dockerBuildArgs, pushedDigest } from '../src/engines/docker.ts'
import { createArgs, parseEndpoint } from '../src/engines/endpoint.ts'
import type { BuildSettings } from '../src/engines/engine.ts'
import type { PlannedImage } from '../src/plan.ts'

const image: PlannedImage = {
  name: 'api',
  repository: 'localhost:5000/me/api',
  path: 'me/api',
  tags: ['4-0a3087a', 'latest'],
  context: '/w/api',
  file: '/w/api/Dockerfile',
  platforms: [],
  buildArgs: { A: '$(id) "x"' },
  labels: { k: 'v w' },
}
const multi = { ...image, platforms: ['linux/amd64', 'linux/arm64'] }
const settings: BuildSettings = {
  push: true,
  attestations: 'auto',
  cacheFrom: [],
  cacheTo: [],
  secrets: [{ id: 'npm', path: '/private/0' }],
}
const place = { metadata: '/m.json' }

describe('buildx', () => {
  test('an image is built and pushed in one command', () => {
    expect(
      buildxArgs({ ...image, target: 'release' }, { ...settings, cacheFrom: ['type=gha'] }, place),
    ).toEqual([
      ...['buildx', 'build', '--progress', 'plain', '--file', '/w/api/Dockerfile', '--target', 'release'],
      ...['--tag', 'localhost:5000/me/api:4-0a3087a', '--tag', 'localhost:5000/me/api:latest'],
      ...['--label', 'k=v w', '--build-arg', 'A=$(id) "x"', '--secret', 'id=npm,src=/private/0'],
      ...['--cache-from', 'type=gha', '--provenance=false', '--metadata-file', '/m.json', '--push', '/w/api'],
    ])
  })

  test.each([
    [image, 'auto', '--provenance=false'],
    [multi, 'auto', '--provenance=mode=min'],
    [multi, 'off', '--provenance=false'],
    [image, 'full', '--provenance=mode=max'],
  ] as const)('attestations of %#: %s %s', (built, attestations, option) => {
    const args = buildxArgs(built, { ...settings, attestations }, place)
    expect(args.filter(arg => arg.startsWith('--provenance'))).toEqual([option])
    expect(args.includes('--sbom=true')).toBe(attestations === 'full')
  })

  test.each([
    [image, {}, ['--load']],
    [multi, {}, ['--output', 'type=cacheonly']],
    [image, { builder: 'far' }, ['--output', 'type=cacheonly']],
  ])('without push, %#', (built, where, output) => {
    const args = buildxArgs(built, { ...settings, push: false }, { ...place, ...where })
    expect(args).toEqual(expect.arrayContaining(output))
    expect(args).not.toContain('--push')
  })

  test.each([
    ['{"containerimage.digest":"sha256:1"}', 'sha256:1'],
    ['null', undefined],
    ['{"containerimage.digest":null}', undefined],
  ])('the digest in %s', (metadata, digest) => {
    expect(digestOf(metadata)).toBe(digest)
  })
})

describe('docker', () => {
  test('an image is built', () => {
    expect(dockerBuildArgs(image, settings)).toEqual([
      ...['build', '--file', '/w/api/Dockerfile'],
      ...['--tag', 'localhost:5000/me/api:4-0a3087a', '--tag', 'localhost:5000/me/api:latest'],
      ...['--label', 'k=v w', '--build-arg', 'A=$(id) "x"', '--secret', 'id=npm,src=/private/0', '/w/api'],
    ])
  })

  test('the digest is read from what push says', () => {
    const digest = `sha256:${'a'.repeat(64)}`
    expect(pushedDigest(`x: Pushed\n4-0a3087a: digest: ${digest} size: 528\n`, 'r')).toBe(digest)
    expect(() => pushedDigest('nothing', 'r')).toThrow('docker pushed r without naming a digest')
  })
})

describe('buildah', () => {
  test('an image is built and pushed', () => {
    expect(buildahBuildArgs(image, settings, '/auth.json')).toEqual([
      ...[
        'build',
        '--authfile',
        '/auth.json',
        '--tls-verify=false',
        '--layers',
        '--file',
        '/w/api/Dockerfile',
      ],
      ...['--tag', 'localhost:5000/me/api:4-0a3087a', '--tag', 'localhost:5000/me/api:latest'],
      ...['--label', 'k=v w', '--build-arg', 'A=$(id) "x"', '--secret', 'id=npm,src=/private/0', '/w/api'],
    ])
    expect(buildahPushArgs('ghcr.io/me/api:1', { auth: '/auth.json', digestFile: '/d' })).toEqual([
      ...['push', '--authfile', '/auth.json', '--digestfile', '/d'],
      ...['ghcr.io/me/api:1', 'docker://ghcr.io/me/api:1'],
    ])
  })
})

describe('what an engine cannot do is said before it starts', () => {
  test.each([
    [docker, multi, settings, 'one platform at a time'],
    [docker, image, { ...settings, cacheTo: ['type=inline'] }, 'exports no cache'],
    [docker, image, { ...settings, attestations: 'full' }, 'no attestations'],
    [buildah, multi, settings, 'one platform at a time'],
    [buildah, image, { ...settings, attestations: 'full' }, 'no attestations'],
    [buildah, image, { ...settings, cacheFrom: ['type=gha'] }, 'plain repositories as caches'],
    [docker, image, settings, undefined],
    [buildah, image, settings, undefined],
  ] as const)('%#', (engine, asked, how, objection) => {
    const said = engine.objection(asked, how)
    if (objection === undefined) expect(said).toBeUndefined()
    else expect(said).toContain(objection)
  })
})

describe('choosing a builder', () => {
  const all = { docker: true, buildx: true, buildah: true }
  test.each([
    ['auto', all, 'buildx', 'the first choice'],
    ['auto', { ...all, buildx: false }, 'docker', 'buildx is not'],
    ['auto', { ...all, docker: false }, 'buildah', 'no docker'],
    ['docker', all, 'docker', 'asked for'],
    ['buildah', all, 'buildah', 'asked for'],
    ['tcp://farm:1234', all, 'buildx', 'at tcp://farm:1234'],
  ])('%s with %j', (wanted, found, name, why) => {
    const choice = chooseBuilder(wanted, found)
    expect(choice.engine.name).toBe(name)
    expect(choice.why).toContain(why)
  })

  test.each([
    ['auto', { docker: false, buildx: true, buildah: false }, 'neither docker nor buildah'],
    ['buildx', { ...all, buildx: false }, "docker's plugin buildx is not installed"],
    ['buildah', { ...all, buildah: false }, 'buildah is not installed'],
    ['tcp://farm:1234', { ...all, buildx: false }, "docker's plugin buildx is not installed"],
    ['podman', all, "input 'builder' is 'podman': write auto, buildx, docker, buildah"],
    ['ssh://farm', all, "input 'builder' is 'ssh://farm': write"],
    ['constructor://x', all, 'write auto'],
    ['tcp://farm', all, 'write tcp://host:port'],
    ['unix://run/x.sock', all, 'write unix:///path/to/buildkitd.sock'],
    ['kubernetes://ci', all, 'write options after a question mark'],
  ])('%s with %j is refused', (wanted, found, message) => {
    expect(() => chooseBuilder(wanted, found)).toThrow(message)
  })
})

describe('endpoints become buildx drivers', () => {
  const options = (builder: string) => createArgs('mine', parseEndpoint(builder)).slice(4)
  test.each([
    ['tcp://farm:1234', ['--driver', 'remote', 'tcp://farm:1234']],
    [
      'tcp://farm:1234?cacert=ca.pem',
      ['--driver', 'remote', '--driver-opt', 'cacert=ca.pem', 'tcp://farm:1234'],
    ],
    ['unix:///run/b.sock', ['--driver', 'remote', 'unix:///run/b.sock']],
    ['kubernetes://', ['--driver', 'kubernetes']],
    [
      'kubernetes://?namespace=ci&replicas=2',
      ['--driver', 'kubernetes', '--driver-opt', 'namespace=ci', '--driver-opt', 'replicas=2'],
    ],
    ['docker-container://', ['--driver', 'docker-container']],
  ])('%s', (builder, args) => {
    expect(options(builder)).toEqual(args)
  })
})
