import { UserError } from '../../../../toolkit/action/errors.ts'
import type { World } from '../../../../toolkit/action/run.ts'
import { explained } from '../report/verdict.ts'

/**
 * Asks Ansible which hosts a play touches, without touching them.
 * @throws UserError where it cannot read the playbook or the inventory.
 */
export async function playedHosts(
  program: string,
  args: readonly string[],
  env: Readonly<Record<string, string | undefined>>,
  { exec, signal, context }: Pick<World, 'exec' | 'signal' | 'context'>,
): Promise<ReadonlySet<string>> {
  const { code, stdout, stderr } = await exec(program, ['--list-hosts', ...args], {
    cwd: context.workspace,
    env,
    accept: 'any',
    signal,
  })
  if (code !== 0) throw new UserError(explained(code, `${stdout}\n${stderr}`).message)
  return new Set(listedHosts(stdout))
}

/** The names in the output of `ansible-playbook --list-hosts`. */
export function listedHosts(stdout: string): string[] {
  return stdout.split('\n').flatMap(line => /^ {6}(\S.*)$/.exec(line)?.[1] ?? [])
}
