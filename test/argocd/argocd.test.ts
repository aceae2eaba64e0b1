import { existsSync, globSync } from 'node:fs'
import { join, matchesGlob } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import { parse } from 'yaml'
import { type Application, type ApplicationSet, expand } from './expand.ts'
import { forbidden, sourcesOf } from './project.ts'
import { applications, clusters, MANIFESTS, projectOf, projects, repositories, texts } from './world.ts'

const named = applications.map(one => [one.metadata.name, one] as const)
const automated = (name: string) =>
  applications.find(({ metadata }) => metadata.name === name)?.spec.syncPolicy.automated

test('there is an application for each folder of an environment, and what watches and serves it', () => {
  const folders = globSync('environments/*/*', { cwd: repositories[MANIFESTS]?.[0] ?? '' })
  const expected = folders
    .map(path => path.split('/'))
    .map(([, environment, name]) => `${name}-${environment}`)
  const around = ['kube-prometheus-stack', 'jaeger', 'kv-monitoring', 'load-balancers'].flatMap(name => [
    `${name}-staging`,
    `${name}-production`,
  ])
  expect(expected).toHaveLength(4)
  expect(named.map(([name]) => name).sort()).toEqual([...expected, ...around, 'root'].sort())
})

describe.each(named)('%s', (name, application) => {
  const sources = sourcesOf(application)

  test('is permitted by its project, which is not the one that Argo CD makes', () => {
    expect(forbidden(projectOf(application), application)).toEqual([])
    expect(application.spec.project).not.toBe('default')
  })

  test('finds every folder and file that it names', () => {
    expect(sources).not.toEqual([])
    for (const { repoURL, path, chart, ref, helm } of sources) {
      const find = (repository: string, file: string) =>
        (repositories[repository as keyof typeof repositories] ?? []).some(folder =>
          existsSync(join(folder, file)),
        )
      if (chart === undefined && ref === undefined)
        expect([path, find(repoURL, path ?? '')]).toEqual([path, true])
      for (const file of helm?.valueFiles ?? []) {
        const [, reference] = /^\$(\w+)\//.exec(file) ?? []
        const from = reference ? sources.find(one => one.ref === reference)?.repoURL : repoURL
        expect([file, find(from ?? '', file.replace(/^(\$\w+)?\//, ''))]).toEqual([file, true])
      }
    }
  })

  test('follows the branch of its environment, and of charts one version', () => {
    const branch = name.endsWith('-staging') ? 'staging' : 'main'
    for (const { chart, targetRevision } of sources)
      expect(targetRevision).toMatch(chart ? /^\d+\.\d+\.\d+$/ : new RegExp(`^${branch}$`))
  })
})

test('both environments mend themselves; only staging deletes by itself', () => {
  expect(automated('kv-staging')).toEqual({ prune: true, selfHeal: true })
  expect(automated('app-a-staging')).toEqual({ prune: true, selfHeal: true })
  expect(automated('kv-production')).toEqual({ prune: false, selfHeal: true })
  expect(automated('app-a-production')).toEqual({ prune: false, selfHeal: true })
})

test('definitions that are too large for an annotation are applied by the server', () => {
  const stacks = applications.filter(({ metadata }) => metadata.name.startsWith('kube-prometheus-stack'))
  expect(stacks).toHaveLength(2)
  for (const { spec } of stacks) expect(spec.syncPolicy.syncOptions).toContain('ServerSideApply=true')
})

describe('projects', () => {
  const kv = projects.find(({ metadata }) => metadata.name === 'kv')!
  const sample = applications.find(({ metadata }) => metadata.name === 'kv-staging')!
  const changed = (spec: object): Application => ({ ...sample, spec: { ...sample.spec, ...spec } })
  test.each<[string, object, string[]]>([
    ['as it is', {}, []],
    [
      'another repository',
      { source: { repoURL: 'https://github.com/eve/x.git' } },
      ['source https://github.com/eve/x.git'],
    ],
    [
      'the namespace of Argo CD',
      { destination: { name: 'staging', namespace: 'argocd' } },
      ['destination staging/argocd'],
    ],
    [
      'the other environment',
      { destination: { name: 'staging', namespace: 'production' } },
      ['destination staging/production'],
    ],
    [
      'a cluster by its address',
      { destination: { server: 'https://kubernetes.default.svc', namespace: 'staging' } },
      ['destination https://kubernetes.default.svc/staging'],
    ],
  ])('%s', (_, spec, why) => {
    expect(forbidden(kv, changed(spec))).toEqual(why)
  })

  test('no project allows whatever there is', () => {
    for (const { metadata, spec } of projects)
      expect([metadata.name, JSON.stringify(spec).match(/"\*"/g)]).toEqual([metadata.name, null])
  })

  test('whom nobody knows may do nothing, and the workflows may look', () => {
    const { rbac } = parse(texts['bootstrap/values.yaml'] ?? '').configs
    expect(rbac['policy.default']).toBe('')
    const [binding, ...policies] = rbac['policy.csv'].trim().split('\n').reverse()
    expect(binding).toBe('g, ci, role:ci')
    for (const policy of policies)
      expect(policy).toMatch(/^p, role:ci, applications, get, [\w-]+\/[\w-]*\*, allow$/)
    const seen = policies.map((policy: string) => policy.split(', ')[4] ?? '')
    const waitedFor = applications.filter(({ metadata }) => /^(app-a|kv)-/.test(metadata.name))
    expect(waitedFor).toHaveLength(6)
    for (const { metadata, spec } of waitedFor)
      expect(seen.some((glob: string) => matchesGlob(`${spec.project}/${metadata.name}`, glob))).toBe(true)
  })
})

test('nothing here is secret', () => {
  for (const [file, text] of Object.entries(texts))
    expect([
      file,
      text.match(/PRIVATE KEY|AKIA[A-Z0-9]{16}|gh[ps]_\w{20}|bearerToken|"?password"?:/),
    ]).toEqual([file, null])
  expect(clusters).toHaveLength(2)
  for (const { data, stringData } of clusters) {
    expect(data).toBeUndefined()
    const { tlsClientConfig, ...config } = JSON.parse(stringData.config)
    expect(Object.keys(tlsClientConfig)).not.toContain('keyData')
    expect(Object.keys(config).filter(key => key !== 'awsAuthConfig')).toEqual([])
  }
})

test('each trigger sends a template that there is, and each subscription a trigger', () => {
  const { notifications } = parse(texts['bootstrap/values.yaml'] ?? '')
  const sent = Object.values<string>(notifications.triggers).flatMap(text => parse(text)[0].send)
  expect(sent.map(name => `template.${name}`).sort()).toEqual(Object.keys(notifications.templates).sort())
  const wanted = notifications.subscriptions.flatMap((one: { triggers: string[] }) => one.triggers)
  expect(wanted.map((name: string) => `trigger.${name}`).sort()).toEqual(
    Object.keys(notifications.triggers).sort(),
  )
  for (const template of Object.values<string>(notifications.templates))
    expect(parse(template).github.status.state).toMatch(/^(success|pending|failure|error)$/)
})

describe('Image Updater', () => {
  const updater = parse(texts['image-updater/kv.yaml'] ?? '').spec
  test('is started by nobody but a person', () => {
    const root = applications.find(({ metadata }) => metadata.name === 'root')
    expect(JSON.stringify(root?.spec.source)).not.toContain('image-updater')
    for (const application of applications)
      for (const { path } of sourcesOf(application)) expect(path ?? '').not.toMatch(/image-updater/)
  })
  test('proposes, in a repository and for applications that there are, and never for production', () => {
    const { gitConfig } = updater.writeBackConfig
    expect(gitConfig).toMatchObject({ repository: MANIFESTS, pullRequest: { github: {} } })
    expect(gitConfig.branch).toMatch(/^staging:./)
    for (const { namePattern, writeBackConfig } of updater.applicationRefs) {
      expect(applications.map(({ metadata }) => metadata.name)).toContain(namePattern)
      expect(namePattern).toMatch(/-staging$/)
      const [, path] = writeBackConfig.gitConfig.writeBackTarget.split(':/')
      expect(existsSync(join(repositories[MANIFESTS]?.[0] ?? '', path))).toBe(true)
    }
  })
  test('takes the tags that the pipeline makes', () => {
    const tags = new RegExp(updater.commonUpdateSettings.allowTags.replace(/^regexp:/, ''))
    expect(['412-9be1f0a', '0-0000000'].every(tag => tags.test(tag))).toBe(true)
    expect(['latest', 'cache', '412-9be1f0a-dirty', 'v1.2.3'].some(tag => tags.test(tag))).toBe(false)
  })
})

test('a parameter that is not there stops an ApplicationSet', () => {
  const spec = {
    generators: [{ list: { elements: [{ name: 'a' }] } }],
    template: { metadata: { name: '{{ .nam }}' } },
  }
  const set = { apiVersion: 'argoproj.io/v1alpha1', kind: 'ApplicationSet', metadata: { name: 'x' }, spec }
  expect(() => expand(set as ApplicationSet, {})).toThrow('nothing is known as {{ .nam }}')
})
