import { setTimeout as sleep } from 'node:timers/promises'
import { expect, test } from '@jest/globals'
import { type Fault, SECONDARY_RATE_LIMIT } from '../../../test/support/github/faults.ts'
import { type Job, plan, runJobs, type Said } from './jobs.ts'
import { COMMENTS, REPOSITORY, startStage, writesOf } from './stage.ts'

const JOBS = 20
const SEEDS = (process.env.SEEDS ?? '1').split(',').map(Number)

type Stage = Awaited<ReturnType<typeof startStage>>
const directoriesOf = (count: number) =>
  Array.from({ length: count }, (_, n) => `live/root-${String(n).padStart(2, '0')}`)

/** One job for each root module, each with a runner of its own. */
function jobs(stage: Stage, run: number, seed: number, count = JOBS, more: Partial<Job> = {}): Job[] {
  return directoriesOf(count).map((directory, n) => ({
    token: stage.token,
    number: 1,
    run,
    head: String(run).repeat(40).slice(0, 40),
    sections: [plan(directory, { overview: `run ${run}` })],
    runner: `runner-${run}-${n}`,
    seed: seed * 1000 + run * 100 + n,
    ...more,
  }))
}

/** Runs them, and says what it took. */
async function race(what: string, stage: Stage, all: Job[]): Promise<{ said: Said[]; writes: number }> {
  const [writes, requests, from] = [writesOf(stage.github), stage.github.requests.length, performance.now()]
  const said = await runJobs(stage.github, all)
  const took = Math.round((performance.now() - from) / 1000)
  const written = writesOf(stage.github) - writes
  const read = stage.github.requests.length - requests - written
  const failed = said.filter(({ outcome }) => outcome === undefined)
  console.info(`${what}: ${all.length} jobs, ${written} writes, ${read} reads, ${took} s`, ...failed)
  expect(failed).toEqual([])
  return { said, writes: written }
}

const expected = (run: number, count = JOBS) => directoriesOf(count).map(directory => `${directory} ${run}`)

const slow = (stage: Stage) => stage.github.latency({ path: COMMENTS, before: [20, 150], after: [20, 150] })

test.each(SEEDS)(
  `${JOBS} processes at one moment, on nothing and on what stands there (seed %i)`,
  async seed => {
    await using stage = await startStage()
    slow(stage)
    for (const run of [1, 2]) {
      stage.github.limitWrites({ writes: 80 })
      const { writes } = await race(`run ${run}`, stage, jobs(stage, run, seed))
      expect(await stage.standing()).toEqual(expected(run))
      expect(writes).toBeLessThanOrEqual(60)
    }
  },
)

const FAULTS: Partial<Fault>[] = [
  { status: 500, times: 3 },
  { cut: 'after', times: 4 },
  { cut: true, times: 2 },
  { status: 429, headers: { 'retry-after': '1' }, times: 3 },
  { ...SECONDARY_RATE_LIMIT, times: 3 },
]

test.each(SEEDS)('the same with a server that fails all the time (seed %i)', async seed => {
  await using stage = await startStage()
  slow(stage)
  for (const run of [1, 2]) {
    stage.github.limitWrites({ writes: 80 })
    for (const method of ['POST', 'PATCH', 'DELETE', 'GET'])
      for (const fault of FAULTS) stage.github.fault({ method, path: COMMENTS, ...fault })
    await race(`run ${run} with faults`, stage, jobs(stage, run, seed))
    expect(await stage.standing()).toEqual(expected(run))
  }
})

test.each(SEEDS)('a server that lets few writes pass (seed %i)', async seed => {
  await using stage = await startStage()
  slow(stage)
  stage.github.limitWrites({ writes: 12, window: 4_000, status: 429 })
  await race('few writes', stage, jobs(stage, 1, seed))
  expect(await stage.standing()).toEqual(expected(1))
})

test.each(SEEDS)('two runs at one time: the newer one stands (seed %i)', async seed => {
  await using stage = await startStage()
  slow(stage)
  stage.github.limitWrites({ writes: 80 })
  const half = JOBS / 2
  await race('first', stage, jobs(stage, 1, seed, half))
  const both = [...jobs(stage, 3, seed, half), ...jobs(stage, 2, seed, half)]
  const { said } = await race('two runs', stage, both)
  expect(await stage.standing()).toEqual(expected(3, half))
  expect(said.slice(0, half).every(({ outcome }) => outcome === 'updated')).toBe(true)
})

test.each(SEEDS)('the comment is deleted by hand in the middle (seed %i)', async seed => {
  await using stage = await startStage()
  slow(stage)
  const half = JOBS / 2
  await race('before', stage, jobs(stage, 1, seed, half))
  const [comment] = await stage.comments()
  const patches = () => stage.requests().filter(method => method === 'PATCH').length
  const enough = patches() + 4
  const racing = race('deleted', stage, jobs(stage, 2, seed, half))
  while (patches() < enough) await sleep(50)
  await stage.rest.issues.deleteComment({ ...REPOSITORY, comment_id: comment?.id ?? 0 })
  await racing
  const standing = await stage.standing()
  expect(standing.filter(text => text.endsWith(' 2'))).toEqual(expected(2, half))
})
