import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { stringify } from 'yaml'
import { exec } from '../../toolkit/exec/exec.ts'
import { program } from '../support/programs/program.ts'

/** The folder of the charts. */
export const charts = join(fileURLToPath(import.meta.url), '../../../charts')

/** Where values come from: a file of the chart, or data. */
export type Values = string | Readonly<Record<string, unknown>>

/** Renders a chart as release `shop` in namespace `shop`. @throws ExecError where Helm refuses. */
export async function render(chart: string, ...values: readonly Values[]): Promise<string> {
  const { files, input } = split(chart, values)
  const args = ['template', 'shop', join(charts, chart), '--namespace', 'shop', ...files]
  return (await exec(await program('helm'), args, { input })).stdout
}

/** Has Helm look over a chart; warnings count. @throws ExecError where it finds something. */
export async function lint(chart: string, ...values: readonly Values[]): Promise<string> {
  const { files, input } = split(chart, values)
  return (await exec(await program('helm'), ['lint', '--strict', join(charts, chart), ...files], { input }))
    .stdout
}

/** Why Helm refuses values. @throws Error where it does not. */
export async function refusal(chart: string, ...values: readonly Values[]): Promise<string> {
  const { files, input } = split(chart, values)
  const args = ['template', 'shop', join(charts, chart), ...files]
  const { code, stderr } = await exec(await program('helm'), args, { input, accept: 'any' })
  if (code === 0) throw new Error('Helm took these values')
  return stderr
}

function split(chart: string, values: readonly Values[]) {
  const named = values.filter(one => typeof one === 'string')
  const data = values.filter(one => typeof one !== 'string')
  const files = named.flatMap(file => ['--values', join(charts, chart, file)])
  return { files: [...files, '--values', '-'], input: stringify(Object.assign({}, ...data)) }
}
