import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { getOctokit } from '@actions/github'
import { describe, expect, test } from '@jest/globals'
import { startGitHub } from '../../test/support/github/server.ts'
import { unzip } from '../../test/support/github/zip.ts'
import { createPlayer, pushEvent, type WorkflowRun } from './player.ts'

const WORKFLOW = '.github/workflows/ci.yml'
const app = { owner: 'octo', repo: 'app' }

/** Plays a push to a private repository with this workflow. */
async function play(
  workflow: string,
  secrets: Record<string, string> = {},
  env: Record<string, string> = {},
) {
  const github = await startGitHub()
  const files = { [WORKFLOW]: workflow, 'a.txt': 'one\n' }
  const repository = await github.createRepository('octo/app', { files, private: true })
  const player = createPlayer({ host: github, settings: { 'octo/app': { secrets } }, env })
  const run = async () => {
    const { runs } = await player.play(await pushEvent(repository, { ref: 'refs/heads/main', actor: 'ada' }))
    return runs[0]!
  }
  return { github, run }
}

const logOf = (run: WorkflowRun) => run.jobs.flatMap(job => job.steps.flatMap(step => step.log)).join('\n')
const job = (steps: string, more = '') => `
on: push
jobs:
  a:
    runs-on: ubuntu-latest
${more}    steps:
${steps.replace(/^/gm, '      ')}
`

describe('artifacts', () => {
  const KEEPING = `
on: push
jobs:
  keep:
    runs-on: ubuntu-latest
    strategy: { matrix: { n: [1, 2] } }
    outputs: { id: "\${{ steps.kept.outputs.artifact-id }}" }
    steps:
      - run: mkdir -p out/deep && echo \${{ matrix.n }} > out/deep/n.txt && echo hidden > out/.env && echo x > out/x.log
      - uses: actions/upload-artifact@v7
        id: kept
        with:
          name: plan-\${{ matrix.n }}
          path: |
            out
            !out/*.log
          retention-days: 5
          if-no-files-found: error
  use:
    needs: keep
    runs-on: ubuntu-latest
    steps:
      - uses: actions/download-artifact@v8
        with: { pattern: plan-*, path: all }
      - uses: actions/download-artifact@v8
        with: { name: plan-1, path: one }
      - run: find all one -type f | sort | xargs grep ''
`

  test('go from job to job, without what is hidden or taken away', async () => {
    const { github, run } = await play(KEEPING)
    await using _ = github
    const ran = await run()
    expect([ran.conclusion, logOf(ran)]).toEqual(['success', expect.anything()])
    const last = ran.jobs.at(-1)?.steps.at(-1)?.log.slice(-3)
    expect(last).toEqual(['all/plan-1/deep/n.txt:1', 'all/plan-2/deep/n.txt:2', 'one/deep/n.txt:1'])
  })

  test('are there by API, as what this run made', async () => {
    const { github, run } = await play(KEEPING)
    await using _ = github
    const ran = await run()
    const { actions } = getOctokit(github.token(), { baseUrl: github.apiUrl }).rest
    const { artifacts } = (await actions.listWorkflowRunArtifacts({ ...app, run_id: ran.runId })).data
    expect(artifacts.map(({ name }) => name).sort()).toEqual(['plan-1', 'plan-2'])
    expect(artifacts[0]?.workflow_run).toMatchObject({
      id: ran.runId,
      head_sha: ran.sha,
      head_branch: 'main',
    })
    const zip = await actions.downloadArtifact({
      ...app,
      artifact_id: artifacts[0]?.id ?? 0,
      archive_format: 'zip',
    })
    expect(Object.keys(unzip(Buffer.from(zip.data as ArrayBuffer)))).toEqual(['deep/n.txt'])
    expect((await actions.getWorkflowRun({ ...app, run_id: ran.runId })).data).toMatchObject({
      path: WORKFLOW,
      event: 'push',
      conclusion: 'success',
      run_number: 1,
    })
  })

  test.each([
    ['may', 'read', 'success'],
    ['may not', 'none', 'failure'],
  ])('of another run the token %s read', async (_what, actions, conclusion) => {
    const { github, run } = await play(
      job(
        `- uses: actions/download-artifact@v8
  with: { run-id: 16000000001, github-token: "\${{ github.token }}", name: plan }
- run: cat plan.json`,
        `    permissions: { actions: ${actions} }\n`,
      ),
    )
    await using _ = github
    const earlier = github.runs.begin({ repository: 'octo/app', headSha: '0'.repeat(40) })
    expect(earlier.id).toBe(16_000_000_001)
    github.runs.keep(earlier.id, { name: 'plan', files: { 'plan.json': '{"from":"earlier"}' } })
    const ran = await run()
    expect(ran.conclusion).toBe(conclusion)
    expect(logOf(ran)).toContain(conclusion === 'success' ? '{"from":"earlier"}' : '403')
  })

  test.each([
    ['a single file by its name', 'a.txt', ['a.txt']],
    ['files by a glob', 'd/*.json', ['x.json', 'y.json']],
    ['files of two folders from what they share', 'd/x.json\ne/z.json', ['d/x.json', 'e/z.json']],
    ['all but some', 'd\n!**/y.json', ['x.json']],
  ])('keep %s', async (_what, path, expected) => {
    const { github, run } = await play(
      job(`- run: mkdir d e && touch a.txt d/x.json d/y.json e/z.json
- uses: actions/upload-artifact@v7
  with:
    path: |
${path.replace(/^/gm, '      ')}`),
    )
    await using _ = github
    const ran = await run()
    expect([ran.conclusion, logOf(ran)]).toEqual(['success', expect.anything()])
    const [artifact] = github.runs.artifacts('octo/app')
    expect(Object.keys(unzip(artifact!.archive))).toEqual(expected)
  })

  test('fail where a name is taken or nothing is found, as the real one', async () => {
    const { github, run } = await play(
      job(`- uses: actions/upload-artifact@v7
  with: { path: none }
- run: touch a
- uses: actions/upload-artifact@v7
  with: { path: a }
- uses: actions/upload-artifact@v7
  with: { path: a, overwrite: true }
- uses: actions/upload-artifact@v7
  with: { path: a }`),
    )
    await using _ = github
    const ran = await run()
    expect(ran.jobs[0]?.steps.map(({ conclusion }) => conclusion)).toEqual([
      'success',
      'success',
      'success',
      'success',
      'failure',
    ])
    expect(logOf(ran)).toContain('##[warning]No files were found with the provided path: none')
    expect(logOf(ran)).toContain('an artifact with this name already exists')
  })
})

