import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import { spec } from '../actions/bump-manifest/src/spec.ts'
import { root } from '../scripts/actions.ts'

/** Runs the built action on a folder, as a runner would, in mode `write`. */
export function bumpFolder(folder: string, images: string): void {
  const defaults = Object.entries(spec.inputs).map(([name, field]) => [name, field.default ?? ''])
  const inputs = { ...Object.fromEntries(defaults), images, mode: 'write', token: '' }
  const variables = Object.entries(inputs).map(([name, value]) => [`INPUT_${name.toUpperCase()}`, value])
  run(process.execPath, [join(root, 'dist/bump-manifest.js')], folder, {
    ...Object.fromEntries(variables),
    GITHUB_WORKSPACE: folder,
    RUNNER_TEMP: folder,
  })
}

/** Runs a program in a folder and waits for its end. */
export function run(file: string, args: string[], cwd: string, env: Record<string, string> = {}): void {
  execFileSync(file, args, {
    cwd,
    env: { PATH: process.env.PATH, HOME: cwd, ...env },
    stdio: ['ignore', 'ignore', 'inherit'],
  })
}
