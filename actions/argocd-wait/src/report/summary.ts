import { htmlCode, link, quietLine } from '../../../../toolkit/markdown/html.ts'
import { codeCell, codeSpan } from '../../../../toolkit/markdown/text.ts'
import { visibleLine } from '../../../../toolkit/markdown/visible.ts'
import type { Problem } from './problems.ts'
import type { Status } from './status.ts'
import { duration, resourceName, short } from './words.ts'

const MOST_PROBLEMS = 20

/** What a step waited for. */
export interface Wanted {
  /** The commit; undefined: the newest one of what each application follows. */
  readonly revision: string | undefined
  /** Seconds that the step waited. */
  readonly seconds: number
  /** Whether it only looked. */
  readonly dryRun: boolean
}

/** The job summary. */
export function summaryOf(statuses: readonly Status[], wanted: Wanted): string {
  const missing = statuses.filter(({ live }) => !live)
  return [
    heading(statuses, missing, wanted),
    ...(statuses.length > 1 || missing.length === 0 ? [table(statuses)] : []),
    ...missing.flatMap(status => detail(status, wanted.dryRun)),
  ].join('\n\n')
}

function heading(statuses: readonly Status[], missing: readonly Status[], wanted: Wanted): string {
  const commit = wanted.revision === undefined ? 'The newest commit' : codeSpan(short(wanted.revision))
  const [only] = statuses
  const where = statuses.length === 1 && only ? codeSpan(only.application) : `${statuses.length} applications`
  if (wanted.dryRun) return `### 🔍 Looked at ${where}, without waiting for ${commit}`
  const took = duration(wanted.seconds)
  if (missing.length === 0) return `### ✅ ${commit} is live in ${where} · ${took}`
  const [first] = missing
  const lacking =
    missing.length === 1 && first ? codeSpan(first.application) : `${missing.length} of ${where}`
  return `### ❌ ${commit} is not live in ${lacking} · ${took}`
}

function table(statuses: readonly Status[]): string {
  const rows = statuses.map(({ application, url, sync, health, phase, revision, seconds, live }) =>
    [
      `${live ? '✅' : '❌'} ${link(url, htmlCode(application))}`,
      codeCell(visibleLine(revision.split(',').map(short).join(', ') || '–')),
      ...[sync, health, phase].map(word => visibleLine(word).replaceAll('|', '\\|') || '–'),
      live ? duration(seconds) : '–',
    ].join(' | '),
  )
  return [
    '| application | revision | sync | health | last sync | after |',
    '| --- | --- | --- | --- | --- | ---: |',
    ...rows.map(row => `| ${row} |`),
  ].join('\n')
}

function detail(
  { application, url, reason, sync, health, phase, revision, problems }: Status,
  dryRun: boolean,
) {
  const state = [
    sync && `**${quietLine(sync)}**`,
    revision && `at ${codeSpan(revision.split(',').map(short).join(', '))}`,
    health && `· **${quietLine(health)}**`,
    phase && `· last sync **${quietLine(phase)}**`,
  ].filter(Boolean)
  return [
    `> [!${dryRun ? 'NOTE' : 'CAUTION'}]\n> ${link(url, htmlCode(application))}: ${quietLine(reason)}`,
    ...(state.length > 0 ? [state.join(' ')] : []),
    ...(problems.length > 0 ? [problemTable(problems)] : []),
  ]
}

function problemTable(problems: readonly Omit<Problem, 'uid'>[]): string {
  const shown = problems.slice(0, MOST_PROBLEMS)
  const rows = shown.map(
    problem =>
      `| ${codeCell(visibleLine(resourceName(problem)))} | ${quietLine(problem.state)} | ${quietLine(problem.message)} |`,
  )
  const left = problems.length - shown.length
  return [
    '| resource | state | what it says |',
    '| --- | --- | --- |',
    ...rows,
    ...(left > 0 ? [`| and ${left} more | | |`] : []),
  ].join('\n')
}
