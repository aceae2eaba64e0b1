import { expect, test } from '@jest/globals'
import { startGitHub } from '../../../test/support/github/server.ts'
import { runAction } from '../../../test/support/runner.ts'
import { pullRequest, workspace } from './setting.ts'

const DATA = 'resource "terraform_data" "x" {\n  input = 1\n}\n'

test('two root modules are planned and told in one comment', async () => {
  await using github = await startGitHub()
  const at = await pullRequest(github)
  await using place = await workspace({
    'live/a/main.tf': DATA,
    'live/b/main.tf': DATA,
    'live/docs/x.md': '',
  })
  const run = await runAction('terraform-plan-comment', {
    ...at,
    cwd: place.path,
    inputs: { directories: 'live/*/', tool: 'terraform' },
  })
  console.log(run.log, run.summary, run.outputs, run.tempLeft)
  expect(run).toMatchObject({ code: 0, tempLeft: [] })
})
