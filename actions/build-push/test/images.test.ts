import { describe, expect, test } from '@jest/globals'
import { readImages } from '../src/images.ts'

const plain = { buildArgs: {}, platforms: [] }

describe('images are read', () => {
  test('from lines', async () => {
    expect(await readImages('api=./api\n\n  web = ./apps/web=1  \r\n')).toEqual([
      { name: 'api', context: './api', ...plain },
      { name: 'web', context: './apps/web=1', ...plain },
    ])
  })

  test('from a YAML list', async () => {
    const input = `
- name: api
  context: services/api
  file: docker/api.Dockerfile
  target: release
  build-args: { PORT: 80, DEBUG: false }
  platforms: [linux/amd64, linux/arm64]
- name: web
  context: .
  build-args: [A=b=c]
  platforms: linux/amd64,linux/arm64
`.trim()
    expect(await readImages(input)).toEqual([
      {
        name: 'api',
        context: 'services/api',
        file: 'docker/api.Dockerfile',
        target: 'release',
        buildArgs: { PORT: '80', DEBUG: 'false' },
        platforms: ['linux/amd64', 'linux/arm64'],
      },
      { name: 'web', context: '.', buildArgs: { A: 'b=c' }, platforms: ['linux/amd64,linux/arm64'] },
    ])
  })

  test('from JSON', async () => {
    expect(await readImages('[{"name":"api","context":"."}]')).toEqual([
      { name: 'api', context: '.', ...plain },
    ])
  })
})

describe('what is no list of images is refused', () => {
  test.each([
    ['[]', 'it is an empty list'],
    ['api', "line 'api' is not name=context, such as api=./services/api"],
    ['api=', "line 'api=' is not name=context"],
    ['=ctx', "line '=ctx' is not name=context"],
    ['a=x\na=y', "'a' stands there twice"],
    ['- name: [', 'it is no valid YAML'],
    ['- api', 'entry 1 is no mapping'],
    ['- context: .', 'entry 1 has no name'],
    ['- name: a', "'a' has no context"],
    ['- name: a\n  context: .\n  dockerfile: x', "entry 1 has 'dockerfile'; it takes name, context, file"],
    ['- name: a\n  context: .\n  file: 3', "'a' has a file that is no text"],
    ['- name: a\n  context: .\n  build-args: x', "'a' has build-args that are neither"],
    ['- name: a\n  context: .\n  build-args: [x]', "'a' has the build argument 'x'; write NAME=value"],
    ['- name: a\n  context: .\n  build-args: { x: [1] }', "'a' has a build argument that is no plain value"],
    ['- name: a\n  context: .\n  platforms: { x: 1 }', "'a' has platforms that are no list"],
    ['- &a { name: a, context: . }\n- *a', 'it is no valid YAML'],
  ])('%j', async (input, message) => {
    await expect(readImages(input)).rejects.toThrow(message)
  })
})
