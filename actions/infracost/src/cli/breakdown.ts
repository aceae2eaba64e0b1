import { randomBytes } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join, relative, resolve } from 'node:path'
import type { World } from '../../../../toolkit/action/run.ts'
import { unknownCost } from '../../../../toolkit/cost/cost.ts'
import { parseCosts } from '../../../../toolkit/cost/read.ts'
import type { CostProject, CostReport, Estimate } from '../../../../toolkit/cost/report.ts'
import { ExecError } from '../../../../toolkit/exec/exec.ts'
import type { Mask } from '../../../../toolkit/redact/mask.ts'
import { maskReport } from '../mask.ts'
import type { Infracost } from './find.ts'
import { refusal, refusalIn } from './refusal.ts'

/** What is priced in one run: a root module's code, or its plan. */
export interface Source {
  readonly directory: string
  readonly kind: 'code' | 'plan'
  /** Of code: relative to `root`, so that Infracost tells the directories below it in the same way. */
  readonly path: string
  /** The folder that the code lies in: the workspace, or a checkout of the base branch. */
  readonly root: string
  /** A plan that failed midway: nobody knows what is missing in it. */
  readonly partial?: boolean
  /** Hides what is secret in it. */
  readonly mask: Mask
}

/** How all of them are priced. */
export interface Pricing {
  readonly infracost: Infracost
  readonly apiKey: string
  readonly currency: string | undefined
  /** Absolute. */
  readonly usageFile: string | undefined
  /** Relative to the root of a source. */
  readonly varFiles: readonly string[]
}

// Infracost itself gives up on a price server that hangs after some five minutes.
const TIMEOUT = 15 * 60_000

/**
 * Prices one root module.
 * @throws UserError where Infracost refuses to: a wrong key, no Terraform in that place.
 */
export async function breakdown(source: Source, pricing: Pricing, world: World): Promise<CostReport> {
  const out = join(await world.folder(), `${randomBytes(8).toString('hex')}.json`)
  try {
    await world.exec(pricing.infracost.program, breakdownArgs(source, pricing, out), {
      cwd: source.root,
      env: environment(pricing, world.env),
      signal: world.signal,
      timeout: TIMEOUT,
    })
  } catch (thrown) {
    throw thrown instanceof ExecError ? refusal(thrown, source) : thrown
  }
  const told = parseCosts(await readFile(out, 'utf8'), `the costs of ${source.directory}`)
  const report = maskReport(told, source.mask)
  return { ...report, projects: report.projects.map(project => placed(project, source)) }
}

/** The arguments that price a source into a file. */
export function breakdownArgs({ path, root, kind }: Source, pricing: Pricing, out: string): string[] {
  // Infracost looks for variable files from the root module on.
  const fromModule = (file: string) => relative(resolve(root, path), resolve(root, file))
  const varFiles = kind === 'code' ? pricing.varFiles.map(fromModule) : []
  return [
    'breakdown',
    ...['--path', path, '--format', 'json', '--out-file', out, '--log-level', 'warn', '--no-color'],
    ...(pricing.usageFile === undefined ? [] : ['--usage-file', pricing.usageFile]),
    ...varFiles.flatMap(file => ['--terraform-var-file', file]),
  ]
}

function environment({ apiKey, currency }: Pricing, env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  return {
    ...env,
    INFRACOST_API_KEY: apiKey,
    INFRACOST_SKIP_UPDATE_CHECK: 'true',
    ...(currency !== undefined && { INFRACOST_CURRENCY: currency }),
  }
}

/** Code knows no past, whatever Infracost writes; a plan has one, even where it could not be priced. */
function placed(project: CostProject, source: Source): CostProject {
  const refused = refusalIn(project.errors, source)
  if (refused) throw refused
  if (source.kind === 'code') return { ...project, past: undefined }
  const { directory } = source
  const past = project.past ?? { total: unknownCost, resources: [] }
  const named = { ...project, directory, name: directory, past }
  if (!source.partial) return named
  const errors = [...named.errors, 'planning failed midway, so that resources may be missing']
  return { ...named, errors, now: unsure(named.now), past: unsure(past) }
}

function unsure(estimate: Estimate): Estimate {
  return { ...estimate, total: { ...estimate.total, complete: false } }
}
