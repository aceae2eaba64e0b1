import { mkdtempDisposable, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from '@jest/globals'
import { leaked, viewsOf } from '../../../test/support/plans/leaks.ts'
import { runAction } from '../../../test/support/runner.ts'

const SECRETS = ['c0rrect-h0rse"b4ttery', '<b>K3yH7ml&amp;4</b>', '`*_K3yM4rk_*`](x)|']

/** What Infracost says of a root module whose resources are called by secrets. */
function costs(secrets: readonly string[], monthlyCost: string): string {
  const resources = secrets.map(secret => ({
    name: `aws_instance.web[${JSON.stringify(secret)}]`,
    monthlyCost,
    costComponents: [
      { name: `Usage (${secret})`, unit: 'hours', price: '1', monthlyQuantity: '1', monthlyCost },
    ],
  }))
  const totalMonthlyCost = String(Number(monthlyCost) * secrets.length)
  const project = {
    name: `infra ${secrets[0]}`,
    metadata: { path: 'infra', type: 'terraform_dir' },
    breakdown: { resources, totalMonthlyCost },
  }
  return JSON.stringify({ version: '0.2', currency: 'USD', projects: [project], totalMonthlyCost })
}

test('secrets of the environment do not leave by ready costs, nor by their baseline', async () => {
  await using folder = await mkdtempDisposable(join(tmpdir(), 'costs-'))
  const [now, before] = [join(folder.path, 'now.json'), join(folder.path, 'before.json')]
  await writeFile(now, costs(SECRETS.slice(0, 2), '10'))
  await writeFile(before, costs(SECRETS.slice(1), '7'))
  const run = await runAction('infracost', {
    inputs: { json: now, baseline: before, comment: 'never' },
    env: Object.fromEntries(SECRETS.map((secret, index) => [`S${index}_PASSWORD`, secret])),
  })
  const { outputs, summary, log, rawStdout, annotations } = run
  expect({ code: run.code, log }).toMatchObject({ code: 0 })
  expect(outputs['monthly-cost']).toBe('20')
  expect(summary).toContain('aws_instance.web')
  const said = rawStdout.replace(/^::add-mask::.*$/gm, '')
  const views = viewsOf([said, log, summary, JSON.stringify([outputs, annotations])].join('\n'))
  expect(leaked(views, SECRETS)).toEqual([])
})
