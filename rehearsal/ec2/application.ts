import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { scaffold } from '../../scripts/scaffold.ts'
import { commitsBetween, readCommit } from '../inspect/commits.ts'
import { readImage } from '../inspect/registry.ts'
import { createPlayer, pushEvent, type WorkflowRun } from '../player/player.ts'
import type { Stage } from '../stage.ts'
import { provideBaseImages } from '../stand-ins/provide.ts'
import type { Check, Teller } from '../story.ts'
import { type WorkingCopy, workingCopy } from '../working-copy.ts'
import { type ClaimedImage, checkBump, checkImages } from './verify.ts'

const REPOSITORY = 'maestrops/shop'
const NAMESPACE = 'maestrops'
const COMPOSE = 'docker-compose.yml'

/** From a push to `integration` to images in the registry and one commit that names them. */
export async function playApplication(stage: Stage, teller: Teller): Promise<void> {
  const { github, registry, engine } = stage
  const { repository, copy } = await teller.scene('Make a repository from the EC2 example', async show => {
    const made = await makeRepository(stage)
    show({ kind: 'commit', commit: await readCommit(made.repository, 'refs/heads/integration') })
    return made
  })

  await teller.scene('Provide the base images of its Dockerfiles', async show => {
    const dockerfiles = ['backend', 'frontend'].map(part => join(copy.folder, part, 'Dockerfile'))
    const log = (text: string) => show({ kind: 'note', text })
    const { standIns } = await provideBaseImages(engine.env, dockerfiles, { log })
    show({
      kind: 'stand-ins',
      standIns: standIns.map(({ image, madeFrom }) => ({ what: `the image ${image}`, instead: madeFrom })),
    })
  })

  const pushed = await teller.scene('Push a change to integration', async show => {
    await changeTheFrontend(copy)
    const sha = await copy.commit('Give the page another title')
    await copy.push('integration')
    show({ kind: 'commit', commit: await readCommit(repository, sha) })
    return sha
  })

  const player = createPlayer({
    host: github,
    env: stage.env,
    settings: {
      [REPOSITORY]: {
        vars: { DOCKERHUB_USERNAME: registry.username },
        secrets: { DOCKERHUB_TOKEN: registry.password },
      },
    },
    onProgress: teller.onProgress,
  })
  const run = await teller.scene('Play ci-application.yml', async show => {
    const event = await pushEvent(repository, { ref: 'refs/heads/integration', after: pushed, actor: 'ada' })
    const { runs, notStarted } = await player.play(event, teller.signal)
    for (const { workflow, why } of notStarted)
      show({ kind: 'note', text: `${workflow} was not started: ${why}` })
    const [only, ...more] = runs
    if (only === undefined || more.length > 0)
      throw new Error(`the push started ${runs.length} workflows, not one`)
    show({ kind: 'run', run: only })
    if (only.conclusion !== 'success')
      throw new Error([`${only.workflow}: ${only.conclusion}`, ...lastWords(only)].join('\n'))
    return only
  })

  const claimed = claimedImages(run)
  await teller.scene('Ask the registry for the images', async show => {
    const images = await Promise.all(
      claimed.map(({ name, tag }) => readImage(registry, { name, tag, path: `${NAMESPACE}/${name}` })),
    )
    show({ kind: 'images', images })
    demand(checkImages(claimed, images, `${run.runNumber}-${pushed.slice(0, 7)}`), show)
  })

  await teller.scene('Look at what was committed', async show => {
    const commits = await commitsBetween(repository, pushed, 'refs/heads/integration')
    for (const commit of commits) show({ kind: 'commit', commit })
    demand(checkBump(commits, { parent: pushed, file: COMPOSE, images: claimed, runId: run.runId }), show)
  })
}

async function makeRepository({ folder, github, registry }: Stage) {
  const clone = join(folder, 'shop')
  await scaffold('ec2', clone, { registry: `${registry.host}/${NAMESPACE}` })
  const repository = await github.createRepository(REPOSITORY, { branch: 'integration', private: true })
  const token = github.token({ user: 'ada', repositories: [REPOSITORY] })
  const copy = await workingCopy(clone, repository.url, { name: 'Ada', email: 'ada@example.com', token })
  await copy.commit('Start from the ec2 example of gitops-actions')
  await copy.push('integration', 'integration:deployment')
  return { repository, copy }
}

async function changeTheFrontend({ folder }: WorkingCopy): Promise<void> {
  const path = join(folder, 'frontend/index.html')
  const before = await readFile(path, 'utf8')
  const after = before.replace(/<title>.*<\/title>/, '<title>Tasks, rehearsed</title>')
  if (after === before) throw new Error('the example’s frontend/index.html has no title to change')
  await writeFile(path, after)
}

/** The `images` output, as one job hands it to the next. */
function claimedImages(run: WorkflowRun): ClaimedImage[] {
  const text = run.jobs.map(({ outputs }) => outputs.images).find(output => output !== undefined)
  if (text === undefined) throw new Error(`no job of ${run.workflow} has an output 'images'`)
  return JSON.parse(text) as ClaimedImage[]
}

/** @throws where a check does not hold; all are shown first. */
function demand(
  checks: readonly Check[],
  show: (exhibit: { kind: 'checks'; checks: readonly Check[] }) => void,
): void {
  show({ kind: 'checks', checks })
  const broken = checks.filter(({ ok }) => !ok)
  if (broken.length > 0)
    throw new Error(broken.map(({ claim, seen }) => `not so: ${claim} (${seen})`).join('\n'))
}

/** Why a run did not succeed: the end of the log of each step that failed, and what was said of its job. */
function lastWords(run: WorkflowRun): string[] {
  return run.jobs.flatMap(job => [
    ...job.steps.filter(step => step.conclusion === 'failure').flatMap(step => step.log.slice(-15)),
    ...(job.conclusion === 'failure' ? job.remarks : []),
  ])
}
