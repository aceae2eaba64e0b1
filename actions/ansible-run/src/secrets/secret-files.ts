import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { World } from '../../../../toolkit/action/run.ts'
import type { AnsibleInputs } from '../spec.ts'
import { dotenv, quotedNames, spellings } from './env-file.ts'
import { extraVarsFile, secretVars } from './extra-vars.ts'

/** Where the secrets lie; only these paths reach a command line. */
export interface SecretFiles {
  readonly varsFiles: readonly string[]
  readonly vaultIds: readonly { readonly id: string; readonly file: string }[]
}

/** Writes variables, vault passwords and the `.env` file, each for ourselves alone (mode 0600), until the step ends. */
export async function secretFiles(
  inputs: Pick<AnsibleInputs, 'extra-vars' | 'vault-passwords' | 'env-file'>,
  world: Pick<World, 'folder' | 'secrets' | 'log'>,
): Promise<SecretFiles> {
  const folder = await world.folder()
  const write = async (name: string, content: string) => {
    const path = join(folder, name)
    await writeFile(path, content, { mode: 0o600 })
    return path
  }
  const varsFiles: string[] = []
  const vars = inputs['extra-vars']
  if (vars !== undefined) {
    const text = extraVarsFile(vars)
    world.secrets.learn(secretVars(text))
    varsFiles.push(await write('extra-vars.yml', text))
  }
  const variables = inputs['env-file']
  if (variables !== undefined) {
    const text = dotenv(variables)
    // A diff shows the file, where quotes and escapes spell the values another way.
    world.secrets.learn([...variables.values(), ...spellings(text)])
    for (const name of quotedNames(variables))
      world.log.warning(
        `input 'env-file': the value of '${name}' stands in quotes, which are part of it; leave them out if they are not meant to be`,
      )
    const path = await write('.env', text)
    varsFiles.push(await write('env-file-var.json', JSON.stringify({ env_file: path })))
  }
  const vaultIds: { id: string; file: string }[] = []
  for (const { id, password } of inputs['vault-passwords'] ?? []) {
    world.secrets.add(password)
    vaultIds.push({ id, file: await write(`vault-${id}`, `${password}\n`) })
  }
  return { varsFiles, vaultIds }
}