test('AWS credentials stand in the environment, hidden in the log, and need id-token', async () => {
  const steps = `- uses: aws-actions/configure-aws-credentials@v6
  id: aws
  with: { aws-region: eu-west-1, role-to-assume: "arn:aws:iam::111122223333:role/plan" }
- run: echo "$AWS_REGION $AWS_ACCESS_KEY_ID [$AWS_SECRET_ACCESS_KEY] \${{ steps.aws.outputs.aws-account-id }}"`
  const allowed = await play(job(steps, '    permissions: { id-token: write }\n'))
  await using _ = allowed.github
  expect(logOf(await allowed.run())).toContain('eu-west-1 AKIAREHEARSALREHEARS [***] 111122223333')
  const refused = await play(job(steps))
  await using __ = refused.github
  const ran = await refused.run()
  expect(ran.conclusion).toBe('failure')
  expect(logOf(ran)).toContain("the job lacks the permission 'id-token: write'")
})

test('given AWS keys are passed on', async () => {
  const { github, run } = await play(
    job(`- uses: aws-actions/configure-aws-credentials@v6
  with: { aws-region: eu-west-1, aws-access-key-id: AKIAGIVEN, aws-secret-access-key: "\${{ secrets.AWS }}" }
- run: echo "$AWS_ACCESS_KEY_ID \${AWS_SESSION_TOKEN:-no session} \${#AWS_SECRET_ACCESS_KEY}"`),
    { AWS: 'very-secret' },
  )
  await using _ = github
  expect(logOf(await run())).toContain('AKIAGIVEN no session 11')
})

