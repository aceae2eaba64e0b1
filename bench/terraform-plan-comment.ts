/** What the step adds to the bare commands: `terraform init`, `validate`, `plan` and `show -json`. */
import { execFile } from 'node:child_process'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { root } from '../scripts/actions.ts'
import { program } from '../test/support/programs/program.ts'
import { interleave, type Row } from './row.ts'

const ROUNDS = 9
const RESOURCES = 20
const run = promisify(execFile)

/** One row: the milliseconds that the step takes beyond the bare commands, beside the second that it may take. */
export async function planCommentRows(): Promise<Row[]> {
  const folder = await mkdtemp(join(tmpdir(), 'bench-plan-'))
  const terraform = await program('terraform')
  const setting = { ...process.env, TF_CLI_CONFIG_FILE: '/dev/null', CHECKPOINT_DISABLE: '1' }
  try {
    const bare = await rootModule(join(folder, 'bare'))
    const step = await rootModule(join(folder, 'step'))
    const times = await interleave(ROUNDS, {
      async bare() {
        const options = { cwd: bare, env: setting, maxBuffer: 2 ** 26 }
        await run(terraform, ['init', '-input=false'], options)
        await run(terraform, ['validate', '-json'], options)
        await run(terraform, ['plan', '-input=false', '-out=tfplan'], options)
        await run(terraform, ['show', '-json', 'tfplan'], options)
      },
      async ours() {
        const env = {
          ...setting,
          PATH: [dirname(terraform), process.env.PATH].join(':'),
          GITHUB_WORKSPACE: step,
          RUNNER_TEMP: folder,
          INPUT_TOOL: 'terraform',
        }
        await run(process.execPath, [join(root, 'dist/terraform-plan-comment.js')], { cwd: step, env })
      },
    })
    const what = 'terraform-plan-comment: beyond init, validate, plan, show'
    return [{ what, ours: times.ours - times.bare, beside: 'one second', theirs: 1000, bound: 1 }]
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

async function rootModule(path: string): Promise<string> {
  await mkdir(path, { recursive: true })
  const resources = Array.from(
    { length: RESOURCES },
    (_, index) => `resource "terraform_data" "r${index}" {\n  input = ${index}\n}\n`,
  )
  await writeFile(join(path, 'main.tf'), resources.join(''))
  return path
}
