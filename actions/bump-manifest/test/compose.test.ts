import { describe, expect, test } from '@jest/globals'
import { parseImages } from '../src/images.ts'
import { planBump } from '../src/plan.ts'
import { after, bump, bumped, DIGEST, OLD_DIGEST } from './bump.ts'

const images = 'acme/web:5-1b4198b'
const compose = (image: string) => `services:\n  web:\n    image: ${image}\n  built:\n    build: .\n`

describe('the default of a variable is what changes', () => {
  test.each([
    ['acme/web:4', 'acme/web:5-1b4198b'],
    ['acme/web', 'acme/web:5-1b4198b'],
    ['"acme/web:${TAG:-4}"', '"acme/web:${TAG:-5-1b4198b}"'],
    ['acme/web:${TAG-4}', 'acme/web:${TAG-5-1b4198b}'],
    ['acme/web:${TAG:-}', 'acme/web:${TAG:-5-1b4198b}'],
    ['acme/web:${TAG:-${OTHER:-4}}', 'acme/web:${TAG:-${OTHER:-5-1b4198b}}'],
    ['${REGISTRY:-docker.io}/acme/web:4', '${REGISTRY:-docker.io}/acme/web:5-1b4198b'],
    ['${REGISTRY-}acme/web:${A:-x}-${B:-4}', '${REGISTRY-}acme/web:${A:-x}-${B:-y}', 'acme/web:x-y'],
    ['${IMAGE:-acme/web:4}', '${IMAGE:-acme/web:5-1b4198b}'],
    ['${IMAGE:-acme/web}', '${IMAGE:-acme/web:5-1b4198b}'],
    ['acme/web:${UNSET+4}4', 'acme/web:${UNSET+4}5-1b4198b'],
    [`acme/web:\${TAG:-4}@${OLD_DIGEST}`, `acme/web:\${TAG:-5}@${DIGEST}`, `acme/web:5@${DIGEST}`],
  ])('%s → %s', (old, expected, wanted = images) => {
    expect(bumped('compose.yaml', compose(old), { images: wanted })).toBe(compose(expected))
  })

  test.each(['$TAG', '${TAG}', '${TAG:?say which}', '${TAG:-4}-${SUFFIX}'])(
    'acme/web:%s has no default to change, and that is told',
    tag => {
      const plan = bump({ 'compose.yaml': compose(`acme/web:${tag}`) }, { images })
      expect(plan.changes).toEqual([])
      expect(plan.refusals[0]?.reason).toContain(
        `puts 'acme/web:${tag}' together from variables that are set`,
      )
    },
  )

  test.each(['acme/web:$$TAG', 'acme/other:1', '${BROKEN', '${A b}'])('%s is not the image', image => {
    expect(bump({ 'compose.yaml': compose(image) }, { images }).matches).toEqual([])
  })

  test('a name that a variable holds in part is told', () => {
    const plan = bump({ 'compose.yaml': compose('${REGISTRY}/web:4') }, { images: 'ghcr.io/acme/web:5' })
    expect(plan.notes[0]).toContain("compose.yaml:3: '${REGISTRY}/web:4' may be ghcr.io/acme/web")
  })
})

test('a compose file of any name reads the .env file beside it', () => {
  const stack = 'services:\n  app:\n    image: ${IMAGE}\n'
  const plan = bump({ 'stack.yml': stack, '.env': 'IMAGE=acme/web:4\n' }, { images })
  expect(plan.changes.map(({ after }) => after)).toEqual(['IMAGE=acme/web:5-1b4198b\n'])
})