/** A program of this name that tells its version, and exits with 2 for a plan with changes; its PATH is given. */
async function withTool<T>(tool: string, use: (env: Record<string, string>) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'tool-'))
  const script = `#!/bin/sh\ncase "$1" in *version) echo "v1.2.3";; plan) echo changes; exit 2;; *) echo no >&2; exit 1;; esac\n`
  try {
    await writeFile(join(folder, tool), script, { mode: 0o755 })
    return await use({ PATH: `${folder}:${process.env.PATH}` })
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

test('Infracost gets what it reads from its environment, the key hidden', () =>
  withTool('infracost', async env => {
    const steps = `- uses: infracost/actions/setup@v3
  with: { api-key: "\${{ secrets.KEY }}", currency: EUR, pricing-api-endpoint: "http://127.0.0.1:1" }
- run: echo "$INFRACOST_API_KEY \${#INFRACOST_API_KEY} $INFRACOST_CURRENCY $INFRACOST_PRICING_API_ENDPOINT"`
    const { github, run } = await play(job(steps), { KEY: 'ico-secret' }, env)
    await using _ = github
    const ran = await run()
    expect(logOf(ran)).toContain('*** 10 EUR http://127.0.0.1:1')
    expect(ran.jobs[0]?.steps[0]?.standIn).toBe('took the Infracost of this machine (v1.2.3)')
  }))

describe.each([
  ['hashicorp/setup-terraform@v4', 'terraform'],
  ['opentofu/setup-opentofu@v2', 'tofu'],
])('%s', (action, tool) => {
  test('lays a wrapper before the real program, which changes output and exit code', () =>
    withTool(tool, async env => {
      const steps = `- { uses: ${action}, with: { ${tool}_version: 1.9.0 } }
- { id: plan, run: ${tool} plan -detailed-exitcode }
- { id: bad, run: ${tool} nonsense, continue-on-error: true }
- run: |
    echo "\${{ steps.plan.outputs.exitcode }}: \${{ steps.plan.outputs.stdout }}"
    echo "\${{ steps.bad.outputs.exitcode }}: \${{ steps.bad.outputs.stderr }} (\${{ steps.bad.outcome }})"
    ${tool}-bin plan || echo "in truth $?"`
      const { github, run } = await play(job(steps), {}, env)
      await using _ = github
      const ran = await run()
      expect([ran.conclusion, logOf(ran)]).toEqual(['success', expect.anything()])
      expect(logOf(ran)).toMatch(new RegExp(`\\[command\\].*/${tool}-bin plan -detailed-exitcode\nchanges`))
      expect(ran.jobs[0]?.steps.at(-1)?.log.join('\n')).toMatch(
        /2: changes\n+1: no\n* \(failure\)\nchanges\nin truth 2$/,
      )
      expect(ran.jobs[0]?.steps[0]?.standIn).toContain('(v1.2.3); asked for was 1.9.0, behind a wrapper')
    }))

  test('lays none where it is told so', () =>
    withTool(tool, async env => {
      const steps = `- { uses: ${action}, with: { ${tool}_wrapper: false } }
- run: ${tool} version; command -v ${tool}-bin || echo none`
      const { github, run } = await play(job(steps), {}, env)
      await using _ = github
      expect((await run()).jobs[0]?.steps[1]?.log.slice(-2)).toEqual(['v1.2.3', 'none'])
    }))
})

test('a token of an app has what the step asks for', async () => {
  const { github, run } = await play(
    job(`- uses: actions/create-github-app-token@v3
  id: app
  with: { app-id: 7, private-key: "\${{ secrets.APP_KEY }}", permission-issues: write }
- env: { TOKEN: "\${{ steps.app.outputs.token }}" }
  run: |
    ask() { curl -s -o /dev/null -w '%{http_code}\\n' -H "Authorization: Bearer $TOKEN" "$@"; }
    ask "$GITHUB_API_URL/repos/octo/app/issues" -d '{"title":"From the app"}'
    ask "$GITHUB_API_URL/repos/octo/app/git/refs" -d '{"ref":"refs/heads/x","sha":"'$GITHUB_SHA'"}'
    echo "by \${{ steps.app.outputs.app-slug }}: $TOKEN"`),
    { APP_KEY: 'key' },
  )
  await using _ = github
  const log = logOf(await run())
  expect(log).toContain('201\n403\nby rehearsal-app: ***')
})

test.each([
  [
    'an input that is not declared',
    '- { uses: actions/cache@v5, with: { path: a, key: b, kye: c } }',
    /the input 'kye' of actions\/cache, which declares no such input/,
  ],
  [
    'an input that is not played',
    '- { uses: actions/upload-artifact@v7, with: { path: a, archive: false } }',
    /does not support the input 'archive' of actions\/upload-artifact$/m,
  ],
  [
    'a required input left out',
    '- { uses: actions/upload-artifact@v7, with: { name: a } }',
    /actions\/upload-artifact without its input 'path'/,
  ],
])('%s is refused before anything runs', async (_what, steps, message) => {
  const { github, run } = await play(job(steps))
  await using _ = github
  await expect(run()).rejects.toThrow(message)
})
