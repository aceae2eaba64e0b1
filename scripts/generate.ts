/** Writes every action.yml and the tables of every action's README from the declarations in `src/spec.ts`. */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './actions.ts'
import { generatedFiles } from './generated.ts'

for (const { path, content } of await generatedFiles()) writeFileSync(join(root, path), content)
