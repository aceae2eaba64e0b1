import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import { samplesFolder } from '../../../test/support/samples.ts'
import { bump, bumped, DIGEST } from './bump.ts'

const folder = samplesFolder()
const samples = folder ? readdirSync(join(folder, 'manifests')).filter(name => /ya?ml$/.test(name)) : []
// What the samples are called says what they are; their own names count for kustomize.
const pathOf = (name: string) => (name.includes('-kustomization-') ? 'kustomization.yaml' : name)
const read = (name: string) => readFileSync(join(folder ?? '', 'manifests', name))

/**
 * Every reference in the samples, found by eye: sample → line → the text that changes, the text that it becomes.
 * T stands for the new tag, D for the new digest.
 */
const T = '77-abcdef0'
const D = DIGEST
const tag = (name: string, old: string) => [`${name}:${old}`, `${name}:${T}`] as const
const bare = (name: string) => [name, `${name}:${T}`] as const
const pinned = (name: string, old: string) => [`${name}:${old}`, `${name}:${T}@${D}`] as const
const shop = 'us-central1-docker.pkg.dev/online-boutique-ci/microservices-demo'
const busybox = '1.38.0@sha256:fd8d9aa63ba2f0982b5304e1ee8d3b90a210bc1ffb5314d980eb6962f1a9715d'
const collector = '0.157.0@sha256:f2f01157055a9b2aab9df7118e1f1c9abf345e99b23bc7a2bc791db374a7d0f6'
const eshop = [':-latest', `:-${T}`] as const

const references: Record<string, Record<number, readonly [old: string, next: string]>> = {
  '001': {
    38: tag('registry.k8s.io/redis', 'e2e'),
    82: tag('gcr.io/google_samples/gb-redisslave', 'v1'),
    135: tag('gcr.io/google-samples/gb-frontend', 'v5'),
  },
  '004': { 22: tag('redis', '7.2') },
  '007': { 150: tag('registry.k8s.io/prometheus-adapter/prometheus-adapter', 'v0.11.2') },
  '010': { 25: bare('openshift/origin') },
  '013': { 21: bare('mattf/storm-worker') },
  '016': { 37: bare('sysdig/agent') },
  '022': { 7: tag('resouer/sample', 'v1'), 14: tag('resouer/mytomcat', '7.0') },
  '025': {
    53: tag(`${shop}/frontend`, 'v0.10.6'),
    180: tag(`${shop}/adservice`, 'v0.10.6'),
    255: tag(`${shop}/currencyservice`, 'v0.10.6'),
    329: tag(`${shop}/cartservice`, 'v0.10.6'),
    401: tag('redis', 'alpine'),
    494: pinned('busybox', busybox),
    507: tag(`${shop}/loadgenerator`, 'v0.10.6'),
    559: tag(`${shop}/recommendationservice`, 'v0.10.6'),
    635: tag(`${shop}/checkoutservice`, 'v0.10.6'),
    718: tag(`${shop}/emailservice`, 'v0.10.6'),
    793: tag(`${shop}/paymentservice`, 'v0.10.6'),
    865: tag(`${shop}/shippingservice`, 'v0.10.6'),
    939: tag(`${shop}/productcatalogservice`, 'v0.10.6'),
  },
  '028': { 47: pinned('busybox', busybox), 71: pinned('otel/opentelemetry-collector-contrib', collector) },
  '034': { 10: ['new-v1-tag', T], 13: ['MYNEWTAG-1', T], 16: ['v3', T], 19: ['sha256:25a0d4', D] },
  '037': { 23: tag('gcr.io/project/app', 'version') },
  '043': { 10: bare('debian') },
  '046': { 9: ['v1', T] },
  '049': { 9: ['1.0.0', T] },
  '052': { 16: ['""', `"${T}"`], 410: ['v0.93.1', T] },
  '055': { 7: ['""', `"${T}"`] },
  '058': {
    63: ['""', `"${T}"`],
    1232: ['v2.45.1', T],
    1554: ['8.2.3-alpine', T],
    1570: ['v1.86.0', T],
    1850: ['8.2.3-alpine', T],
    1858: ['v1.75.0', T],
    2167: ['v1.0.1', T],
  },
  '074': { 4: bare('visibilityspots/cloudflared'), 20: tag('pihole/pihole', 'latest') },
  '077': { 3: bare('linuxserver/plex') },
  '080': { 11: tag('mcr.microsoft.com/azure-sql-edge', '1.0.4') },
  '083': {
    6: tag('datalust/seq', 'latest'),
    9: tag('mcr.microsoft.com/mssql/server', '2019-latest'),
    12: bare('mongo'),
    15: tag('redis', 'alpine'),
    18: tag('rabbitmq', '3-management-alpine'),
    ...Object.fromEntries(
      [21, 29, 39, 48, 57, 66, 74, 85, 99, 113, 127, 133, 144, 153].map(line => [line, eshop]),
    ),
    82: tag('envoyproxy/envoy', 'v1.11.1'),
    161: tag('envoyproxy/envoy', 'v1.11.1'),
  },
  '086': { 21: eshop },
  '101': { 21: tag('argoproj/rollouts-demo', 'blue') },
  '104': { 27: ['8.6.2', T] },
  '107': { 8: bare('docker'), 43: tag('docker', 'dind') },
}

