import { describe, expect, test } from '@jest/globals'
import { bump, bumped, DIGEST, OLD_DIGEST } from './bump.ts'

const images = 'ghcr.io/acme/web:5-1b4198b'
const OLD = 'ghcr.io/acme/web:4-0a3087a'
const NEW = 'ghcr.io/acme/web:5-1b4198b'

/** Each document holds OLD where it shall be changed, and `ghcr.io/acme/web:kept` where it shall not. */
describe('Kubernetes', () => {
  const pod = (indent: string) => `${indent}containers:\n${indent}- name: web\n${indent}  image: ${OLD}\n`
  const kind = (apiVersion: string, name: string, rest: string) =>
    `apiVersion: ${apiVersion}\nkind: ${name}\nmetadata:\n  name: x\n  annotations:\n    image: ghcr.io/acme/web:kept\n${rest}`
  test.each([
    ['Pod', kind('v1', 'Pod', `spec:\n${pod('  ')}`)],
    ['Deployment', kind('apps/v1', 'Deployment', `spec:\n  template:\n    spec:\n${pod('      ')}`)],
    ['initContainers', kind('v1', 'Pod', `spec:\n${pod('  ').replace('containers', 'initContainers')}`)],
    [
      'ephemeralContainers',
      kind('v1', 'Pod', `spec:\n${pod('  ').replace('containers', 'ephemeralContainers')}`),
    ],
    [
      'CronJob',
      kind(
        'batch/v1',
        'CronJob',
        `spec:\n  jobTemplate:\n    spec:\n      template:\n        spec:\n${pod('          ')}`,
      ),
    ],
    [
      'volumes[].image',
      kind(
        'v1',
        'Pod',
        `spec:\n  volumes:\n  - name: x\n    image:\n      reference: ${OLD}\n      pullPolicy: Always\n`,
      ),
    ],
    ['Rollout', kind('argoproj.io/v1alpha1', 'Rollout', `spec:\n  template:\n    spec:\n${pod('      ')}`)],
    [
      'Knative',
      kind(
        'serving.knative.dev/v1',
        'Service',
        `spec:\n  template:\n    spec:\n      containers:\n      - image: ${OLD}\n`,
      ),
    ],
    [
      'Tekton',
      kind(
        'tekton.dev/v1',
        'Task',
        `spec:\n  stepTemplate:\n    image: ${OLD}\n  steps:\n  - image: ${OLD}\n    script: |\n      image: ghcr.io/acme/web:kept\n  sidecars:\n  - image: ${OLD}\n`,
      ),
    ],
    [
      'AnalysisTemplate',
      kind(
        'argoproj.io/v1alpha1',
        'AnalysisTemplate',
        `spec:\n  metrics:\n  - name: x-{{args.name}}\n    provider:\n      job:\n        spec:\n          template:\n            spec:\n${pod('              ')}`,
      ),
    ],
    [
      'Argo Workflow',
      kind(
        'argoproj.io/v1alpha1',
        'Workflow',
        `spec:\n  templates:\n  - container:\n      image: ${OLD}\n      args:\n      - a-{{item}}-b\n  - script: {image: "${OLD}"}\n`,
      ),
    ],
    [
      'HelmRelease',
      kind(
        'helm.toolkit.fluxcd.io/v2',
        'HelmRelease',
        `spec:\n  values:\n    image: ${OLD}\n    web: {repository: ghcr.io/acme/web, tag: 4-0a3087a}\n`,
      ),
    ],
    [
      'Application',
      kind(
        'argoproj.io/v1alpha1',
        'Application',
        `spec:\n  source:\n    helm:\n      valuesObject:\n        image: ${OLD}\n    kustomize:\n      images:\n      - web=${OLD}\n      - ${OLD}\n`,
      ),
    ],
    [
      'Application with parameters',
      kind(
        'argoproj.io/v1alpha1',
        'Application',
        `spec:\n  source:\n    helm:\n      parameters:\n      - name: web.image.repository\n        value: ghcr.io/acme/web\n      - name: web.image.tag\n        value: "4-0a3087a"\n      - name: job.image\n        value: ${OLD}\n`,
      ),
    ],
    [
      'Kustomization of Flux',
      kind(
        'kustomize.toolkit.fluxcd.io/v1',
        'Kustomization',
        `spec:\n  images:\n  - name: ghcr.io/acme/web\n    newTag: 4-0a3087a\n`,
      ),
    ],
    [
      'List',
      `apiVersion: v1\nkind: List\nitems:\n- ${kind('v1', 'Pod', `spec:\n${pod('  ')}`)
        .replaceAll('\n', '\n  ')
        .trimEnd()}\n`,
    ],
    [
      'JSON',
      JSON.stringify(
        { apiVersion: 'v1', kind: 'Pod', spec: { containers: [{ name: 'a', image: OLD }] } },
        null,
        '\t',
      ),
    ],
    [
      'JSON patch',
      `- op: replace\n  path: /spec/template/spec/containers/0/image\n  value: ${OLD}\n- op: add\n  path: /metadata/labels/x\n  value: ghcr.io/acme/web:kept\n`,
    ],
    [
      'JSON patch that adds a container',
      `- op: add\n  path: /spec/template/spec/initContainers/-\n  value: {name: x, image: "${OLD}"}\n- op: add\n  path: /spec/template/spec\n  value:\n${pod('    ')}`,
    ],
    [
      'a custom resource',
      kind(
        'kafka.strimzi.io/v1beta2',
        'KafkaConnect',
        `spec:\n  image: ${OLD}\n  agent:\n    image: {repository: ghcr.io/acme/web, tag: 4-0a3087a}\nstatus:\n  image: ghcr.io/acme/web:kept\n`,
      ),
    ],
  ])('%s', (_name, text) => {
    expect(bumped('app.yaml', text, { images })).toBe(text.replaceAll('4-0a3087a', '5-1b4198b'))
  })

  test.each([
    [
      'a CRD',
      `apiVersion: apiextensions.k8s.io/v1\nkind: CustomResourceDefinition\nspec:\n  containers:\n  - image: ${OLD}\n`,
    ],
    [
      'a block of text',
      `apiVersion: v1\nkind: ConfigMap\ndata:\n  pod.yaml: |\n    containers:\n    - image: ${OLD}\n`,
    ],
    [
      'an environment variable',
      `apiVersion: v1\nkind: Pod\nspec:\n  containers:\n  - image: other\n    env:\n    - {name: IMAGE, value: "${OLD}"}\n`,
    ],
    [
      'another registry',
      `apiVersion: v1\nkind: Pod\nspec:\n  containers:\n  - image: quay.io/acme/web:4-0a3087a\n`,
    ],
    [
      'a longer path',
      `apiVersion: v1\nkind: Pod\nspec:\n  containers:\n  - image: ghcr.io/acme/web/extra:4-0a3087a\n`,
    ],
    [
      'what builds an image',
      `apiVersion: skaffold/v3\nkind: Config\nbuild:\n  artifacts:\n  - image: ghcr.io/acme/web\n`,
    ],
    [
      'where an image is built to',
      `apiVersion: shipwright.io/v1beta1\nkind: Build\nspec:\n  output:\n    image: ${OLD}\n`,
    ],
    [
      'a repository that is watched',
      `apiVersion: image.toolkit.fluxcd.io/v1\nkind: ImageRepository\nspec:\n  image: ghcr.io/acme/web\n`,
    ],
  ])('leaves %s alone', (_name, text) => {
    const plan = bump({ 'app.yaml': text }, { images })
    expect(plan).toMatchObject({ changes: [], matches: [], refusals: [], unmatched: ['ghcr.io/acme/web'] })
  })

  test.each([
    ['nginx', 'docker.io/library/nginx:2'],
    ['docker.io/nginx:1', 'nginx:2'],
    ['index.docker.io/library/nginx:1', 'docker.io/nginx:2'],
  ])('%s is the image of %s', (old, wanted) => {
    const text = `apiVersion: v1\nkind: Pod\nspec:\n  containers: [{image: ${old}}]\n`
    expect(bumped('a.yaml', text, { images: wanted })).toBe(text.replace(/(nginx).*?}/, '$1:2}'))
  })
})

