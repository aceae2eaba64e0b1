import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The folder of public sample files that may lie beside the project, or undefined where there is none. */
export function samplesFolder(): string | undefined {
  let folder = dirname(fileURLToPath(import.meta.url))
  for (;;) {
    const candidate = join(folder, 'shared/samples')
    if (existsSync(candidate)) return candidate
    if (dirname(folder) === folder) return undefined
    folder = dirname(folder)
  }
}
