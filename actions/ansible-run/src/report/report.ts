import { writeFile } from 'node:fs/promises'
import { isAbsolute, join, relative } from 'node:path'
import type { World } from '../../../../toolkit/action/run.ts'
import type { Report } from '../../../../toolkit/action/spec.ts'
import { publishSections } from '../../../../toolkit/comment/publish.ts'
import type { Played } from '../played.ts'
import type { AnsibleInputs, spec } from '../spec.ts'
import { resultLines } from './lines.ts'
import { alike, type Outcome, outcomeOf, type TaskResult, totals } from './outcome.ts'
import { sectionOf, summaryOf } from './section.ts'
import { failureOf, type Mistake, mistakeOf, reason, some } from './verdict.ts'

/** What the report tells of a step. */
export interface Told {
  /** Relative to the workspace. */
  readonly playbook: string
  readonly check: boolean
  readonly outcome: Outcome
  readonly mistake: Mistake | undefined
  /** What changed in the run that must change nothing; undefined where there was none. */
  readonly again: readonly TaskResult[] | undefined
  /** Why the step fails. */
  readonly failure: string | undefined
  /** `ansible/site.yml:7` from what Ansible tells as a task's place. */
  readonly place: (path: string) => string
}

/** Judges what was played and tells the log, the annotations, the comment, the outputs and the job summary. */
export async function reportOf(
  { attempts, second }: Played,
  inputs: AnsibleInputs,
  world: World,
): Promise<Report<typeof spec>> {
  const outcome = redacted(outcomeOf(attempts), world)
  const mistake = mistakeOf(attempts.at(-1)!, outcome)
  const told: Told = {
    playbook: inputs.playbook,
    check: inputs.check || inputs['dry-run'],
    outcome,
    mistake,
    ...judge(outcome, mistake, second, world),
    place: path => placeFrom(path, world.context.workspace),
  }
  annotate(told, world)
  const published = await publishSections([sectionOf(told)], wishOf(told, inputs), world)
  const failure = [told.failure, published.failure].filter(text => text !== undefined).join('; ')
  const sums = totals(outcome.recap)
  return {
    outputs: {
      ok: sums.ok,
      changed: sums.changed,
      failed: sums.failures,
      unreachable: sums.unreachable,
      recap: JSON.stringify(recapOutput(outcome.recap)),
      results: await keepResults([...attempts, ...(second ? [second] : [])], world),
      'comment-url': published.url,
    },
    summary: summaryOf(told),
    ...(failure !== '' && { failure }),
  }
}

function judge(
  outcome: Outcome,
  mistake: Mistake | undefined,
  second: Played['second'],
  world: World,
): Pick<Told, 'again' | 'failure'> {
  const failures = [mistake?.message, failureOf(outcome)].filter(text => text !== undefined)
  const failure = failures.length > 0 ? failures.join('; ') : undefined
  if (second === undefined) return { again: undefined, failure }
  const repeated = redacted(outcomeOf([second]), world)
  const again = repeated.results.filter(({ changed }) => changed)
  const broken = mistakeOf(second, repeated)?.message ?? failureOf(repeated)
  if (broken !== undefined) return { again, failure: `played a second time, it failed: ${broken}` }
  if (again.length === 0) return { again, failure: undefined }
  const names = alike(again).map(({ result, hosts }) => `'${result.of.name}' on ${some(hosts)}`)
  const more = names.length > 5 ? `; and ${names.length - 5} more` : ''
  return {
    again,
    failure: `the playbook is not idempotent: played a second time, it changed ${names.slice(0, 5).join('; ')}${more}`,
  }
}

/** In check mode by default; `always` also after a real run. */
function wishOf(told: Told, inputs: AnsibleInputs) {
  const { comment } = inputs
  const { changed, failures, unreachable } = totals(told.outcome.recap)
  return {
    comment: comment !== 'always' && !told.check ? ('never' as const) : comment,
    key: inputs['comment-key'],
    token: inputs['github-token'],
    dryRun: inputs['dry-run'],
    news: changed + failures + unreachable > 0 || told.failure !== undefined,
  }
}

function annotate({ outcome, mistake, again, place }: Told, { log }: World): void {
  const at = (path: string) => {
    const [, file = '', line] = /^(.*):(\d+)$/.exec(place(path)) ?? []
    return file === '' || isAbsolute(file) ? {} : { file, line: Number(line) }
  }
  for (const { result, hosts } of alike(outcome.fatal))
    log.error(`${some(hosts)}: ${reason(result)}`, { title: result.of.name, ...at(result.of.path) })
  if (mistake?.file !== undefined)
    log.error(mistake.message, { title: 'Ansible', ...at(`${mistake.file}:${mistake.line}`) })
  for (const { result, hosts } of alike(again ?? []))
    log.warning(`${some(hosts)}: changed again when played a second time`, {
      title: result.of.name,
      ...at(result.of.path),
    })
  for (const pattern of outcome.recap.size > 0 ? outcome.unmatched : [])
    log.warning(`a play was skipped: no host of the inventory is matched by 'hosts: ${pattern}'`)
}

function recapOutput(recap: Outcome['recap']): object {
  const hosts = [...recap].map(([host, { failures, ...counts }]) => [host, { ...counts, failed: failures }])
  return Object.fromEntries(hosts)
}

function placeFrom(path: string, workspace: string): string {
  const inside = relative(workspace, path)
  return inside.startsWith('..') ? path : inside
}

async function keepResults(attempts: Parameters<typeof resultLines>[0], world: World): Promise<string> {
  const path = join(await world.jobFolder(), 'ansible-results.jsonl')
  await writeFile(path, resultLines(attempts, world.secrets.redact), { mode: 0o600 })
  return path
}

function redacted(outcome: Outcome, { secrets }: World): Outcome {
  const hide = <T extends object>(value: T): T =>
    JSON.parse(JSON.stringify(value), (_, one) => (typeof one === 'string' ? secrets.redact(one) : one)) as T
  return { ...outcome, results: hide(outcome.results), fatal: hide(outcome.fatal) }
}
