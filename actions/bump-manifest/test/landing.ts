import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { GitHub } from '../../../test/support/github/server.ts'
import { readInputs } from '../../../toolkit/action/fields.ts'
import type { World } from '../../../toolkit/action/run.ts'
import { exec } from '../../../toolkit/exec/exec.ts'
import { createSecrets } from '../../../toolkit/redact/secrets.ts'
import { readContext } from '../../../toolkit/runner/context.ts'
import { bumpManifest } from '../src/main.ts'
import { spec } from '../src/spec.ts'

/** A run of the action in this process. */
export interface Run {
  readonly inputs: Readonly<Record<string, string>>
  readonly env?: Readonly<Record<string, string>>
  readonly signal?: AbortSignal
  /** Told each program and its arguments before it starts. */
  readonly onExec?: (program: string, args: readonly string[]) => unknown
}

/** Runs bump-manifest in this process, against a GitHub; `log` holds all that it said. */
export async function bump(github: Pick<GitHub, 'env'>, { inputs, env = {}, signal, onExec }: Run) {
  const folder = await mkdtemp(join(tmpdir(), 'bump-'))
  const log: string[] = []
  const secrets = createSecrets()
  const say = (level: string) => (message: string) => void log.push(secrets.redact(`${level}: ${message}`))
  const world: World = {
    env: { ...process.env, ...github.env, RUNNER_TEMP: folder, ...env },
    context: readContext({ ...DEFAULTS, ...github.env, ...env }),
    log: {
      ...{ debug: say('debug'), info: say('info'), notice: say('notice') },
      ...{ warning: say('warning'), error: say('error'), group: (_, body) => body() },
    },
    exec: async (program, args, options) => {
      await onExec?.(program, args)
      return exec(program, args, options)
    },
    secrets,
    folder: async () => folder,
    jobFolder: async () => folder,
    signal: signal ?? new AbortController().signal,
    now: () => new Date(),
  }
  try {
    const report = await bumpManifest(
      readInputs(spec.inputs, name => inputs[name] ?? ''),
      world,
    )
    return { ...report, log }
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

const DEFAULTS = {
  GITHUB_EVENT_NAME: 'push',
  GITHUB_REPOSITORY: 'maestrops/shop',
  GITHUB_REF: 'refs/heads/main',
  GITHUB_SHA: '0a3087a0a3087a0a3087a0a3087a0a3087a0a308',
  GITHUB_RUN_ID: '1001',
  GITHUB_RUN_NUMBER: '4',
}
