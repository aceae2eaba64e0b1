import { createHash } from 'node:crypto'
import { globSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type { ExpressionFunction } from '../../../test/support/runner/expressions.ts'

/** `hashFiles('glob', …)`: one hash over the hashes of all files that match, '' where none does. */
export function hashFiles(workspace: string): ExpressionFunction {
  return {
    minArgs: 1,
    maxArgs: 255,
    call(...globs) {
      const patterns = globs.flatMap(glob => String(glob).split('\n')).filter(glob => glob !== '')
      const files = globSync(patterns, { cwd: workspace })
        .filter(file => statSync(join(workspace, file)).isFile())
        .sort()
      if (files.length === 0) return ''
      const whole = createHash('sha256')
      for (const file of files)
        whole.update(
          createHash('sha256')
            .update(readFileSync(join(workspace, file)))
            .digest(),
        )
      return whole.digest('hex')
    },
  }
}
