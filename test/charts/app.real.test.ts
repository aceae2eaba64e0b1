import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import { type Manifest, manifestsIn, validateManifests } from '../support/kubernetes/validate.ts'
import { charts, lint, refusal, render } from './helm.ts'

const LEAST = 'ci/least-values.yaml'
const FULL = 'ci/full-values.yaml'
const cases = readdirSync(join(charts, 'app/ci'))

/** Parts of a manifest that the tests look at. */
interface Shape extends Manifest {
  readonly spec: {
    readonly template: { readonly spec: PodSpec; readonly metadata: { readonly labels: object } }
    readonly replicas?: number
  }
}
interface PodSpec {
  readonly automountServiceAccountToken: boolean
  readonly securityContext: object
  readonly containers: readonly { readonly image: string; readonly securityContext: object }[]
}

async function rendered(...values: Parameters<typeof render>[1][]): Promise<Shape[]> {
  return manifestsIn(await render('app', ...values)) as Shape[]
}
const only = (manifests: readonly Shape[], kind: string): Shape => manifests.find(one => one.kind === kind)!

test.each(cases)('%s passes lint and the schemas of Kubernetes', async file => {
  expect(await lint('app', `ci/${file}`)).toContain('0 chart(s) failed')
  expect(await validateManifests({ [file]: await render('app', `ci/${file}`) })).toEqual([])
})

test('older and newer versions of Kubernetes take it, too', async () => {
  const text = await render('app', FULL)
  for (const version of ['1.31.0', '1.33.0', '1.37.0'])
    expect(await validateManifests({ full: text }, version)).toEqual([])
})

test('what is not asked for is not there', async () => {
  const kinds = (manifests: readonly Manifest[]) => manifests.map(({ kind }) => kind).sort()
  expect(kinds(await rendered(LEAST))).toEqual([
    ...['Deployment', 'NetworkPolicy', 'Pod', 'PodDisruptionBudget', 'Service', 'ServiceAccount'],
  ])
  expect(kinds(await rendered(FULL))).toEqual([
    ...['Deployment', 'HorizontalPodAutoscaler', 'Ingress', 'NetworkPolicy', 'Pod', 'PodDisruptionBudget'],
    ...['Service', 'Service', 'ServiceAccount', 'ServiceMonitor'],
  ])
})

// Kubernetes, "Pod Security Standards", restricted.
test('every pod is as restricted as it can be', async () => {
  const manifests = await rendered(LEAST)
  const pods = [
    only(manifests, 'Deployment').spec.template.spec,
    only(manifests, 'Pod').spec as unknown as PodSpec,
  ]
  for (const pod of pods) {
    expect(pod.automountServiceAccountToken).toBe(false)
    expect(pod.securityContext).toMatchObject({
      runAsNonRoot: true,
      seccompProfile: { type: 'RuntimeDefault' },
    })
    for (const { securityContext } of pod.containers)
      expect(securityContext).toEqual({
        allowPrivilegeEscalation: false,
        readOnlyRootFilesystem: true,
        capabilities: { drop: ['ALL'] },
      })
  }
})

test('an image is named by its digest where that is known', async () => {
  const image = async (...values: Parameters<typeof rendered>) =>
    only(await rendered(...values), 'Deployment').spec.template.spec.containers[0]?.image
  const digest = `sha256:${'0123456789abcdef'.repeat(4)}`
  expect(await image(LEAST)).toBe('registry.example.com/shop/web:412-9be1f0a')
  expect(await image(FULL)).toBe(`localhost:5000/shop/web:412-9be1f0a@${digest}`)
  expect(await image('ci/digest-values.yaml')).toMatch(/shop\/web@sha256:/)
})

test('a new image changes the Deployment and nothing else', async () => {
  const [before, after] = [await rendered(FULL), await rendered(FULL, { image: { tag: '413-1111111' } })]
  const changed = after.filter((one, index) => JSON.stringify(one) !== JSON.stringify(before[index]))
  expect(changed.map(({ kind }) => kind)).toEqual(['Deployment'])
})

test('autoscaling and a fixed number of replicas do not fight', async () => {
  expect(only(await rendered(LEAST), 'Deployment').spec.replicas).toBe(2)
  expect(only(await rendered(FULL), 'Deployment').spec.replicas).toBeUndefined()
})

test('services, their monitor and their guards choose the same pods', async () => {
  const manifests = await rendered(FULL)
  const { labels } = only(manifests, 'Deployment').spec.template.metadata
  const selectors = manifests.flatMap(({ kind, spec }) => {
    const given = spec as unknown as Record<string, { matchLabels?: object }>
    if (kind === 'Service') return [given.selector]
    if (kind === 'NetworkPolicy') return [given.podSelector?.matchLabels]
    return kind === 'PodDisruptionBudget' || kind === 'Deployment' ? [given.selector?.matchLabels] : []
  })
  expect(selectors).toHaveLength(5)
  for (const selector of selectors) expect(labels).toMatchObject(selector ?? { none: true })
})

