import { existsSync, readdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The project's folder. */
export const root = dirname(dirname(fileURLToPath(import.meta.url)))

/** Every action of the suite, by the name of its folder. */
export function actionNames(): string[] {
  return readdirSync(join(root, 'actions'))
    .filter(name => existsSync(join(root, 'actions', name, 'src/spec.ts')))
    .sort()
}
