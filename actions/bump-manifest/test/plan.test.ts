import { describe, expect, test } from '@jest/globals'
import { parseImages } from '../src/images.ts'
import { planBump } from '../src/plan.ts'
import { after, bump, bumped, DIGEST, OLD_DIGEST } from './bump.ts'

const images = 'ghcr.io/acme/web:5-1b4198b'
const pod = (image: string, more = '') =>
  `apiVersion: v1\nkind: Pod\nspec:\n  containers:\n  - image: ${image}\n    name: web\n${more}`

describe('the bytes around a reference stay', () => {
  test.each([
    ['comments', pod('ghcr.io/acme/web:4 # deployed: ghcr.io/acme/web:4-old')],
    ['quotes', pod("'ghcr.io/acme/web:4'").replace('name: web', 'name: "web"')],
    ['CRLF', pod('ghcr.io/acme/web:4').replaceAll('\n', '\r\n')],
    ['mixed line ends', pod('ghcr.io/acme/web:4').replace('\n', '\r\n')],
    ['a byte order mark', `\ufeff${pod('ghcr.io/acme/web:4')}`],
    [
      'a byte order mark before a list',
      '\ufeff- op: replace\n  path: /spec/image\n  value: ghcr.io/acme/web:4\n- op: remove\n  path: /x\n',
    ],
    ['no line end at the end', pod('ghcr.io/acme/web:4').trimEnd()],
    ['blanks and tabs at line ends', pod('ghcr.io/acme/web:4 \t').replaceAll('web\n', 'web  \n\t\n')],
    [
      'several documents',
      `%YAML 1.2\n---\n${pod('ghcr.io/acme/web:4')}...\n---\n# empty\n---\n${pod('ghcr.io/acme/web:4')}`,
    ],
    [
      'flow style',
      'apiVersion: v1\nkind: Pod\nspec: { containers: [ { image: ghcr.io/acme/web:4 , name: x } ] }',
    ],
    [
      'explicit keys',
      '? apiVersion\n: v1\n? kind\n: Pod\n? spec\n: containers:\n  - ? image\n    : ghcr.io/acme/web:4\n',
    ],
    ['other alphabets', pod('ghcr.io/acme/web:4', '    # 世界 🌍 ünï\n    env: [{name: Ω, value: "🚀"}]\n')],
  ])('%s', (_name, text) => {
    const next = bumped('a.yaml', text, { images })
    expect(next).toBe(text.replaceAll(/web:4(?!-old)/g, 'web:5-1b4198b'))
    expect(bump({ 'a.yaml': next }, { images })).toMatchObject({ changes: [], unmatched: [] })
    expect(bumped('a.yaml', next, { images: 'ghcr.io/acme/web:4', allowDowngrade: true })).toBe(text)
  })

  test('of duplicate keys the last one counts', () => {
    const text = pod('ghcr.io/acme/web:dead', '    image: ghcr.io/acme/web:4\n')
    expect(bumped('a.yaml', text, { images })).toBe(text.replace('web:4', 'web:5-1b4198b'))
  })

  test('a tag that would read as a number is quoted', () => {
    const values = 'image:\n  repository: acme/web\n  tag: main\n'
    for (const tag of ['712e456', '1.10', '03148967', '1_000', 'yes', 'null', '0x1f', '2024-01-31'])
      expect(bumped('values.yaml', values, { images: `acme/web:${tag}` })).toContain(`tag: "${tag}"`)
    for (const tag of ['4-0a3087a', 'v1', 'main', '1.2.3', 'yes-1'])
      expect(bumped('values.yaml', values, { images: `acme/web:${tag}` })).toContain(`tag: ${tag}\n`)
  })
})