describe('who may call', () => {
  const callers = async (...values: Parameters<typeof rendered>) => {
    const { spec } = only(await rendered(...values), 'NetworkPolicy') as unknown as {
      spec: { ingress: { ports: { port: number }[]; from?: object[] }[] }
    }
    return spec.ingress.map(({ ports, from }) => [...ports.map(({ port }) => port), from])
  }
  const labelled = (name: string) => ({
    podSelector: { matchLabels: expect.objectContaining({ 'app.kubernetes.io/name': name }) },
  })
  const prometheus = {
    namespaceSelector: { matchLabels: { 'kubernetes.io/metadata.name': 'monitoring' } },
  }
  test('by default the pods of the namespace', async () => {
    expect(await callers(LEAST)).toEqual([[8080, [{ podSelector: {} }]]])
  })
  test('with an ingress everybody', async () => {
    expect(await callers(LEAST, { ingress: { enabled: true, hosts: [{ host: 'a.test' }] } })).toEqual([
      [8080, undefined],
    ])
  })
  test('else who is named, the replicas, the test, and Prometheus', async () => {
    const named = [labelled('kv'), labelled('kv-test'), { ipBlock: { cidr: '10.0.0.0/16' } }]
    expect(await callers(FULL, { internalPort: 0 })).toEqual([
      [8080, named],
      [8080, [prometheus]],
    ])
  })
  test('the internal port replicas and Prometheus alone, and no Ingress leads there', async () => {
    expect((await callers(FULL)).at(-1)).toEqual([8081, [labelled('kv'), prometheus]])
    const manifests = await rendered(FULL)
    const { spec } = only(manifests, 'NetworkPolicy') as unknown as {
      spec: { egress: { ports: { port: number }[]; to: object[] }[] }
    }
    const toReplicas = spec.egress.filter(({ to }) => JSON.stringify(to).includes('"kv"'))
    expect(toReplicas.map(({ ports }) => ports)).toEqual([[{ port: 8081 }]])
    expect(JSON.stringify(only(manifests, 'Ingress'))).not.toContain('internal"')
    expect(only(manifests, 'ServiceMonitor').spec).toMatchObject({ endpoints: [{ port: 'internal' }] })
  })
})

test.each<[string, Record<string, unknown>, RegExp]>([
  ['no image', { image: { repository: '' } }, /image\/repository/],
  ['neither tag nor digest', { image: { repository: 'acme/shop', tag: '' } }, /image/],
  [
    'a tag that YAML takes for a number',
    { image: { repository: 'acme/shop', tag: 1.1 } },
    /image\/tag.*got number, want string/s,
  ],
  ['the tag that moves', { image: { repository: 'acme/shop', tag: 'latest' } }, /image\/tag/],
  ['a tag in the repository', { image: { repository: 'acme/shop:1', tag: '1' } }, /image\/repository/],
  ['half a digest', { image: { repository: 'acme/shop', digest: 'sha256:abc' } }, /image\/digest/],
  ['a name that is spelt wrong', { replicaCount: 3 }, /additional properties 'replicaCount' not allowed/],
  ['words for a number', { replicas: 'three' }, /replicas.*got string, want integer/s],
  ['a port out of range', { port: 70000 }, /port/],
  ['one port for two', { internalPort: 8080 }, /internalPort is 8080, and so is port/],
  ['a variable that is no text', { env: { LIMIT: 1000000 } }, /env\/LIMIT.*got number, want string/s],
  ['an ingress for no host', { ingress: { enabled: true } }, /ingress\/hosts/],
  ['an ingress that is no switch', { ingress: { enabled: 'yes please' } }, /ingress\/enabled/],
  ['root', { runAsUser: 0 }, /runAsUser/],
  ['a budget that lets no node be emptied', { podDisruptionBudget: { maxUnavailable: 0 } }, /maxUnavailable/],
  [
    'more at least than at most',
    { autoscaling: { enabled: true, minReplicas: 9 } },
    /minReplicas is 9, which is more than/,
  ],
  [
    'nothing to scale by',
    { autoscaling: { enabled: true, cpu: null } },
    /autoscaling.cpu or autoscaling.memory/,
  ],
  ['a share above one', { tracing: { ratio: 10 } }, /tracing\/ratio/],
])('%s is refused', async (_, values, why) => {
  const base = { image: { repository: 'acme/shop', tag: '1' } }
  expect(await refusal('app', { ...base, ...values })).toMatch(why)
})
