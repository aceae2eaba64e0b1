import { expect, test } from '@jest/globals'
import { readSections } from '../read-sections.ts'
import { plan } from './jobs.ts'
import { REPOSITORY, startStage, TARGET } from './stage.ts'

test('what was posted is read, with where it came from', async () => {
  await using stage = await startStage()
  expect(await readSections(await stage.client(), TARGET)).toBeUndefined()
  const { url } = await stage.post([plan('a'), plan('b')], { run: 7, attempt: 2 })
  expect(await readSections(await stage.client(), TARGET)).toEqual({
    url,
    author: 'github-actions[bot]',
    editedByOthers: false,
    damaged: 0,
    sections: ['a', 'b'].map(directory => ({
      action: 'terraform-plan-comment',
      directory,
      head: 'a'.repeat(40),
      run: 7,
      attempt: 2,
      data: { review: `record of ${directory}` },
      missing: [],
      markdown: `creates ${directory}`,
    })),
  })
})

test('the own edits of the account are none of others, however many', async () => {
  await using stage = await startStage()
  for (let n = 0; n < 120; n++) await stage.post([plan('a', { overview: `${n}` })])
  expect((await readSections(await stage.client(), TARGET))?.editedByOthers).toBe(false)
})

test('an edit by a person is seen, even behind a hundred of our own', async () => {
  await using stage = await startStage()
  await stage.post([plan('a')])
  const [comment] = await stage.comments()
  const ada = await stage.client({ token: stage.github.token({ user: 'ada' }) })
  const edit = { ...REPOSITORY, comment_id: comment?.id ?? 0, body: `${comment?.body}\n` }
  await ada.rest.issues.updateComment(edit)
  expect((await readSections(await stage.client(), TARGET))?.editedByOthers).toBe(true)
  for (let n = 0; n < 120; n++) await stage.post([plan('a', { overview: `${n}` })])
  expect((await readSections(await stage.client(), TARGET))?.editedByOthers).toBe(true)
})

test('without GraphQL it is not known who edited', async () => {
  await using stage = await startStage()
  await stage.post([plan('a')])
  stage.github.fault({ path: /graphql/, status: 404, times: 9 })
  const read = await readSections(await stage.client(), TARGET)
  expect(read).toMatchObject({ editedByOthers: undefined, sections: [{ directory: 'a' }] })
})

test('another account does not read our comment', async () => {
  await using stage = await startStage()
  await stage.post([plan('a')])
  const ada = await stage.client({ token: stage.github.token({ user: 'ada' }) })
  expect(await readSections(ada, TARGET)).toBeUndefined()
})
