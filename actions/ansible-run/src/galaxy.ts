import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { isMap, isSeq, parseDocument } from 'yaml'
import { UserError } from '../../../toolkit/action/errors.ts'
import type { World } from '../../../toolkit/action/run.ts'
import { ExecError } from '../../../toolkit/exec/exec.ts'
import { retry } from '../../../toolkit/retry/retry.ts'
import { errorsIn } from './report/verdict.ts'

const ATTEMPTS = 4
const DELAY = 4000

/**
 * Installs collections and roles to where Ansible's configuration has them, so that what an earlier step or run has put
 * there counts.
 * @throws UserError where Galaxy refuses, or fails again and again.
 */
export async function galaxyInstall(
  requirements: string,
  programs: string,
  env: Readonly<Record<string, string | undefined>>,
  world: Pick<World, 'context' | 'exec' | 'log' | 'signal'>,
): Promise<void> {
  const kinds = requiredKinds(await readFile(join(world.context.workspace, requirements), 'utf8'))
  const { signal, log } = world
  for (const kind of kinds)
    await log.group(`ansible-galaxy ${kind} install`, () =>
      retry(
        () =>
          world.exec(join(programs, 'ansible-galaxy'), [kind, 'install', '-r', requirements], {
            cwd: world.context.workspace,
            env,
            signal,
            onLine: line => log.info(line),
          }),
        {
          attempts: ATTEMPTS,
          delay: DELAY,
          signal,
          retryable: thrown =>
            thrown instanceof ExecError && mayPass(thrown.result.stderr + thrown.result.stdout),
        },
      ).catch(thrown => {
        throw thrown instanceof ExecError ? refused(thrown, requirements) : thrown
      }),
    )
}

/** What a requirements file lists; the old form, a bare list, holds roles. */
export function requiredKinds(yaml: string): ('collection' | 'role')[] {
  const { contents, errors } = parseDocument(yaml, { logLevel: 'silent' })
  if (errors.length > 0)
    throw new UserError(`input 'requirements' names a file that is no YAML: ${errors[0]!.message}`)
  if (isSeq(contents)) return ['role']
  if (!isMap(contents))
    throw new UserError("input 'requirements' names a file that lists neither 'collections' nor 'roles'")
  return [
    ...(contents.has('collections') ? (['collection'] as const) : []),
    ...(contents.has('roles') ? (['role'] as const) : []),
  ]
}

/** Whether it is the network or the server; what a server refuses, or nobody has, it will refuse again. */
export function mayPass(said: string): boolean {
  return /HTTP (Code|Error):? ?(429|5\d\d)|timed? ?out|Connection (reset|refused|aborted)|Temporary failure|Name or service not known|Unknown error when attempting to call Galaxy|EOF occurred|Remote end closed/i.test(
    said,
  )
}

function refused({ result }: ExecError, requirements: string): UserError {
  const why = errorsIn(result.stderr).join('; ') || result.stderr.trim().split('\n').slice(-3).join(' ')
  return new UserError(`what '${requirements}' requires cannot be installed: ${why}`)
}
