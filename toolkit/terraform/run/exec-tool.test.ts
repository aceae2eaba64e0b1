import { expect, test } from '@jest/globals'
import type { ExecOptions } from '../../exec/exec.ts'
import { machine, type RunWorld } from './exec-tool.ts'

test('what a tool says in several passes is one diagnostic, and each place another', async () => {
  const warning = (line: number) =>
    JSON.stringify({
      '@message': 'Warning: deprecated',
      type: 'diagnostic',
      diagnostic: {
        severity: 'warning',
        summary: 'deprecated',
        range: { filename: 'main.tf', start: { line, column: 3 }, end: { line } },
      },
    })
  const exec = async (_program: string, _args: readonly string[], { onLine }: ExecOptions = {}) => {
    for (const line of [warning(3), warning(3), warning(5)]) onLine?.(line, 'stdout')
    return { code: 0, stdout: '', stderr: '' }
  }
  const world = { env: {}, signal: new AbortController().signal, exec } as unknown as RunWorld
  const tool = { name: 'tofu', program: 'tofu', version: '1.12.6' } as const
  const silent = { say: () => {}, sayDiagnostic: () => {} }
  const root = { directory: '.', path: '/' }
  const { diagnostics } = await machine(world, tool, root, 'plan', [], silent, {} as never)
  expect(diagnostics.map(({ line }) => line)).toEqual([3, 5])
})
