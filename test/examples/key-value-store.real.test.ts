import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import { root } from '../../scripts/actions.ts'
import { exec } from '../../toolkit/exec/exec.ts'
import { readSettings } from '../../workflows-examples/eks/source-repo/kv/src/settings.ts'
import { readOtelSettings } from '../../workflows-examples/eks/source-repo/kv/src/telemetry/otel-settings.ts'
import { manifestsIn } from '../support/kubernetes/validate.ts'
import { program } from '../support/programs/program.ts'

const service = join(root, 'workflows-examples/eks/source-repo/kv')

describe('the key-value store of the EKS example', () => {
  test('has no type errors by its own settings', async () => {
    const compiler = join(root, 'node_modules/typescript/bin/tsc')
    const { stdout } = await exec(process.execPath, [compiler, '--project', service])
    expect(stdout).toBe('')
  })

  test('passes its own tests, several processes on loopback', async () => {
    const tests = ['--test', '--test-reporter=tap', 'test/*.test.ts']
    // Node's test runner takes itself for one of its own children where this variable stands.
    const { NODE_TEST_CONTEXT: _unset, NODE_OPTIONS: _options, ...env } = process.env
    const { code, stdout } = await exec(process.execPath, tests, { cwd: service, env, accept: 'any' })
    expect({ code, failed: stdout.split('\n').filter(line => /^\s*not ok/.test(line)) }).toEqual({
      code: 0,
      failed: [],
    })
    expect(stdout).toMatch(/^# pass [1-9]\d$/m)
    expect(stdout).toMatch(/^# skipped 0$/m)
  })

  // The same service, in plain manifests and by the chart.
  test.each(['app-a', 'kv'])('understands what the manifests of %s set', async name => {
    const { spec } = await deploymentOf(name)
    const [{ env = [], ports = [] } = {}] = spec.template.spec.containers
    const settings = readSettings(Object.fromEntries(env.map(({ name, value = name }) => [name, value])))
    expect(settings).toMatchObject({ port: 8080, internalPort: 8081, copies: 2 })
    expect(settings.peers).toEqual([{ host: expect.stringMatching(`^${name}-peers`), port: 8081 }])
    expect(ports.map(({ containerPort }) => containerPort)).toEqual([settings.port, settings.internalPort])
    const otel = readOtelSettings(Object.fromEntries(env.map(({ name, value }) => [name, value])), {})
    expect(otel).toMatchObject({ endpoint: 'http://jaeger.monitoring:4318' })
  })
})

interface Deployment {
  readonly spec: {
    readonly template: {
      readonly spec: {
        readonly containers: readonly {
          readonly env?: readonly { readonly name: string; readonly value?: string }[]
          readonly ports?: readonly { readonly containerPort: number }[]
        }[]
      }
    }
  }
}

/** As it runs in production. */
async function deploymentOf(name: string): Promise<Deployment> {
  const folder = join(root, 'workflows-examples/eks/manifests-repo')
  const environment = join(folder, 'environments/production', name)
  const values = [join(folder, 'manifests', name, 'values.yaml'), join(environment, 'values.yaml')]
  const { stdout } = existsSync(join(environment, 'kustomization.yaml'))
    ? await exec(await program('kustomize'), ['build', environment])
    : await exec(await program('helm'), [
        ...['template', name, join(root, 'charts/app'), '--namespace', 'production'],
        ...values.flatMap(file => ['--values', file]),
      ])
  return manifestsIn(stdout).find(({ kind }) => kind === 'Deployment') as unknown as Deployment
}
