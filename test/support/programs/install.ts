import { UserError } from '../../../toolkit/action/errors.ts'
import type { Entry } from './catalogue.ts'

/** Installs a program. */
export async function install(name: string, entry: Entry): Promise<string> {
  throw new UserError(`'${name}' is missing: ${JSON.stringify(entry.source)}`)
}
