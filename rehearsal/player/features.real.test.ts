import { describe, expect, test } from '@jest/globals'
import { createPlayer, pushEvent, scheduleEvent, type WorkflowRun } from './player.ts'
import { folderHost } from './test-repository.ts'

const WORKFLOW = '.github/workflows/ci.yml'

async function run(workflow: string, files: Record<string, string> = {}): Promise<WorkflowRun> {
  await using folders = await folderHost()
  const repository = await folders.repository('octo/app', { [WORKFLOW]: workflow, ...files })
  const player = createPlayer({ host: folders.host })
  const { runs } = await player.play(
    await pushEvent(repository, { ref: 'refs/heads/main', actor: 'octocat' }),
  )
  return runs[0]!
}

const last = ({ jobs }: WorkflowRun, id: string) =>
  jobs
    .filter(job => job.id === id)
    .map(job =>
      job.steps
        .filter(step => step.kind === 'run')
        .at(-1)
        ?.log.at(-1),
    )
const ends = ({ jobs }: WorkflowRun) =>
  Object.fromEntries(jobs.map(({ name, conclusion }) => [name, conclusion]))

test('a matrix made by an earlier job, and outputs through two needs', async () => {
  const ran = await run(`
on: push
jobs:
  find:
    runs-on: ubuntu-latest
    outputs: { roots: "\${{ steps.roots.outputs.roots }}", count: "\${{ fromJSON(steps.roots.outputs.roots)[1] }}" }
    steps: [{ id: roots, run: "echo 'roots=[\\"eu\\",\\"us\\"]' >> $GITHUB_OUTPUT" }]
  plan:
    needs: find
    runs-on: ubuntu-latest
    strategy: { fail-fast: false, matrix: { root: "\${{ fromJSON(needs.find.outputs.roots) }}" } }
    steps: [{ run: "echo \${{ matrix.root }} \${{ strategy.job-index }} of \${{ strategy.job-total }}; test \${{ matrix.root }} = eu" }]
  report:
    needs: [find, plan]
    if: \${{ always() && needs.find.result == 'success' }}
    runs-on: ubuntu-latest
    steps: [{ run: "echo \${{ needs.plan.result }} \${{ needs.find.outputs.count }} \${{ toJSON(needs.*.result) != '' }}" }]
  never: { needs: plan, runs-on: ubuntu-latest, steps: [{ run: echo }] }
`)
  expect(ends(ran)).toEqual({
    find: 'success',
    'plan (eu)': 'success',
    'plan (us)': 'failure',
    report: 'success',
    never: 'skipped',
  })
  expect(last(ran, 'report')).toEqual(['failure us true'])
  expect(ran.jobs.find(({ name }) => name === 'plan (us)')?.steps[0]?.log).toContain('us 1 of 2')
})

test.each([
  ['of the workflow', 'defaults: { run: { working-directory: infra } }', '', '', 'infra'],
  [
    'of the job, before the workflow',
    'defaults: { run: { working-directory: infra } }',
    'defaults: { run: { working-directory: other } }',
    '',
    'other',
  ],
  [
    'of the step, before both',
    '',
    'defaults: { run: { working-directory: infra } }',
    'working-directory: other',
    'other',
  ],
])('the working directory %s', async (_what, workflow, job, step, expected) => {
  const ran = await run(
    `
on: push
${workflow}
jobs:
  a:
    runs-on: ubuntu-latest
    ${job}
    steps:
      - uses: actions/checkout@v5
      - run: basename "$PWD"
        ${step}
`,
    { 'infra/a.tf': '', 'other/a.tf': '' },
  )
  expect([last(ran, 'a'), ran.conclusion]).toEqual([[expected], 'success'])
})

test('hashFiles tells one state of files from another, and nothing for none', async () => {
  const workflow = `
on: push
jobs:
  a:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v5
      - run: echo "[\${{ hashFiles('**/*.hcl', 'none/*') }}] [\${{ hashFiles('none') }}]"
`
  const [one, same, other] = [
    await run(workflow, { 'x/lock.hcl': '1' }),
    await run(workflow, { 'x/lock.hcl': '1', 'x/y.tf': '' }),
    await run(workflow, { 'x/lock.hcl': '2' }),
  ].map(ran => last(ran, 'a')[0])
  expect(one).toMatch(/^\[[0-9a-f]{64}\] \[\]$/)
  expect(same).toBe(one)
  expect(other).not.toBe(one)
})

