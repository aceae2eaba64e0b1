import { expect, test } from '@jest/globals'
import { baseImages } from './dockerfile.ts'

test.each([
  ['one', 'FROM a:1\nRUN x', ['a:1']],
  [
    'stages are not images',
    'FROM a:1 AS build\nFROM build\nFROM b:2\nCOPY --from=build /x /y',
    ['a:1', 'b:2'],
  ],
  [
    'stages by number and in any case',
    'FROM a as Build\nFROM b\nCOPY --from=0 /x /\nCOPY --from=BUILD /x /',
    ['a', 'b'],
  ],
  ['an image that is copied from', 'FROM a\nCOPY --from=tool:3 --chown=1 /x /', ['a', 'tool:3']],
  ['scratch is no image', 'FROM scratch', []],
  ['each once', 'FROM a\nFROM a', ['a']],
  ['lower case, flags and comments', '# FROM c\nfrom --platform=linux/amd64 a:1 as x', ['a:1']],
  ['a line that goes on', 'FROM \\\n  # why\n  a:1 \\\n  AS x\nFROM x', ['a:1']],
  ['arguments', 'ARG V=3.13\nARG N="node"\nFROM python:${V}\nFROM $N:${T:-24}', ['python:3.13', 'node:24']],
  [
    'a registry with a port and a digest',
    'FROM localhost:5000/a/b:1@sha256:00',
    ['localhost:5000/a/b:1@sha256:00'],
  ],
])('base images: %s', (_what, dockerfile, images) => {
  expect(baseImages(dockerfile)).toEqual(images)
})
