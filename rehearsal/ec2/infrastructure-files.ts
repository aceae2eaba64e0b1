import { copyFile, readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'

const WITHOUT_PROVIDER = join(import.meta.dirname, 'without-provider')
/** What both have: what is asked for. */
const KEPT = new Set(['variables.tf', 'terraform.tfvars'])

/** Puts a configuration that needs no provider in the place of the example's own. */
export async function replaceInfrastructure(folder: string): Promise<void> {
  for (const file of await readdir(folder))
    if (!KEPT.has(file)) await rm(join(folder, file), { recursive: true })
  for (const file of await readdir(WITHOUT_PROVIDER))
    await copyFile(join(WITHOUT_PROVIDER, file), join(folder, file))
}