describe('pin', () => {
  const update = `${images}@${DIGEST}`
  test.each([
    ['web:4', 'keep', 'web:5-1b4198b'],
    [`web:4@${OLD_DIGEST}`, 'keep', `web:5-1b4198b@${DIGEST}`],
    [`web@${OLD_DIGEST}`, 'keep', `web@${DIGEST}`],
    ['web', 'tag', 'web:5-1b4198b'],
    [`web:4@${OLD_DIGEST}`, 'tag', 'web:5-1b4198b'],
    ['web:4', 'digest', `web@${DIGEST}`],
    ['web:4', 'both', `web:5-1b4198b@${DIGEST}`],
  ] as const)('%s, %s → %s', (old, pin, expected) => {
    expect(bumped('a.yaml', pod(`ghcr.io/acme/${old}`), { images: update, pin })).toBe(
      pod(`ghcr.io/acme/${expected}`),
    )
  })

  test('a digest never stays beside another tag, and its loss is told', () => {
    const plan = bump({ 'a.yaml': pod(`ghcr.io/acme/web:4@${OLD_DIGEST}`) }, { images })
    expect(plan.changes[0]?.after).toBe(pod('ghcr.io/acme/web:5-1b4198b'))
    expect(plan.notes).toEqual([
      'a.yaml:5: digest sha256:bbbbbbbbbbbb… is dropped for tag 5-1b4198b, because the new digest is not known',
    ])
  })

  test('a digest stays beside the same tag', () => {
    expect(bump({ 'a.yaml': pod(`${images}@${OLD_DIGEST}`) }, { images })).toMatchObject({
      changes: [],
      notes: [],
    })
  })
})

describe('anchors', () => {
  const doc = (second: string) =>
    `apiVersion: v1\nkind: Pod\nspec:\n  initContainers:\n  - image: &web ghcr.io/acme/web:4\n  containers:\n  - ${second}\n`

  test('change where every alias names the image too, and each place is a match', () => {
    const plan = bump({ 'a.yaml': doc('image: *web') }, { images })
    expect(plan.changes[0]?.after).toBe(doc('image: *web').replace('web:4', 'web:5-1b4198b'))
    expect(plan.matches.map(({ line }) => line)).toEqual([5, 7])
  })

  test('are left alone where an alias is something else', () => {
    const plan = bump({ 'a.yaml': doc('{image: x, env: [{name: IMAGE, value: *web}]}') }, { images })
    expect(plan.changes).toEqual([])
    expect(plan.refusals[0]?.reason).toContain('line 5 and, by an alias, at line 7')
  })

  test('change where set asks for it, and every place is told', () => {
    const text = doc('{image: x, env: [{name: IMAGE, value: *web}]}')
    const plan = bump({ 'a.yaml': text }, { set: ['a.yaml#spec.initContainers[0].image=acme/web:9'] })
    expect(plan.changes[0]?.after).toBe(text.replace('ghcr.io/acme/web:4', 'acme/web:9'))
    expect(plan.notes).toEqual(['a.yaml:7: spec.containers[0].env[0].value changes with it, by an alias'])
  })

  test('set does not write through an alias', () => {
    const wish = { set: ['a.yaml#spec.containers[0].image=acme/web:9'] }
    expect(() => bump({ 'a.yaml': doc('image: *web') }, wish)).toThrow('is reached through the alias *web')
  })

  test('a digest that two images share is given to neither, nor half of a change made', () => {
    const image = (name: string) => `${name}:\n  image: {repository: acme/${name}, tag: "4", digest: *d}\n`
    const text = `x: &d ${OLD_DIGEST}\n${image('web')}${image('api')}`
    const wish = { images: `acme/web:5@${DIGEST}\nacme/api:5@sha256:${'c'.repeat(64)}` }
    expect(bump({ 'values.yaml': text }, wish)).toMatchObject({
      changes: [],
      matches: [],
      refusals: [{ reason: expect.stringContaining('uses one value at line 1 and, by an alias, at line 5') }],
    })
  })

  test('of whole maps', () => {
    const text = 'a: &x\n  image: {repository: acme/web}\nb: *x\nc:\n  <<: *x\n'
    expect(bumped('values.yaml', text, { images: 'acme/web:5' })).toBe(
      text.replace('web}', 'web, tag: 5}').replace('tag: 5', 'tag: "5"'),
    )
  })
})

