import { mkdtempDisposable, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { exec } from '../../../toolkit/exec/exec.ts'
import { program } from '../programs/program.ts'
import type { Manifest } from './validate.ts'

/** Of a PrometheusRule, what Prometheus reads. */
export interface Rules {
  readonly groups: readonly { readonly name: string; readonly rules: readonly object[] }[]
}

/** An alert at a time of the test, such as `15m`, with the labels and annotations that it fires with; none: silent. */
export interface Expected {
  readonly alert: string
  readonly at: string
  readonly fires: readonly {
    readonly labels: Readonly<Record<string, string>>
    readonly annotations: Readonly<Record<string, string>>
  }[]
}

/** The rules of the only PrometheusRule among manifests. */
export function rulesIn(manifests: readonly Manifest[]): Rules {
  const [found, ...more] = manifests.filter(({ kind }) => kind === 'PrometheusRule')
  if (found === undefined || more.length > 0) throw new Error(`${more.length + 1} or no PrometheusRule`)
  return (found as unknown as { readonly spec: Rules }).spec
}

/**
 * Has Prometheus evaluate alerts over series, a sample each minute (`0+80x20`, as promtool writes them).
 * @throws Error with what promtool says where a rule is no rule, or an alert is not as expected.
 */
export async function testAlerts(
  rules: Rules,
  series: Readonly<Record<string, string>>,
  expected: readonly Expected[],
): Promise<void> {
  const tests = {
    rule_files: ['rules.json'],
    evaluation_interval: '1m',
    tests: [
      {
        interval: '1m',
        input_series: Object.entries(series).map(([name, values]) => ({ series: name, values })),
        alert_rule_test: expected.map(({ alert, at, fires }) => ({
          eval_time: at,
          alertname: alert,
          exp_alerts: fires.map(({ labels, annotations }) => ({
            exp_labels: labels,
            exp_annotations: annotations,
          })),
        })),
      },
    ],
  }
  await promtool(['check', 'rules', 'rules.json'], { 'rules.json': rules })
  await promtool(['test', 'rules', 'tests.json'], { 'rules.json': rules, 'tests.json': tests })
}

/** Has Prometheus read the expressions of a dashboard's panels. @throws Error where it cannot read one. @returns them. */
export async function checkDashboard(text: string): Promise<string[]> {
  const { panels } = JSON.parse(text) as { panels: { targets: { expr: string }[] }[] }
  const expressions = panels.flatMap(({ targets }) => targets).map(({ expr }) => expr)
  const rules = expressions.map((expr, index) => ({
    record: `r${index}`,
    expr: expr.replaceAll('$__rate_interval', '5m'),
  }))
  await promtool(['check', 'rules', 'r.json'], { 'r.json': { groups: [{ name: 'g', rules }] } })
  return expressions
}

async function promtool(args: readonly string[], files: Readonly<Record<string, unknown>>): Promise<void> {
  await using folder = await mkdtempDisposable(join(tmpdir(), 'promtool-'))
  for (const [name, content] of Object.entries(files))
    await writeFile(join(folder.path, name), JSON.stringify(content))
  const { code, stdout, stderr } = await exec(await program('promtool'), args, {
    cwd: folder.path,
    accept: 'any',
  })
  if (code !== 0) throw new Error(`promtool ${args.join(' ')}:\n${stdout}\n${stderr}`)
}
