import { expect, test } from '@jest/globals'
import type { Manifest } from '../../../toolkit/oci/manifest.ts'
import type { Registry } from '../../../toolkit/oci/registry.ts'
import { buildAll, type Workshop } from '../src/build-all.ts'
import type { PlannedImage } from '../src/plan.ts'

const image: PlannedImage = {
  ...{ name: 'api', repository: 'r.example/api', path: 'api', tags: ['1'] },
  ...{ context: '/', file: '/Dockerfile', platforms: [], buildArgs: {}, labels: {} },
}
const manifest = (digest: string): Manifest => ({ digest, mediaType: '', bytes: Buffer.alloc(0), body: {} })

/** A push of sha256:new to a registry that gives these answers one after the other, the last one for ever. */
async function pushed(answers: (Manifest | undefined)[]) {
  let asked = 0
  const registry: Registry = {
    manifest: async () => answers[Math.min(asked++, answers.length - 1)],
    json: async () => ({}),
    tag: async () => {},
    close: () => {},
  }
  const say = () => {}
  const workshop: Workshop = {
    engine: {
      name: 'none',
      objection: () => undefined,
      login: async () => {},
      build: async () => 'sha256:new',
    },
    site: {
      exec: () => Promise.reject(new Error('nothing is run')),
      ...{ env: {}, folder: '/', signal: new AbortController().signal },
    },
    settings: { push: true, attestations: 'off', cacheFrom: [], cacheTo: [], secrets: [] },
    registry,
    log: {
      ...{ debug: say, info: say, notice: say, warning: say, error: say },
      group: (_title, body) => body(),
    },
    prefixed: false,
    patience: { attempts: 3, delay: 1 },
  }
  const [outcome] = await buildAll([image], 1, workshop)
  return outcome?.state === 'failed' ? String(outcome.error) : outcome?.state
}

test.each([
  ['at once', [manifest('sha256:new')], 'pushed'],
  ['a while after the push', [undefined, undefined, manifest('sha256:new')], 'pushed'],
  ['after the image before', [manifest('sha256:old'), manifest('sha256:new')], 'pushed'],
  ['never', [undefined], 'UserError: r.example/api:1 was pushed, but the registry does not have it'],
  [
    'only as another image',
    [manifest('sha256:old')],
    'UserError: r.example/api:1 was pushed as sha256:new, but the registry has sha256:old there: someone else pushed the same tag',
  ],
])('a registry that has the image %s', async (_when, answers, expected) => {
  expect(await pushed(answers)).toBe(expected)
})