describe('files that are left alone', () => {
  const big = () =>
    Buffer.concat([Buffer.from(pod('ghcr.io/acme/web:4')), Buffer.alloc(50 << 20, '# filler\n')])
  const bomb = () => {
    const levels = Array.from(
      { length: 12 },
      (_, n) => `  l${n + 1}: &l${n + 1} [${Array(10).fill(`*l${n}`)}]`,
    )
    return pod('ghcr.io/acme/web:4', `x:\n  l0: &l0 [ghcr.io/acme/web:4]\n${levels.join('\n')}\n`)
  }
  test.each<[string, () => string | Buffer, string]>([
    ['a template', () => `{{- if .x }}\n${pod('ghcr.io/acme/web:4')}{{ end }}\n`, 'is a template: line 1'],
    ['a template that parses', () => pod('{{ .Values.image }} # ghcr.io/acme/web'), 'is a template: line 5'],
    ['a template in plain text', () => pod('ghcr.io/acme/web:{{tag}}'), 'is a template: line 5'],
    ['no YAML', () => `${pod('ghcr.io/acme/web:4')}  x: [1\n`, 'is no valid YAML: line'],
    [
      'not UTF-8',
      () => Buffer.concat([Buffer.from(pod('ghcr.io/acme/web:4')), Buffer.from([0xff])]),
      'is not valid UTF-8',
    ],
    ['50 MB', big, 'is 51 MiB; files over 10 MiB are not read'],
    [
      'a million values',
      () => pod('ghcr.io/acme/web:4', '- a\n'.repeat(1e6)),
      'has more than 2000000 tokens',
    ],
    ['a bomb', bomb, 'has aliases that stand for more than 100000 values'],
    [
      'an alias of itself',
      () => pod('ghcr.io/acme/web:4', '    x: &x [*x]\n'),
      'has aliases within aliases without end',
    ],
    [
      'brackets, 100,000 deep',
      () => pod('ghcr.io/acme/web:4', `x: ${'['.repeat(1e5)}\n`),
      'is nested too deeply',
    ],
    [
      'lists, 100,000 deep',
      () => pod('ghcr.io/acme/web:4', `x:\n  ${'- '.repeat(1e5)}y\n`),
      'is nested too deeply',
    ],
    [
      'maps, 3,000 deep',
      () =>
        pod('ghcr.io/acme/web:4', Array.from({ length: 3000 }, (_, n) => `${' '.repeat(n)}k:\n`).join('')),
      'is nested too deeply',
    ],
  ])('%s', (_name, content, reason) => {
    const plan = bump({ 'good.yaml': pod('ghcr.io/acme/web:4'), 'bad.yaml': content() }, { images })
    expect(plan.changes.map(({ path }) => path)).toEqual(['good.yaml'])
    expect(plan.refusals).toEqual([{ file: 'bad.yaml', reason: expect.stringContaining(reason) }])
    expect(() => bump({ 'bad.yaml': content() }, { set: ['bad.yaml#kind=Job'] })).toThrow(reason)
  })

  test('a reference with braces in plain text, and no other place of the file', () => {
    const text = 'a:\n  image: ghcr.io/acme/web:{{ .tag }}\nb:\n  image: ghcr.io/acme/web:4\n'
    const plan = bump({ 'a.yaml': text }, { images })
    expect(plan.changes[0]?.after).toBe(text.replace('web:4', 'web:5-1b4198b'))
    expect(plan.refusals).toEqual([{ file: 'a.yaml', reason: 'is a template: line 2 has {{ outside quotes' }])
  })

  test.each([
    ['values that a chart fills in', 'addresses: dns+_memcached.{{ include "x" (dict "a" $) }}.svc'],
    ['expressions of GitHub', 'if: ${{ github.ref }}'],
  ])('%s make no template', (_name, line) => {
    const text = `${line}\nimage: ghcr.io/acme/web:4\n`
    const plan = bump({ 'values.yaml': text }, { images })
    expect(plan.changes[0]?.after).toBe(text.replace('web:4', 'web:5-1b4198b'))
    expect(plan.refusals).toEqual([])
  })

  test('braces in quotes, comments and blocks make no template', () => {
    const text = pod(
      'ghcr.io/acme/web:4 # {{ x }}',
      '    args: ["{{ x }}"]\n    script: |\n      echo {{ x }}\n',
    )
    expect(bumped('a.yaml', text, { images })).toBe(text.replace('web:4', 'web:5-1b4198b'))
  })

  test.each([
    ['a.yaml', 'image: {repository: ghcr.io/acme/web, tag: "{{ .Values.global.tag }}"}\n'],
    ['a.yaml', 'image: {repository: ghcr.io/acme/web, tag: 4, digest: "$(DIGEST)"}\n'],
    ['kustomization.yaml', 'images: [{name: ghcr.io/acme/web, newTag: "${TAG:=4}"}]\n'],
    [
      'a.yaml',
      'apiVersion: argoproj.io/v1\nkind: ApplicationSet\nspec: {source: {helm: {parameters: [{name: i.repository, value: ghcr.io/acme/web}, {name: i.tag, value: "{{tag}}"}]}}}\n',
    ],
  ])('a value in %s that something else fills in: %s', (path, text) => {
    const plan = bump({ [path]: text }, { images })
    expect(plan).toMatchObject({ changes: [], matches: [], unmatched: ['ghcr.io/acme/web'] })
    expect(plan.refusals[0]?.reason).toMatch(
      /^takes '.*' at line \d from elsewhere; change it there, or name this value in 'set'$/,
    )
  })

  test('a file that lies in Git LFS', () => {
    const pointer = `version https://git-lfs.github.com/spec/v1\noid sha256:${'1'.repeat(64)}\nsize 12\n`
    expect(() => bump({ 'a.yaml': pointer }, { set: ['a.yaml#image.tag=5'] })).toThrow(
      "input 'set' names the file 'a.yaml', which is a pointer of Git LFS; its content is not in the repository",
    )
  })

  test('UTF-16 that names the image', () => {
    const utf16 = (name: string) => Buffer.from(`\ufeffimage: ${name}:4\n`, 'utf16le')
    const plan = bump(
      { 'a.yaml': utf16('ghcr.io/acme/web'), 'b.yaml': utf16('ghcr.io/acme/other') },
      { images },
    )
    expect(plan.refusals).toEqual([{ file: 'a.yaml', reason: 'is UTF-16; save it as UTF-8' }])
  })

  test('a reference over several lines', () => {
    const plan = bump({ 'a.yaml': pod('>-\n      ghcr.io/acme/web:4') }, { images })
    expect(plan).toMatchObject({
      changes: [],
      refusals: [{ reason: 'has text over several lines at line 5, which is not edited' }],
    })
  })
})

