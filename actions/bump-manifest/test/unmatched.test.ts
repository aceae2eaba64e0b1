import { expect, test } from '@jest/globals'
import { parseImages } from '../src/images.ts'
import { planBump } from '../src/plan.ts'
import type { BumpRequest } from '../src/request.ts'
import { unmatchedFailure } from '../src/unmatched.ts'

const images = parseImages('ghcr.io/acme/web:5-1b4198b')

function failure(files: Record<string, string>, globs = ['**/*.yaml']): string {
  const sources = Object.entries(files).map(([path, text]) => ({ path, bytes: Buffer.from(text) }))
  const request: BumpRequest = { images, set: [], files: globs, pin: 'keep', allowDowngrade: false }
  return unmatchedFailure(planBump(sources, request), sources, request)
}

test('names the image, and where it stands without being a reference', () => {
  const application = `apiVersion: argoproj.io/v1alpha1
kind: Application
spec:
  source:
    helm:
      values: |
        image:
          repository: ghcr.io/acme/web
          tag: a
`
  expect(failure({ 'other.yaml': 'image: ghcr.io/acme/webhook:1\n', 'app.yaml': application })).toBe(
    "nothing was changed, because none of the files names ghcr.io/acme/web as an image; check 'images' and 'files', or set require-match: false. The name stands at app.yaml:8, where it is not edited: a value there can be changed with 'set', a comment or a block of text only by hand",
  )
})

test('a tag without the name of its image can only be set by path', () => {
  expect(failure({ 'values-prod.yaml': 'image:\n  tag: a\n' })).toBe(
    "nothing was changed, because none of the files names ghcr.io/acme/web as an image; check 'images' and 'files', or set require-match: false. A tag that stands without the image's name is changed with 'set'",
  )
})

test('what was left alone is told once', () => {
  const said = failure({ 'app.yaml': 'image: ghcr.io/acme/web:{{ .tag }}\n' })
  expect(said.match(/app\.yaml/g)).toHaveLength(1)
  expect(said).toContain('Left alone:\napp.yaml is a template: line 1')
})

test('where no file is looked at, the globs are to blame', () => {
  expect(failure({}, ['manifests', '!x/**'])).toBe(
    "nothing was changed, because no file matches 'manifests' of the input 'files'; write paths or globs from the root of the repository, a folder as manifests/**",
  )
})

test('globs that only leave out look at nothing', () => {
  expect(failure({}, ['!x/**'])).toBe(
    "nothing was changed, because the input 'files' only leaves files out; name those to look in, too",
  )
})