/** Every repository in the table, and those that the tables name by their tag alone. */
const named = [
  'new-crd-image new-app-1 prod-mysql my-docker2 replaced quay.io/dkarpele/my-guestbook',
  'quay.io/prometheus/alertmanager quay.io/prometheus-operator/prometheus-config-reloader',
  'quay.io/prometheuscommunity/postgres-exporter quay.io/argoproj/argocd ghcr.io/dexidp/dex',
  'ecr-public.aws.com/docker/library/redis ghcr.io/oliver006/redis_exporter',
  'quay.io/argoprojlabs/argocd-extension-installer public.ecr.aws/docker/library/redis',
].flatMap(line => line.split(' '))
const plain = Object.values(references)
  .flatMap(lines => Object.values(lines))
  .map(([, next]) => next)
  .filter(next => next.includes(`:${T}`) && !next.startsWith(':'))
  .map(next => next.slice(0, next.indexOf(`:${T}`)))
const eshopServices = ['identity', 'basket', 'catalog', 'ordering', 'payment', 'webhooks']
  .map(name => `${name}.api`)
  .concat(['ordering.backgroundtasks', 'mobileshoppingagg', 'webshoppingagg', 'ordering.signalrhub'])
  .concat(['webstatus', 'webspa', 'webmvc', 'webhooks.client'])
const images = [
  ...[...new Set([...named, ...plain])].map(name => `${name}:${T}@${D}`),
  ...eshopServices.map(name => `eshop/${name}:linux-${T}`),
].join('\n')

const REFUSED = /^(?:019|061)-/

/** Each file holds `4-0a3087a` where it shall be changed, and `kept` where it shall not. */
const corpus = join(import.meta.dirname, 'corpus')
const own = readdirSync(corpus).filter(name => name.includes('--'))
const example = join(import.meta.dirname, '../../../workflows-examples/ec2/docker-compose.yml')

describe('the corpus', () => {
  const wanted = { images: 'ghcr.io/acme/web:5-1b4198b' }
  test.each(own)('%s', name => {
    const path = name.replace(/^.*--/, '').replace(/\.txt$/, '')
    const text = readFileSync(join(corpus, name), 'utf8')
    const next = text.replaceAll('4-0a3087a', '5-1b4198b')
    expect(next).not.toBe(text)
    const plan = bump({ [path]: text }, wanted)
    expect(plan.refusals).toEqual([])
    expect(plan.changes[0]?.after).toBe(next)
    expect(bump({ [path]: next }, wanted).changes).toEqual([])
    const back = { images: 'ghcr.io/acme/web:4-0a3087a', allowDowngrade: true }
    expect(bumped(path, next, back)).toBe(text)
  })

  test('the compose file of the example', () => {
    const text = readFileSync(example, 'utf8')
    const [, name = '', old = ''] = /image: *((?:docker\.io\/)?maestrops\/[\w-]+):([\w.-]+)/.exec(text) ?? []
    const next = text.replaceAll(`${name}:${old}`, `${name}:999999-1b4198b`)
    expect(bumped('docker-compose.yml', text, { images: `${name}:999999-1b4198b` })).toBe(next)
    expect(next).not.toBe(text)
  })
})

/** More, where public samples lie beside the project. */
if (folder)
  describe('the samples', () => {
    test.each(samples.filter(name => !REFUSED.test(name)))('%s', name => {
      const path = pathOf(name)
      const text = read(name).toString('utf8')
      const lines = text.split('\n')
      for (const [line, [old, next]] of Object.entries(references[name.slice(0, 3)] ?? {})) {
        expect(lines[Number(line) - 1]).toContain(old)
        lines[Number(line) - 1] = (lines[Number(line) - 1] ?? '').replace(old, next)
      }
      const plan = bump({ [path]: read(name) }, { images })
      const changed = plan.changes[0]?.after ?? text
      expect(changed).toBe(lines.join('\n'))
      expect(plan.refusals).toEqual([])
      expect(bump({ [path]: changed }, { images }).changes).toEqual([])
      const set = plan.matches.map(match => `${path}#${match.path}=${match.old}`)
      expect(set.length === 0 ? text : bumped(path, changed, { set })).toBe(text)
    })

    test.each(samples.filter(name => REFUSED.test(name)))('%s is a template', name => {
      expect(bump({ [name]: read(name) }, { images }).changes).toEqual([])
      const set = [`${name}#a=1`]
      expect(() => bump({ [name]: read(name) }, { set })).toThrow(/which is a template: line/)
    })

    test('a repository without a tag gets one below it', () => {
      const name = samples.find(candidate => candidate.startsWith('058')) ?? ''
      const text = read(name).toString('utf8')
      const repository = '      repository: ecr-public.aws.com/docker/library/haproxy\n'
      expect(text).toContain(repository)
      expect(bumped(name, text, { images: 'ecr-public.aws.com/docker/library/haproxy:3.0.1' })).toBe(
        text.replace(repository, `${repository}      tag: 3.0.1\n`),
      )
    })
  })