describe('kustomization', () => {
  const entry = (...fields: string[]) => `images:\n- ${fields.join('\n  ')} # keep\nresources: [x.yaml]\n`
  const name = 'name: ghcr.io/acme/web'
  test.each([
    ['newTag', entry(name, 'newTag: 4-0a3087a'), {}, entry(name, 'newTag: 5-1b4198b')],
    [
      'newName',
      entry('name: web', 'newName: ghcr.io/acme/web', 'newTag: "4"'),
      {},
      entry('name: web', 'newName: ghcr.io/acme/web', 'newTag: "5-1b4198b"'),
    ],
    ['name only', entry(name), {}, `images:\n- ${name} # keep\n  newTag: 5-1b4198b\nresources: [x.yaml]\n`],
    [
      'a null newName',
      entry(name, 'newName: null', 'newTag: a'),
      {},
      entry(name, 'newName: null', 'newTag: 5-1b4198b'),
    ],
    [
      'a null digest',
      entry(name, 'newTag: a', 'digest: ~'),
      {},
      entry(name, 'newTag: 5-1b4198b', 'digest: ~'),
    ],
    [
      'mixed line ends',
      `x: y\nimages:\r\n- ${name}\r\n`,
      {},
      `x: y\nimages:\r\n- ${name}\r\n  newTag: 5-1b4198b\r\n`,
    ],
    ['digest, kept', entry(name, `digest: ${OLD_DIGEST}`), {}, entry(name, `digest: ${DIGEST}`)],
    ['digest to tag', entry(name, `digest: ${OLD_DIGEST}`), { pin: 'tag' }, entry(name, 'newTag: 5-1b4198b')],
    ['tag to digest', entry(name, 'newTag: "4"'), { pin: 'digest' }, entry(name, `digest: "${DIGEST}"`)],
    [
      'tag to both',
      entry('newTag: "4"', name),
      { pin: 'both' },
      `images:\n- newTag: "5-1b4198b"\n  digest: "${DIGEST}"\n  ${name} # keep\nresources: [x.yaml]\n`,
    ],
    [
      'both to tag',
      entry(name, 'newTag: a', `digest: ${OLD_DIGEST}`),
      { pin: 'tag' },
      entry(name, 'newTag: 5-1b4198b', 'digest: ""'),
    ],
    [
      'flow style',
      `images: [{${name}}]\n`,
      { pin: 'both' },
      `images: [{${name}, newTag: 5-1b4198b, digest: ${DIGEST}}]\n`,
    ],
  ] as const)('%s', (_name, text, wish, expected) => {
    expect(bumped('deploy/kustomization.yaml', text, { images: `${NEW}@${DIGEST}`, ...wish })).toBe(expected)
  })

  test.each(['kustomization.yaml', 'a/kustomization.yml', 'a/b/Kustomization'])('is known as %s', path => {
    expect(bumped(path, entry(name, 'newTag: a'), { images })).toBe(entry(name, 'newTag: 5-1b4198b'))
  })

  test('one of Flux may stand in a file of that name', () => {
    const text = (tag: string) =>
      `apiVersion: kustomize.toolkit.fluxcd.io/v1\nkind: Kustomization\nspec:\n  images:\n  - ${name}\n    newTag: ${tag}\n`
    expect(bumped('apps/kustomization.yaml', text('a'), { images })).toBe(text('5-1b4198b'))
  })

  test('a name that is replaced by another is not the image', () => {
    const text = entry(name, 'newName: mirror.local/web', 'newTag: a')
    expect(bump({ 'kustomization.yaml': text }, { images }).matches).toEqual([])
  })
})

