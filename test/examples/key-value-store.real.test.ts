import { join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import { root } from '../../scripts/actions.ts'
import { exec } from '../../toolkit/exec/exec.ts'

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
})
