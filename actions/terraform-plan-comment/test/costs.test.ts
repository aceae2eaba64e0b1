import { mkdtempDisposable, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from '@jest/globals'
import type { World } from '../../../toolkit/action/run.ts'
import { readAllCosts } from '../src/costs.ts'

const project = (workspace: string, bills: Record<string, string>) => ({
  name: workspace,
  metadata: { path: 'infra', type: 'terraform_dir', terraformWorkspace: workspace },
  breakdown: {
    resources: Object.entries(bills).map(([name, monthlyCost]) => ({
      name,
      monthlyCost,
      costComponents: [{ name: 'hours', monthlyQuantity: '730', price: '1', monthlyCost }],
    })),
  },
})

test('where workspaces of a directory disagree on a cost, none is told, in one file as in several', async () => {
  await using folder = await mkdtempDisposable(join(tmpdir(), 'costs-'))
  const world = { context: { workspace: folder.path } } as World
  const projects = [project('dev', { 'x.a': '5', 'x.b': '1' }), project('prod', { 'x.a': '5', 'x.b': '9' })]
  const files = { both: projects, dev: projects.slice(0, 1), prod: projects.slice(1) }
  for (const [name, some] of Object.entries(files))
    await writeFile(
      join(folder.path, name),
      JSON.stringify({ version: '0.2', currency: 'USD', projects: some }),
    )
  for (const names of [['both'], ['dev', 'prod']])
    expect([...(await readAllCosts(names, world))]).toEqual([['infra', new Map([['x.a', '$5.00/month']])]])
  expect((await readAllCosts(['dev'], world)).get('infra')?.get('x.b')).toBe('$1.00/month')
})