describe('a job that fails', () => {
  test('does not fail the run with continue-on-error, which may be an expression', async () => {
    const ran = await run(`
on: push
jobs:
  a:
    runs-on: ubuntu-latest
    strategy: { matrix: { soft: [true] } }
    continue-on-error: \${{ matrix.soft }}
    steps: [{ run: exit 1 }]
  b: { needs: a, runs-on: ubuntu-latest, steps: [{ run: "echo \${{ needs.a.result }}" }] }
`)
    expect(ran.conclusion).toBe('success')
    expect(last(ran, 'b')).toEqual(['success'])
    expect(ran.jobs[0]?.remarks).toContain('Failed, but continue-on-error is set.')
  })

  test('by its time limit is cancelled, and says so', async () => {
    const ran = await run(`
on: push
jobs: { a: { runs-on: ubuntu-latest, timeout-minutes: 0.01, steps: [{ run: exec sleep 30 }] } }
`)
    expect(ends(ran)).toEqual({ a: 'cancelled' })
    expect(ran.jobs[0]?.remarks).toContain('The job has exceeded the maximum execution time of 0.01 minutes.')
    expect(ran.duration).toBeLessThan(20_000)
  })
})

test('one of a concurrency group runs after the other', async () => {
  await using folders = await folderHost()
  const repository = await folders.repository('octo/app', {
    [WORKFLOW]: `
on: push
concurrency: { group: "state-\${{ github.ref }}", cancel-in-progress: false }
jobs: { a: { runs-on: ubuntu-latest, steps: [{ run: sleep 0.5 }] } }
`,
  })
  const player = createPlayer({ host: folders.host })
  const event = await pushEvent(repository, { ref: 'refs/heads/main', actor: 'octocat' })
  const played = await Promise.all([player.play(event), player.play(event), player.play(event)])
  const ran = played.map(({ runs }) => runs[0]!)
  // GitHub keeps one waiting: who comes after takes its place.
  expect(ran.map(({ runNumber, conclusion }) => [runNumber, conclusion])).toEqual([
    [1, 'success'],
    [2, 'cancelled'],
    [3, 'success'],
  ])
  const spans = ran
    .flatMap(({ jobs }) => jobs)
    .map(({ startedAt, duration }) => [startedAt.getTime(), startedAt.getTime() + duration] as const)
    .sort(([a], [b]) => a - b)
  expect(spans).toHaveLength(2)
  expect(spans[1]?.[0]).toBeGreaterThanOrEqual(spans[0]?.[1] ?? Number.NaN)
})

test('a run that failed is begun again under its numbers', async () => {
  await using folders = await folderHost()
  const repository = await folders.repository('octo/app', {
    [WORKFLOW]: `
on: push
jobs: { a: { runs-on: ubuntu-latest, steps: [{ run: "echo $GITHUB_RUN_NUMBER.$GITHUB_RUN_ATTEMPT; test $GITHUB_RUN_ATTEMPT -gt 1" }] } }
`,
  })
  const player = createPlayer({ host: folders.host })
  const event = await pushEvent(repository, { ref: 'refs/heads/main', actor: 'octocat' })
  const { runs } = await player.play(event)
  const [again] = await player.rerun(event, runs)
  expect([runs[0]?.conclusion, again?.conclusion, again?.runId]).toEqual([
    'failure',
    'success',
    runs[0]?.runId,
  ])
  expect(again?.jobs[0]?.steps[0]?.log).toContain('1.2')
  expect(folders.host.runs.find(again?.runId ?? 0)).toMatchObject({ runAttempt: 2, conclusion: 'success' })
  const { runs: next } = await player.play(event)
  expect(next[0]?.runNumber).toBe(2)
})

test('a schedule starts what names its cron line, on the default branch', async () => {
  await using folders = await folderHost()
  const repository = await folders.repository('octo/app', {
    [WORKFLOW]: `
on: { schedule: [{ cron: "17 3 * * *" }, { cron: "0 5 * * 1" }] }
jobs: { a: { runs-on: ubuntu-latest, steps: [{ run: "echo \${{ github.event.schedule }} \${{ github.ref }} \${{ github.event_name }}" }] } }
`,
  })
  const player = createPlayer({ host: folders.host })
  const at = async (cron: string) =>
    (await player.play(await scheduleEvent(repository, { branch: 'main', cron, actor: 'octocat' }))).runs
  expect(last((await at('17 3 * * *'))[0]!, 'a')).toEqual(['17 3 * * * refs/heads/main schedule'])
  expect(await at('0 0 * * *')).toEqual([])
})