describe('going back in time', () => {
  const files = { 'a.yaml': pod('ghcr.io/acme/web:12-0a3087a'), 'b.yaml': pod('ghcr.io/acme/web:4-0a3087a') }

  test('stops everything', () => {
    const plan = bump(files, { images })
    expect(plan.changes).toEqual([])
    expect(plan.downgrades).toMatchObject([
      { file: 'a.yaml', line: 5, reason: 'run 12 is deployed, and run 5 is older' },
    ])
  })

  test('is allowed on request', () => {
    const plan = bump(files, { images, allowDowngrade: true })
    expect(plan.downgrades).toEqual([])
    expect(plan.changes).toHaveLength(2)
  })

  test('stops a value that is set by path', () => {
    const wish = { set: ['values.yaml#image.tag=5-1b4198b', 'values.yaml#cpu=1.0'] }
    const plan = bump({ 'values.yaml': 'image:\n  tag: 12-0a3087a\ncpu: 2.0\n' }, wish)
    expect(plan.downgrades).toMatchObject([{ path: 'image.tag', old: '12-0a3087a' }])
  })
})

describe('set', () => {
  const text =
    'kind: A\nn: 3\ns: x\nempty:\nlist:\n- {name: a, v: 1}\n- {name: b, v: 2}\nk:\n  "a.b/c": old\n'
  test.each([
    ['n=5', 'n: 3', 'n: 5'],
    ['n=five', 'n: 3', 'n: five'],
    ['s=5', 's: x', 's: "5"'],
    ['s=a: b # c', 's: x', 's: "a: b # c"'],
    ['s=', 's: x', 's: ""'],
    ['empty=x', 'empty:', 'empty: x'],
    ['list[0].v=9', 'a, v: 1', 'a, v: 9'],
    ['list[name=b].v=9', 'b, v: 2', 'b, v: 9'],
    ['list[-1].name=x, y', 'name: b', 'name: "x, y"'],
    ['k["a.b/c"]=new', 'old', 'new'],
    ['$.n=5', 'n: 3', 'n: 5'],
    ['$[0].n=5', 'n: 3', 'n: 5'],
    ['$[kind=A].n=5', 'n: 3', 'n: 5'],
  ])('%s', (line, old, expected) => {
    expect(bumped('x.yaml', text, { set: [`x.yaml#${line}`] })).toBe(text.replace(old, expected))
  })

  test.each([
    ['x.yaml#nope=1', "it has no 'nope' among kind, n, s, empty, list, k"],
    ['x.yaml#list[2].v=1', 'it has no [2] in a list of 2'],
    ['x.yaml#list[name=z].v=1', 'it has no [name=z] in a list of 2'],
    ['x.yaml#list=1', 'it is no single value but a list or a map'],
    ['x.yaml#$[1].n=1', 'it has no such document'],
    ['y.yaml#n=1', "input 'set' names the file 'y.yaml', which is not there"],
  ])('%s: %s', (line, message) => {
    expect(() => bump({ 'x.yaml': text }, { set: [line] })).toThrow(message)
  })

  test('asks which of several documents', () => {
    const two = { 'x.yaml': `${text}---\n${text.replace('kind: A', 'kind: B')}` }
    expect(() => bump(two, { set: ['x.yaml#n=1'] })).toThrow(
      'in 2 documents; begin it with $[0], or $[kind=…]',
    )
    expect(after(two, bump(two, { set: ['x.yaml#$[kind=B].n=1'] }))['x.yaml']).toMatch(/n: 3[\s\S]*n: 1/)
  })
})

