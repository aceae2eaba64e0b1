import { mkdtempDisposable, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals'
import { leaksIn } from '../../../test/support/plans/leaky.ts'
import { program } from '../../../test/support/programs/program.ts'
import { type TerraformEnvironment, terraformEnvironment } from '../../../test/support/services/terraform.ts'
import { exec } from '../../exec/exec.ts'
import type { Plan } from './model.ts'
import { readPlan } from './read.ts'

const MINUTE = 60_000
let surroundings: TerraformEnvironment
let terraform: string

beforeAll(async () => {
  terraform = await program('terraform')
  surroundings = await terraformEnvironment()
}, 10 * MINUTE)
afterAll(async () => surroundings[Symbol.asyncDispose]())
jest.setTimeout(3 * MINUTE)

interface Root extends AsyncDisposable {
  readonly path: string
  /** Replaces the configuration. */
  write(configuration: string): Promise<void>
  run(...args: string[]): Promise<string>
  apply(...args: string[]): Promise<string>
  /** Plans and reads the plan. */
  plan(...args: string[]): Promise<Plan>
}

async function rootOf(configuration: string): Promise<Root> {
  const folder = await mkdtempDisposable(join(tmpdir(), 'plan-real-'))
  const env = { ...process.env, ...surroundings.env }
  const run = async (...args: string[]) => (await exec(terraform, args, { cwd: folder.path, env })).stdout
  const write = (text: string) => writeFile(join(folder.path, 'main.tf'), text)
  await write(configuration)
  await run('init', '-input=false')
  return {
    path: folder.path,
    write,
    run,
    apply: (...args) => run('apply', '-auto-approve', '-input=false', ...args),
    async plan(...args) {
      await run('plan', '-input=false', '-out=p.tfplan', ...args)
      await writeFile(join(folder.path, 'p.json'), await run('show', '-json', 'p.tfplan'))
      return readPlan(join(folder.path, 'p.json'), { redact: [] })
    },
    [Symbol.asyncDispose]: () => folder.remove(),
  }
}

const SECRET = 'S3cr<t"&/value'
const LEAKING = `
variable "secret" {
  type      = string
  sensitive = true
}
variable "size" { default = 1 }
module "inner" {
  source = "./inner"
  hidden = "constant-of-a-module"
}
resource "terraform_data" "marked" {
  input = { name = "n\${var.size}", password = var.secret, nested = [{ a = var.secret }] }
}
resource "terraform_data" "keyed" {
  for_each = toset([nonsensitive(var.secret)])
  input    = { whole = "x\${each.key}x", json = jsonencode({ p = each.key }), b64 = base64encode("a \${each.key}"), url = urlencode(each.key), s = var.size }
}
resource "terraform_data" "module" { input = "is constant-of-a-module \${var.size}" }
output "hidden" {
  value     = var.secret
  sensitive = true
}
output "open" { value = [nonsensitive(var.secret), var.size] }
check "c" {
  assert {
    condition     = var.size > 100
    error_message = "refused \${nonsensitive(var.secret)}"
  }
}
`

test('what escapes the marks of Terraform itself is hidden', async () => {
  await using root = await rootOf('')
  await exec('mkdir', ['inner'], { cwd: root.path })
  await writeFile(join(root.path, 'inner/main.tf'), 'variable "hidden" { sensitive = true }\n')
  await root.write(LEAKING)
  await root.run('init', '-input=false')
  const secret = ['-var', `secret=${SECRET}`]
  await root.apply(...secret)
  const plan = await root.plan(...secret, '-var', 'size=2')
  const { sensitiveValues, ...shown } = plan
  expect(sensitiveValues).toEqual(expect.arrayContaining([SECRET, 'constant-of-a-module']))
  const needles = [
    SECRET,
    'constant-of-a-module',
    encodeURIComponent(SECRET),
    Buffer.from(`a ${SECRET}`).toString('base64'),
  ]
  expect(leaksIn(JSON.stringify(shown), needles)).toEqual([])
  expect(plan.changes.map(({ address }) => address)).toEqual([
    'terraform_data.keyed["***"]',
    'terraform_data.marked',
    'terraform_data.module',
  ])
  expect(plan.checks).toMatchObject([{ status: 'fail', messages: ['refused ***'] }])
})

test('kinds of changes', async () => {
  await using root = await rootOf(`
    resource "terraform_data" "changed" { input = 1 }
    resource "terraform_data" "triggered" { triggers_replace = [1] }
    resource "terraform_data" "old" { input = "moves" }
    resource "terraform_data" "forgotten" { input = "stays" }
    resource "terraform_data" "gone" { input = "goes" }
    resource "terraform_data" "same" { input = "same" }
  `)
  await root.apply()
  await root.write(`
    resource "terraform_data" "changed" { input = 2 }
    resource "terraform_data" "triggered" { triggers_replace = [2] }
    resource "terraform_data" "new" { input = "moves" }
    resource "terraform_data" "same" { input = "same" }
    resource "terraform_data" "imported" {}
    resource "terraform_data" "added" { input = [1, { a = "b" }] }
    moved {
      from = terraform_data.old
      to   = terraform_data.new
    }
    removed {
      from = terraform_data.forgotten
      lifecycle { destroy = false }
    }
    import {
      to = terraform_data.imported
      id = "some-id"
    }
  `)
  const { changes, applyable, complete, errored } = await root.plan()
  expect(
    Object.fromEntries(changes.map(({ address, kind }) => [address.replace('terraform_data.', ''), kind])),
  ).toEqual({
    added: 'create',
    changed: 'update',
    forgotten: 'forget',
    gone: 'delete',
    imported: 'import',
    new: 'move',
    triggered: 'replace',
  })
  expect(changes.find(({ kind }) => kind === 'replace')).toMatchObject({
    reason: 'replace_because_cannot_update',
    replacePaths: ['triggers_replace'],
  })
  expect([applyable, complete, errored]).toEqual([true, true, false])
  await root.apply()
  expect((await root.plan('-target=terraform_data.changed')).complete).toBe(false)
})

describe('digest', () => {
  const configuration = `
    variable "secret" {
      default   = "first-secret"
      sensitive = true
    }
    variable "size" { default = 1 }
    resource "terraform_data" "a" { input = { secret = var.secret, size = var.size } }
    resource "terraform_data" "b" { input = "b" }
    output "a" { value = terraform_data.a.id }
  `

  test('two runs of the same are equal', async () => {
    await using root = await rootOf(configuration)
    const first = await root.plan()
    const second = await root.plan()
    expect(second.digest).toBe(first.digest)
    expect(second).toEqual(first)
  })

  test('what only differs in a secret looks the same, and is not', async () => {
    await using root = await rootOf(configuration)
    const { digest, sensitiveValues, ...shown } = await root.plan('-var=secret=first-secret')
    const other = await root.plan('-var=secret=other-secret')
    expect(other).toMatchObject(shown)
    expect(other.digest).not.toBe(digest)
    expect(other.sensitiveValues).not.toEqual(sensitiveValues)
  })

  test('a state that changed in between differs; one that was only refreshed does not', async () => {
    await using root = await rootOf(configuration)
    await root.apply()
    const reviewed = await root.plan('-var=size=2')
    await root.apply('-refresh-only')
    expect((await root.plan('-var=size=2')).digest).toBe(reviewed.digest)
    await root.apply('-var=size=3')
    expect((await root.plan('-var=size=2')).digest).not.toBe(reviewed.digest)
  })
})

test('a plan that failed midway tells what was found until then', async () => {
  await using root = await rootOf(`
    resource "terraform_data" "a" { input = 1 }
    resource "terraform_data" "b" {
      input = 1
      lifecycle {
        precondition {
          condition     = terraform_data.a.input == 2
          error_message = "a must be 2"
        }
      }
    }
  `)
  await root.run('plan', '-input=false', '-out=p.tfplan').catch(() => undefined)
  await writeFile(join(root.path, 'p.json'), await root.run('show', '-json', 'p.tfplan'))
  const plan = await readPlan(join(root.path, 'p.json'), { redact: [] })
  expect(plan).toMatchObject({ errored: true, changes: [{ address: 'terraform_data.a' }] })
  expect(plan.checks).toMatchObject([{ status: 'fail', messages: ['a must be 2'] }])
  await expect(readPlan(join(root.path, 'p.tfplan'), { redact: [] })).rejects.toThrow(
    'is a saved plan, not its JSON',
  )
})