describe('with the .env file', () => {
  const files = (env: string, image = 'acme/web:${TAG}') => ({
    'app/.env': env,
    'app/compose.yaml': compose(image),
  })

  test.each([
    ['TAG=4\n', 'TAG=5-1b4198b\n'],
    ['# all\r\nexport TAG="4" # now\r\nX=1', '# all\r\nexport TAG="5-1b4198b" # now\r\nX=1'],
    ["A=b\nTAG = '4'\n", "A=b\nTAG = '5-1b4198b'\n"],
    ['TAG=3\nTAG=4', 'TAG=3\nTAG=5-1b4198b'],
    ['\ufeffTAG=4\n', '\ufeffTAG=5-1b4198b\n'],
    ['TAG=4\nX="a\nTAG=9\n🚀\\""\n', 'TAG=5-1b4198b\nX="a\nTAG=9\n🚀\\""\n'],
    ["X='a\nTAG=9'\nTAG=4\n", "X='a\nTAG=9'\nTAG=5-1b4198b\n"],
  ])('%j becomes %j', (env, expected) => {
    const plan = bump(files(env), { images })
    expect(after(files(env), plan)['app/.env']).toBe(expected)
    expect(plan).toMatchObject({ unmatched: [], refusals: [] })
    expect(plan.matches).toMatchObject([{ file: 'app/.env', path: 'TAG', old: '4', new: '5-1b4198b' }])
  })

  test('a later value that cannot be read makes the variable unknown', () => {
    const plan = bump(files('TAG=4\nTAG=${OTHER}\n'), { images })
    expect(plan).toMatchObject({ changes: [], unmatched: ['acme/web'] })
  })

  test('its value goes before the default, so it is what changes', () => {
    const given = files('TAG=4\n', 'acme/web:${TAG:-3}')
    expect(bump(given, { images }).changes.map(({ path }) => path)).toEqual(['app/.env'])
  })

  test('a variable that another image reads as well is left alone', () => {
    const given = {
      ...files('TAG=4\n'),
      'app/compose.dev.yaml': 'services: {db: {image: "acme/db:${TAG}"}}\n',
    }
    const plan = bump(given, { images })
    expect(plan).toMatchObject({ changes: [], matches: [], unmatched: ['acme/web'] })
    expect(plan.refusals[0]?.reason).toMatch(
      /^sets TAG for references .*compose\.yaml:3, app\/compose\.dev\.yaml:1/,
    )
  })

  test('one variable for several images that all become the same', () => {
    const given = {
      '.env': 'TAG=4\n',
      'compose.yaml': 'services: {a: {image: "x/a:$TAG"}, b: {image: "x/b:$TAG"}}\n',
    }
    expect(bump(given, { images: 'x/a:5\nx/b:5' }).changes).toMatchObject([
      { path: '.env', after: 'TAG=5\n' },
    ])
    expect(bump(given, { images: 'x/a:5\nx/b:6' }).changes).toEqual([])
  })

  test('set names a variable', () => {
    expect(bumped('.env', 'TAG=4\n', { set: ['.env#TAG=5'] })).toBe('TAG=5\n')
    expect(() => bump({ '.env': 'TAG=4\n' }, { set: ['.env#OTHER=5'] })).toThrow('no such variable among TAG')
    expect(() => bump({ '.env': 'TAG=4\n' }, { set: ['.env#TAG=a b'] })).toThrow('would not read as intended')
  })
})

describe("with a .env file that 'files' does not name", () => {
  const planned = (env: string, image: string, wanted = images) =>
    planBump(
      [
        { path: 'compose.yaml', bytes: Buffer.from(compose(image)) },
        { path: '.env', bytes: Buffer.from(env), context: true },
      ],
      { images: parseImages(wanted), set: [], files: ['*.yaml'], pin: 'keep', allowDowngrade: false },
    )

  test('a default that its value goes before is left alone', () => {
    expect(planned('TAG=4\n', 'acme/web:${TAG:-3}')).toMatchObject({
      changes: [],
      matches: [],
      unmatched: ['acme/web'],
      refusals: [
        { file: 'compose.yaml', reason: "reads TAG from .env; name that in 'files' to have it changed" },
      ],
    })
  })

  test('no half of a reference changes', () => {
    const image = `acme/web:\${TAG:-4}@\${DIGEST}`
    const plan = planned(`DIGEST=${OLD_DIGEST}\n`, image, `acme/web:5@${DIGEST}`)
    expect(plan).toMatchObject({ changes: [], matches: [], unmatched: ['acme/web'] })
  })

  test('its values are read', () => {
    const plan = planned('REGISTRY=ghcr.io/acme\n', '${REGISTRY}/web:${TAG:-4}', 'ghcr.io/acme/web:5-1b4198b')
    expect(plan.changes).toMatchObject([{ after: compose('${REGISTRY}/web:${TAG:-5-1b4198b}') }])
    expect(plan.refusals).toEqual([])
  })

  test('it says nothing where nobody needs it', () => {
    expect(planned('TAG=4\n', 'acme/web:4')).toMatchObject({ unmatched: [], refusals: [] })
    expect(planned('\udcff', 'acme/web:4')).toMatchObject({ unmatched: [], refusals: [] })
  })
})

describe('what a compose file is', () => {
  test.each(['docker-compose.yml', 'compose.prod.yaml', 'a/docker-compose.override.yml', 'stack.yaml'])(
    '%s',
    path => {
      expect(bumped(path, compose('acme/web:${TAG:-4}'), { images })).toContain('${TAG:-5-1b4198b}')
    },
  )

  test('merged services and shared maps', () => {
    const text =
      'x-base: &base\n  image: acme/web:4\nservices:\n  a: {<<: *base}\n  b:\n    <<: [*base]\n    image: acme/db:1\n'
    expect(bumped('compose.yaml', text, { images })).toBe(text.replace('web:4', 'web:5-1b4198b'))
  })
})