test('files that are no YAML count only where they are named', () => {
  const files = {
    'README.md': pod('x/a:1'),
    'b.txt': pod('x/a:1'),
    'dir/Kustomization': 'images: [{name: x/a}]',
  }
  expect(bump(files, { images: 'x/a:2' }).changes.map(({ path }) => path)).toEqual(['dir/Kustomization'])
  const named = bump(files, { images: 'x/a:2', files: ['b.txt', '**/*'] })
  expect(named.changes.map(({ path }) => path)).toEqual(['b.txt', 'dir/Kustomization'])
})

test('a file that is named but not there is told', () => {
  const plan = bump(
    { 'a.yaml': pod('x/a:1') },
    { images: 'x/a:2', files: ['./a.yaml', 'b.yaml', '!c.yaml', '**/*.yml'] },
  )
  expect(plan.changes).toHaveLength(1)
  expect(plan.notes).toEqual(["input 'files' names 'b.yaml', which is not there"])
})

test('of many applications one file changes', () => {
  const files = Object.fromEntries(
    Array.from({ length: 500 }, (_, n) => [`apps/app-${n}/app.yaml`, `image: acme/app-${n}:1-0000000\n`]),
  )
  expect(bump(files, { images: 'acme/app-3:2-1111111' }).changes).toMatchObject([
    { path: 'apps/app-3/app.yaml', after: 'image: acme/app-3:2-1111111\n' },
  ])
})

test('many images and files in one plan; what no file names is told', () => {
  const files = { 'a.yaml': pod('x/a:1'), 'b.yaml': pod('x/b:1'), 'c.txt': 'x/a' }
  const plan = bump(files, { images: 'x/a:2\nx/b:2\nx/c:2' })
  expect(plan.matches).toEqual([
    { file: 'a.yaml', line: 5, path: 'spec.containers[0].image', old: 'x/a:1', new: 'x/a:2' },
    { file: 'b.yaml', line: 5, path: 'spec.containers[0].image', old: 'x/b:1', new: 'x/b:2' },
  ])
  expect(plan.unmatched).toEqual(['x/c'])
})

test.each([
  ['image: {{ .Values.registry }}/acme/web:{{ .Values.tag }}', true],
  ['image: ghcr.io/acme/web:{{ .Values.tag }}', true],
  ['{{ if .x }}\nrepository: acme/web\n{{ end }}', true],
  ['name: {{ .name }}-web', false],
  ['image: {{ .x }}\nother: acme/webhook', false],
  ['image: {{ .x }}\nother: quay.io/acme/web', false],
])('a template is spoken of only where it names the image: %s', (text, named) => {
  const plan = bump({ 'a.yaml': text }, { images: 'ghcr.io/acme/web:1' })
  expect(plan.refusals).toHaveLength(named ? 1 : 0)
})

test('a file that was too large to be read is refused', () => {
  const plan = planBump([{ path: 'a.yaml', bytes: undefined }], readyRequest)
  expect(plan.refusals).toEqual([{ file: 'a.yaml', reason: 'is over 10 MiB; such files are not read' }])
})

const readyRequest = {
  images: parseImages('web:1'),
  set: [],
  files: ['**'],
  pin: 'keep',
  allowDowngrade: false,
} as const
