/**
 * Cuts from GitHub's OpenAPI description what the fake GitHub of the tests serves, as JSON Schema without prose:
 * `node scripts/slice-openapi.ts` writes test/support/github/contract/openapi.json. Run it when a route is added.
 */
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { servedOperations } from '../test/support/github/rest.ts'
import { root } from './actions.ts'
import { type Description, sliceDescription } from './slice.ts'

// 385 MB unpacked: fetched when a slice is cut, no dependency of the project.
const PACKAGE = '@octokit/openapi@23.0.2'
const MEMBER = 'package/generated/api.github.com.json'

const EVENTS = [
  'webhook-push',
  'webhook-merge-group-checks-requested',
  'webhook-workflow-run-completed',
  ...[
    'opened',
    'reopened',
    'closed',
    'synchronize',
    'edited',
    'labeled',
    'unlabeled',
    'auto-merge-enabled',
  ].map(action => `webhook-pull-request-${action}`),
]

const slice = sliceDescription(fetchDescription(), servedOperations(), EVENTS)
const path = join(root, 'test/support/github/contract/openapi.json')
writeFileSync(path, print({ source: PACKAGE, ...slice }))
console.log(`${path}: ${Object.keys(slice.operations).length} operations`)

function fetchDescription(): Description {
  const folder = mkdtempSync(join(tmpdir(), 'openapi-'))
  try {
    const archive = execFileSync('npm', ['pack', PACKAGE, '--silent', '--pack-destination', folder], {
      encoding: 'utf8',
    }).trim()
    execFileSync('tar', ['-xzf', join(folder, archive), '-C', folder, MEMBER])
    return JSON.parse(readFileSync(join(folder, MEMBER), 'utf8')) as Description
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** One line for each operation and schema, so that a change reads well as a diff. */
function print({
  source,
  operations,
  schemas,
}: {
  source: string
  operations: object
  schemas: object
}): string {
  const lines = (entries: object) =>
    Object.entries(entries)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, value]) => `${JSON.stringify(key)}:${JSON.stringify(value)}`)
      .join(',\n')
  return `{"source":${JSON.stringify(source)},\n"operations":{\n${lines(operations)}\n},\n"schemas":{\n${lines(schemas)}\n}}\n`
}
