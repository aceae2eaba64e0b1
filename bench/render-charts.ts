/** How long it takes to render every chart for every environment, and to validate what comes out. */
import { mkdtempDisposable, readdir, readFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { searchPath } from '../rehearsal/eks/programs.ts'
import { scaffold } from '../scripts/scaffold.ts'
import { validateManifests } from '../test/support/kubernetes/validate.ts'
import { program } from '../test/support/programs/program.ts'
import { exec } from '../toolkit/exec/exec.ts'
import { median, type Row } from './row.ts'

const ROUNDS = 3
const ENVIRONMENTS = ['staging', 'production']

/** The row of the table. */
export async function renderChartsRows(): Promise<Row[]> {
  await using place = await mkdtempDisposable(join(tmpdir(), 'bench-charts-'))
  const repository = join(place.path, 'manifests')
  await scaffold('eks/manifests-repo', repository)
  const env = { ...process.env, PATH: await searchPath() }
  const times: number[] = []
  for (let round = 0; round < ROUNDS; round++) {
    const started = performance.now()
    const texts = await Promise.all(
      ENVIRONMENTS.map(environment => render(repository, environment, join(place.path, environment), env)),
    )
    const problems = await validateManifests(Object.assign({}, ...texts))
    times.push(performance.now() - started)
    if (problems.length > 0) throw new Error(problems.join('\n'))
  }
  return [
    {
      what: 'all charts and kustomizations rendered for both environments, and validated',
      ours: median(times),
      beside: 'the most that is allowed',
      theirs: 20_000,
      bound: 1,
    },
  ]
}

/** The manifests of an environment, by a name for each: its applications as the checks render them, and the monitoring. */
async function render(
  cwd: string,
  environment: string,
  out: string,
  env: NodeJS.ProcessEnv,
): Promise<Record<string, string>> {
  await exec('bash', ['scripts/render', environment, out], { cwd, env })
  const monitoring = ['template', 'monitoring', 'charts/monitoring', '--namespace', 'monitoring']
  const { stdout } = await exec(await program('helm'), monitoring, { cwd, env })
  const texts = await Promise.all(
    (await readdir(out)).map(async file => [
      `${environment} ${file}`,
      await readFile(join(out, file), 'utf8'),
    ]),
  )
  return { [`${environment} monitoring`]: stdout, ...Object.fromEntries(texts) }
}
