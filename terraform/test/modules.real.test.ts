import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, jest, test } from '@jest/globals'
import { type TerraformEnvironment, terraformEnvironment } from '../../test/support/services/terraform.ts'
import { copyOfTerraform, MODULES, providerHere, ROOTS, terraform } from './setting.ts'

jest.setTimeout(10 * 60_000)
const stack = new AsyncDisposableStack()
let surroundings: TerraformEnvironment
let folder: string

beforeAll(async () => {
  surroundings = stack.use(await terraformEnvironment())
  folder = stack.use(await copyOfTerraform()).path
}, 10 * 60_000)
afterAll(() => stack.disposeAsync(), 60_000)

test('all files are formatted', async () => {
  expect(await terraform(folder, surroundings, ['fmt', '-check', '-recursive'])).toMatchObject({
    code: 0,
    stdout: '',
  })
})

// Mocks of a provider need the provider, too: it knows what a resource looks like. It is in no package registry, so
// that a machine without a mirror and without Terraform's registry checks the format alone, and says so.
if (await providerHere())
  test.each([...MODULES, ...ROOTS])('%s is valid, and its own tests hold', async name => {
    const at = join(folder, name)
    expect(await terraform(at, surroundings, ['init', '-backend=false'])).toMatchObject({ code: 0 })
    const validated = await terraform(at, surroundings, ['validate', '-json'])
    expect(JSON.parse(validated.stdout)).toMatchObject({ valid: true, warning_count: 0, error_count: 0 })
    const tested = await terraform(at, surroundings, ['test'])
    // Where there is no mirror, each folder has a provider of its own, of half a gigabyte and more.
    await rm(join(at, '.terraform'), { recursive: true })
    expect(tested).toMatchObject({
      code: 0,
      stdout: expect.stringMatching(/Success! [1-9]\d* passed, 0 failed/),
    })
  })
else
  console.warn(
    'Not tested: the modules. The AWS provider is in no mirror here, and its registry does not answer.',
  )
