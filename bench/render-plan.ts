/** How long a large plan takes from its file to the section of a comment, and how much memory. */
import { execFile } from 'node:child_process'
import { mkdtemp, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { writeLargePlan } from '../test/support/plans/large.ts'
import { median, type Row } from './row.ts'

const ROUNDS = 7
const MEBIBYTE = 2 ** 20

// Each takes more than 50 MB: below that, Node itself takes most of the memory.
const plans = [
  { name: 'all kinds of changes', resources: 5000, kinds: { create: 3, update: 4, replace: 2, delete: 1 } },
  { name: 'creates only', resources: 8000, kinds: { create: 1 } },
  { name: 'updates only', resources: 5000, kinds: { update: 1 } },
  { name: 'mostly no-ops', resources: 5000, kinds: { 'no-op': 9, update: 1 } },
] as const

/** Rows for plans of thousands of resources: time beside `JSON.parse`, peak memory beside the file's size. */
export async function renderPlanRows(): Promise<Row[]> {
  const folder = await mkdtemp(join(tmpdir(), 'bench-plan-'))
  try {
    const rows: Row[] = []
    for (const { name, resources, kinds } of plans) {
      const path = join(folder, 'plan.json')
      writeLargePlan(path, { resources, seed: 1, kinds })
      rows.push(...(await rowsOf(path, `${resources} resources, ${name}`)))
    }
    return rows
  } finally {
    await rm(folder, { recursive: true })
  }
}

async function rowsOf(path: string, name: string): Promise<Row[]> {
  const size = (await stat(path)).size / MEBIBYTE
  const parsed: Measured[] = []
  const rendered: Measured[] = []
  for (let round = 0; round < ROUNDS; round++) {
    parsed.push(await measure('parse', path))
    rendered.push(await measure('render', path))
  }
  const what = `plan of ${name}, ${size.toFixed(0)} MiB`
  const time = (runs: readonly Measured[]) => median(runs.map(run => run.milliseconds))
  return [
    {
      what: `${what}: file to section`,
      ours: time(rendered),
      beside: 'JSON.parse of the file',
      theirs: time(parsed),
      bound: 1.5,
    },
    {
      what: `${what}: peak memory (MiB)`,
      ours: Math.max(...rendered.map(run => run.kibibytes / 1024)),
      beside: 'size of the file (MiB)',
      theirs: size,
      bound: 3,
    },
  ]
}

interface Measured {
  readonly milliseconds: number
  readonly kibibytes: number
}

async function measure(how: 'parse' | 'render', path: string): Promise<Measured> {
  const child = join(import.meta.dirname, 'render-plan-child.ts')
  const { stdout } = await promisify(execFile)(process.execPath, [child, how, path])
  return JSON.parse(stdout) as Measured
}