describe('Helm values', () => {
  const tag = (text: string) => text.replaceAll('4-0a3087a', '5-1b4198b')
  test.each([
    ['image: str', `image: ${OLD}\n`],
    ['another key with image', `workers:\n  initImage: '${OLD}'\n`],
    ['repository and tag', 'image:\n  repository: ghcr.io/acme/web\n  tag: 4-0a3087a\n'],
    ['registry, repository and tag', 'a: {b: {registry: ghcr.io, repository: acme/web, tag: "4-0a3087a"}}\n'],
    ['image and tag', 'image: ghcr.io/acme/web\ntag: 4-0a3087a\n'],
    ['image.name', 'image:\n  name: ghcr.io/acme/web\n  tag: 4-0a3087a\n'],
    [
      'global.imageRegistry',
      'global:\n  imageRegistry: ghcr.io\nimage:\n  registry: docker.io\n  repository: acme/web\n  tag: 4-0a3087a\n',
    ],
    [
      'global.image.registry',
      'global: {image: {registry: ghcr.io}}\nimage: {repository: acme/web, tag: 4-0a3087a}\n',
    ],
    [
      'global.registry',
      'global:\n  registry: ghcr.io/acme/\nweb:\n  image: {registry: "", name: web, tag: 4-0a3087a}\n',
    ],
    ['a list of images', `images:\n- ${OLD}\n- other:1\n`],
    ['containers', `extraContainers:\n- name: x\n  image: ${OLD}\n`],
    ['a null registry', 'image:\n  registry: null\n  repository: ghcr.io/acme/web\n  tag: 4-0a3087a\n'],
    ['a null mirror', 'global: {imageRegistry: ~}\nimage: {repository: ghcr.io/acme/web, tag: 4-0a3087a}\n'],
    ['a null digest', 'image:\n  repository: ghcr.io/acme/web\n  tag: 4-0a3087a\n  digest: null\n'],
    ['imageRepository and imageTag', 'imageRepository: ghcr.io/acme/web\nimageTag: 4-0a3087a\n'],
    ['a whole reference as the tag', `image:\n  repository: ghcr.io/acme/api\n  imageTag: ${OLD}\n`],
    ['a whole reference beside its half', `repository: ghcr.io/acme/web\nimageTag: ${OLD}\n`],
    ['imageName and imageTag', 'imageTag: 4-0a3087a\nimageName: ghcr.io/acme/web\n'],
    ['web_image and web_tag', 'web_image: ghcr.io/acme/web\nweb_tag: 4-0a3087a\n'],
    ['webImage and webImageTag', 'webImage: ghcr.io/acme/web\nwebImageTag: 4-0a3087a\n'],
    ['a list of names and tags', 'images:\n- name: ghcr.io/acme/web\n  tag: 4-0a3087a\n'],
    ['a name without a tag', 'image_name: ghcr.io/acme/web\n', 'image_name: ghcr.io/acme/web:5-1b4198b\n'],
    ['a map of images', `images:\n  web: ${OLD}\n  api: other:1\n`],
    ['JSON', '{"image":{"repository":"ghcr.io/acme/web","tag":"4-0a3087a"}}'],
    ['JSON with escaped slashes', '{"image":{"repository":"ghcr.io\\/acme\\/web","tag":"4-0a3087a"}}'],
    ['repo', 'image:\n  repo: ghcr.io/acme/web\n  tag: 4-0a3087a\n'],
    [
      'registry, repository and name',
      'image:\n  registry: ghcr.io\n  repository: acme\n  name: web\n  tag: 4-0a3087a\n',
    ],
    ['repository and name', 'webImage: {repository: ghcr.io/acme, name: web, tag: 4-0a3087a}\n'],
    ['a registry with a slash', 'image: {registry: ghcr.io/, repository: acme/web, tag: 4-0a3087a}\n'],
    ['a map that names the whole', `image:\n  name: ${OLD}\n  entrypoint: [""]\n`],
    ['a map that tells where the whole lies', `image:\n  location: ${OLD}\n  port: 80\n`],
  ])('%s', (_name, text, expected = tag(text)) => {
    expect(bumped('values.yaml', text, { images })).toBe(expected)
  })

  test.each([
    ['an empty tag', 'tag: "" # appVersion', 'tag: "5-1b4198b" # appVersion'],
    ['a tag without a value', 'tag: # appVersion', 'tag: 5-1b4198b # appVersion'],
    ['no tag', 'x: y', 'x: y\n  tag: 5-1b4198b'],
  ])('%s', (_name, old, expected) => {
    const text = (line: string) => `image:\n  ${line}\n  repository: ghcr.io/acme/web\n`
    const wanted = old === 'x: y' ? `${text('x: y')}  tag: 5-1b4198b\n` : text(expected)
    expect(bumped('values.yaml', text(old), { images })).toBe(wanted)
  })

  test.each([
    ['digest', `tag: "a"\n  digest: ""`, `tag: "5-1b4198b"\n  digest: "${DIGEST}"`, 'both'],
    ['digest', `tag: a\n  digest: ${OLD_DIGEST}`, `tag: 5-1b4198b\n  digest: ${DIGEST}`, 'keep'],
    ['digest, without pin', `tag: a\n  digest: ${OLD_DIGEST}`, `tag: 5-1b4198b\n  digest: ""`, 'tag'],
    ['sha', `tag: a\n  sha: ${'b'.repeat(64)}`, `tag: 5-1b4198b\n  sha: ${'a'.repeat(64)}`, 'keep'],
    ['digest in the tag', `tag: a@${OLD_DIGEST}`, `tag: 5-1b4198b@${DIGEST}`, 'keep'],
    ['a digest as the tag', `tag: ${OLD_DIGEST}`, `tag: ${DIGEST}`, 'keep'],
    ['no field for a digest', 'tag: a', `tag: 5-1b4198b@${DIGEST}`, 'both'],
    ['no field for a digest alone', 'tag: a', `tag: 5-1b4198b@${DIGEST}`, 'digest'],
  ] as const)('%s: %s', (_name, old, expected, pin) => {
    const text = (line: string) => `image:\n  repository: ghcr.io/acme/web\n  ${line}\n`
    expect(bumped('values.yaml', text(old), { images: `${NEW}@${DIGEST}`, pin })).toBe(text(expected))
  })

  test.each(['4', 'null', 'true'])('a tag in JSON is a string, also in the place of %s', old => {
    const text = (tag: string) => `{"image":{"repository":"ghcr.io/acme/web","tag":${tag}}}`
    expect(bumped('values.json', text(old), { images })).toBe(text('"5-1b4198b"'))
  })

  test('may have `compose` in the name of their file', () => {
    const text = `web:\n  image: ${OLD}\n`
    expect(bumped('values-compose.yaml', text, { images })).toBe(tag(text))
  })

  test.each([
    ['a git repository', 'source:\n  repository: ghcr.io/acme/web\n  branch: main\n'],
    ['the repository of a site', 'title: x\nrepository: ghcr.io/acme/web\n'],
    ['a name', 'image:\n  name: ghcr.io/acme/web\n  width: 4\n'],
    ['what an image is about', 'imageOwner: ghcr.io/acme/web\nimage.config.User: ghcr.io/acme/web\n'],
  ])('%s gets no tag', (_name, text) => {
    expect(bump({ 'values.yaml': text }, { images })).toMatchObject({ changes: [], matches: [] })
  })

  test('a digest alone gets no tag beside it', () => {
    const text = (digest: string) => `image:\n  repository: ghcr.io/acme/web\n  digest: ${digest}\n`
    expect(bumped('values.yaml', text(OLD_DIGEST), { images: `${NEW}@${DIGEST}` })).toBe(text(DIGEST))
  })

  test('half a reference alone is left as it is', () => {
    const plan = bump({ 'values.yaml': 'imageRepository: ghcr.io/acme/web\nversion: 4\n' }, { images })
    expect(plan).toMatchObject({ changes: [], matches: [] })
  })

  test('a registry of its own goes before one for those without', () => {
    const text =
      'global: {registry: mirror.local}\nimage: {registry: ghcr.io, repository: acme/web, tag: 4-0a3087a}\n'
    expect(bumped('values.yaml', text, { images })).toBe(tag(text))
    expect(bump({ 'values.yaml': text }, { images: 'mirror.local/acme/web:5' }).matches).toEqual([])
  })

  test('a mirror for all registries makes it another image', () => {
    const text =
      'global: {imageRegistry: mirror.local}\nimage: {registry: ghcr.io, repository: acme/web, tag: a}\n'
    expect(bump({ 'values.yaml': text }, { images }).matches).toEqual([])
  })
})
