/** How long an action takes from the start of its process to its first line, and to its first request. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { root } from '../scripts/actions.ts'
import { interleave, type Row } from './row.ts'

const ROUNDS = 15

/** The least that a program does which reads a branch by git. */
const FETCHING = `import { spawn, spawnSync } from 'node:child_process'
spawnSync('git', ['init', '--quiet', '--bare', process.env.FOLDER + '/bare.git'])
spawn('git', ['-C', process.env.FOLDER + '/bare.git', 'fetch', process.env.URL + '/maestrops/app.git'])
`

/** Rows for every action: to its first line; to its first request where it talks to AWS or GitHub. */
export async function startUpRows(): Promise<Row[]> {
  const folder = await mkdtemp(join(tmpdir(), 'bench-start-up-'))
  const empty = join(folder, 'empty.mjs')
  await writeFile(empty, "console.log('here')\n")
  const fetching = join(folder, 'fetching.mjs')
  await writeFile(fetching, FETCHING)
  await writeFile(join(folder, 'Dockerfile'), 'FROM scratch\n')
  const endpoint = createServer((_request, response) => {
    endpoint.emit('reached')
    response.writeHead(401).end('{}')
  })
  endpoint.listen(0, '127.0.0.1')
  await once(endpoint, 'listening')
  const url = `http://127.0.0.1:${(endpoint.address() as AddressInfo).port}`
  const action = (name: string) => join(root, 'dist', `${name}.js`)
  const toFirstLine =
    (program: string, env: Record<string, string> = {}) =>
    () =>
      until(program, { RUNNER_TEMP: folder, ...env }, child => once(child.stdout, 'data'))
  const toFirstRequest = (program: string, env: Record<string, string>) => () =>
    until(program, { RUNNER_TEMP: folder, ...env }, () => once(endpoint, 'reached'))
  try {
    const times = await interleave(ROUNDS, {
      empty: toFirstLine(empty),
      build: toFirstLine(action('build-push')),
      bump: toFirstLine(action('bump-manifest')),
      aws: toFirstRequest(action('build-push'), awsInputs(url, folder)),
      github: toFirstRequest(action('bump-manifest'), githubInputs(url)),
      fetching: toFirstRequest(fetching, { FOLDER: folder, URL: url }),
    })
    const row = (what: string, ours: number, bound: number): Row => ({
      what,
      ours,
      beside: 'an empty Node program',
      theirs: times.empty,
      bound,
    })
    return [
      row('build-push: start to first line', times.build, 2),
      row('bump-manifest: start to first line', times.bump, 2),
      row('build-push: start to first request to AWS', times.aws, 3),
      {
        what: 'bump-manifest: start to first request to GitHub',
        ours: times.github,
        beside: 'a Node program that only runs git init and git fetch',
        theirs: times.fetching,
        bound: 3,
      },
    ]
  } finally {
    endpoint.closeAllConnections()
    endpoint.close()
    await rm(folder, { recursive: true })
  }
}

async function until(
  program: string,
  env: Record<string, string>,
  event: (child: ReturnType<typeof start>) => Promise<unknown>,
): Promise<void> {
  const child = start(program, env)
  const exited = once(child, 'exit')
  const came = await Promise.race([event(child).then(() => true), exited.then(() => false)])
  if (!came) throw new Error(`${program} ended before it came to what is measured`)
  child.kill('SIGKILL')
  await exited
}

function start(program: string, env: Record<string, string>) {
  return spawn(process.execPath, [program], {
    env: { PATH: process.env.PATH, ...env },
    stdio: ['ignore', 'pipe', 'ignore'],
  })
}

function awsInputs(url: string, workspace: string): Record<string, string> {
  return {
    INPUT_IMAGES: 'app=.',
    INPUT_REGISTRY: '123456789012.dkr.ecr.eu-west-1.amazonaws.com',
    GITHUB_WORKSPACE: workspace,
    GITHUB_SHA: '0a3087a5c7c5e2b4b4a3c1d2e3f4a5b6c7d8e9f0',
    GITHUB_RUN_NUMBER: '4',
    GITHUB_REPOSITORY: 'maestrops/app',
    AWS_ENDPOINT_URL: url,
    AWS_ACCESS_KEY_ID: 'x',
    AWS_SECRET_ACCESS_KEY: 'x',
    AWS_REGION: 'eu-west-1',
  }
}

function githubInputs(url: string): Record<string, string> {
  return {
    INPUT_IMAGES: 'maestrops/backend:4-0a3087a',
    INPUT_FILES: '*.yml',
    INPUT_TOKEN: 'x',
    INPUT_SIGN: 'true',
    GITHUB_WORKSPACE: root,
    GITHUB_REPOSITORY: 'maestrops/app',
    GITHUB_REF: 'refs/heads/integration',
    GITHUB_API_URL: url,
    GITHUB_SERVER_URL: url,
    GITHUB_RUN_NUMBER: '4',
  }
}
