import { delimiter, dirname } from 'node:path'
import type { ProgramName } from '../../test/support/programs/catalogue.ts'
import { program } from '../../test/support/programs/program.ts'

const NAMES: ProgramName[] = ['helm', 'kustomize', 'kubernetes-validate', 'ansible-lint', 'jq', 'curl']

/** A PATH with what GitHub's runners bring and the workflows use; yamllint comes with ansible-lint. */
export async function searchPath(...more: ProgramName[]): Promise<string> {
  const folders = await Promise.all([...NAMES, ...more].map(async name => dirname(await program(name))))
  return [dirname(process.execPath), ...new Set(folders), process.env.PATH ?? ''].join(delimiter)
}
