import { request } from 'node:http'
import { text } from 'node:stream/consumers'
import type { Aws } from './aws.ts'
import type { Buildkit } from './buildkit.ts'
import type { Ecr } from './ecr.ts'
import type { Engine } from './engine.ts'
import type { Registry } from './registry.ts'

/** The variable that names the stage's socket to test workers. */
export const STAGE = 'GITOPS_ACTIONS_STAGE'

/** What remains of a service when it is told to another process: its data. */
type Told<T> = { readonly [K in Exclude<keyof T, symbol | 'requests' | 'fault' | 'heal'>]: T[K] }

/**
 * Services that all `*.real.test.ts` of one run share, each started when it is first asked for: the first caller may
 * wait for seconds, or for minutes where a program has to be built. Tests keep apart by names of their own in them.
 * A test that disturbs or inspects a service starts one of its own.
 */
export const sharedEngine = () => ask<Told<Engine>>('engine')
export const sharedRegistry = () => ask<Told<Registry>>('registry')
export const sharedAws = () => ask<Told<Aws>>('aws')
/** Belongs to `sharedAws`; `sharedEngine` and `sharedBuildkit` reach it by name. */
export const sharedEcr = () => ask<Told<Ecr>>('ecr')
export const sharedBuildkit = () => ask<Told<Buildkit>>('buildkit')

function ask<T>(service: string): Promise<T> {
  const socketPath = process.env[STAGE]
  if (socketPath === undefined)
    throw new Error(`shared services exist only in *.real.test.ts; ${STAGE} is not set`)
  return new Promise((resolve, reject) => {
    request({ socketPath, path: `/${service}` }, answer => {
      text(answer).then(
        told => (answer.statusCode === 200 ? resolve(JSON.parse(told)) : reject(new Error(told))),
        reject,
      )
    })
      .once('error', reject)
      .end()
  })
}
