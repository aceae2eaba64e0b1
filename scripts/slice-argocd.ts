/**
 * Cuts from Argo CD's own description of its API what the fake Argo CD of the tests serves, as JSON Schema without
 * prose: `node scripts/slice-argocd.ts` writes test/support/argocd/contract/swagger.json. Run it when a route is added.
 */
import { execFileSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { servedOperations } from '../test/support/argocd/routes.ts'
import { root } from './actions.ts'
import { type Description, type Slice, sliceDescription } from './slice.ts'
import { closed, fromSwagger2, type Swagger2 } from './swagger2.ts'

// Apache-2.0, as is this project. Go checks the module against its public checksums.
const MODULE = 'github.com/argoproj/argo-cd/v3@v3.4.13'
const FILE = 'assets/swagger.json'

const path = join(root, 'test/support/argocd/contract/swagger.json')
const slice = closed(sliceDescription(fetchDescription(), servedOperations(), ['runtimeError']))
writeFileSync(path, print(slice))
console.log(`${path}: ${Object.keys(slice.operations).length} operations`)

function fetchDescription(): Description {
  const said = execFileSync('go', ['mod', 'download', '-json', MODULE], { cwd: tmpdir(), encoding: 'utf8' })
  const { Dir } = JSON.parse(said) as { Dir: string }
  return fromSwagger2(JSON.parse(readFileSync(join(Dir, FILE), 'utf8')) as Swagger2)
}

/** One line for each operation and schema, so that a change reads well as a diff. */
function print({ operations, schemas }: Slice): string {
  const lines = (entries: object) =>
    Object.entries(entries)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, value]) => `${JSON.stringify(key)}:${JSON.stringify(value)}`)
      .join(',\n')
  const source = `${MODULE} ${FILE}, Apache-2.0`
  const text = `{"source":${JSON.stringify(source)},\n"operations":{\n${lines(operations)}\n},\n"schemas":{\n${lines(schemas)}\n}}\n`
  return text.replaceAll('github#', 'argocd#')
}
