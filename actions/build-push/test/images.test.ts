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

  test('numbers and words of YAML stay as they were written', async () => {
    const [image] = await readImages(
      '- name: 404\n  context: web\n  build-args: { PYTHON: 3.10, ID: 007, ON: True, HEX: 0xff, NO: no }',
    )
    expect(image).toMatchObject({
      name: '404',
      buildArgs: { PYTHON: '3.10', ID: '007', ON: 'True', HEX: '0xff', NO: 'no' },
    })
  })

  test.each([
    ['a mapping', '{ A: 1, B: "x=y" }'],
    ['a list', '[A=1, B=x=y]'],
    ['a list of mappings', '[A: 1, B: "x=y"]'],
    ['lines', '|\n    A=1\n    # more\n\n    B=x=y'],
  ])('build-args as %s', async (_form, given) => {
    const [image] = await readImages(`- name: a\n  context: .\n  build-args: ${given}`)
    expect(image?.buildArgs).toEqual({ A: '1', B: 'x=y' })
  })

  test.each([
    ['[linux/amd64, linux/arm64]', ['linux/amd64', 'linux/arm64']],
    ['|\n    linux/amd64\n    linux/arm64', ['linux/amd64', 'linux/arm64']],
    ['linux/amd64', ['linux/amd64']],
    ['', []],
  ])('platforms: %j', async (given, platforms) => {
    const [image] = await readImages(`- name: a\n  context: .\n  platforms: ${given}`)
    expect(image?.platforms).toEqual(platforms)
  })

  test.each([
    ['# all of them\nweb=web # no comment\n  # api=api'],
    ['# all of them\n\n- name: web # the front\n  context: "web # no comment"'],
    ['---\n- { name: web, context: "web # no comment" }'],
    ['- &web { name: web, context: "web # no comment" }'],
  ])('comments, documents and anchors: %j', async input => {
    expect(await readImages(input)).toEqual([{ name: 'web', context: 'web # no comment', ...plain }])
  })

  test('what images share is said once, by an anchor', async () => {
    const input = '- &api { name: api, context: ., build-args: { A: 1 } }\n- { <<: *api, name: job }'
    expect((await readImages(input)).map(image => [image.name, image.buildArgs])).toEqual([
      ['api', { A: '1' }],
      ['job', { A: '1' }],
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
    ['- name: a\n  dockerfile: x', "entry 1 has 'dockerfile'; write 'file'; it takes name, context, file"],
    ['- name: a\n  contxt: x', "has 'contxt'; write 'context'; it takes"],
    ['- name: a\n  build_args: x', "has 'build_args'; write 'build-args'; it takes"],
    ['- name: a\n  platform: x', "has 'platform'; write 'platforms'; it takes"],
    ['- name: a\n  nmae: x', "has 'nmae'; it takes"],
    ['- name: a\n  context: .\n  file: [3]', "'a' has a file that is no text"],
    ['- name: a\n  context: .\n  build-args: x', "'a' has the build argument 'x'; write NAME=value"],
    [
      '- name: a\n  context: .\n  build-args: { x: }',
      "'a' has the build argument 'x', whose value is no text",
    ],
    ['- name: a\n  context: .\n  build-args: [x]', "'a' has the build argument 'x'; write NAME=value"],
    [
      '- name: a\n  context: .\n  build-args: { x: [1] }',
      "'a' has the build argument 'x', whose value is no text",
    ],
    ['- name: a\n  context: .\n  platforms: { x: 1 }', "'a' has platforms that are no list"],
    ['- &a { name: a, context: . }\n- *a', "'a' stands there twice"],
    ['- *a', 'it is no valid YAML: Unresolved alias'],
    [
      `- &a0 {x: 1}\n${Array.from({ length: 9 }, (_, i) => `- &a${i + 1} [${`*a${i},`.repeat(9)}]`).join('\n')}`,
      'it is no valid YAML: Excessive alias count',
    ],
  ])('%j', async (input, message) => {
    await expect(readImages(input)).rejects.toThrow(message)
  })
})
