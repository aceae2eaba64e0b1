import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import { loadWorkflow } from '../../rehearsal/player/workflow/load.ts'
import { root } from '../../scripts/actions.ts'
import { variants } from '../../scripts/scaffold.ts'

const WORKFLOWS = '.github/workflows'

describe.each(variants())('the workflows of the example %s', variant => {
  const folder = join(root, 'workflows-examples', variant, WORKFLOWS)
  const files = readdirSync(folder)

  test.each(files)('%s: the rehearsal can play it', async file => {
    const { unsupported } = await loadWorkflow(
      `${WORKFLOWS}/${file}`,
      readFileSync(join(folder, file), 'utf8'),
    )
    expect(unsupported).toEqual([])
  })

  test.each(files)('%s: allows nothing but what a job asks for, and no job runs for ever', async file => {
    const workflow = await loadWorkflow(file, readFileSync(join(folder, file), 'utf8'))
    expect(workflow.permissions).toEqual({})
    expect(workflow.concurrency).toBeDefined()
    for (const { permissions, timeoutMinutes } of workflow.jobs) {
      expect(permissions).toBeDefined()
      expect(timeoutMinutes).toEqual(expect.any(Number))
    }
  })

  test.each(files)('%s: pins every action that is not of this suite', file => {
    const text = readFileSync(join(folder, file), 'utf8')
    for (const [, action] of text.matchAll(/\buses: (.*)$/gm))
      expect(action).toMatch(
        /^(maestrops\/gitops-actions\/actions\/[\w-]+@v1|[\w/-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+)$/,
      )
  })

  test.each(files)('%s: no expression stands in a script, where it could break out', async file => {
    const { jobs } = await loadWorkflow(file, readFileSync(join(folder, file), 'utf8'))
    for (const { run } of jobs.flatMap(({ steps }) => steps)) expect(run ?? '').not.toContain('${{')
  })
})
