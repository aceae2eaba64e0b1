import { createServer } from 'node:http'
import { program } from '../programs/program.ts'
import { startDaemon } from './daemon.ts'
import { openPremises } from './premises.ts'
import { publicEcr } from './public-ecr.ts'
import { passTo, type RecordingProxy, recordingProxy, serveOnLoopback } from './recording-proxy.ts'

export interface AwsOptions {
  /** Default: 123456789012. */
  readonly account?: string
  /** Default: eu-west-1. */
  readonly region?: string
}

/** A fake AWS (moto), with public ECR added, behind a proxy that records and disturbs. */
export interface Aws extends AsyncDisposable, Pick<RecordingProxy, 'requests' | 'fault' | 'heal'> {
  readonly url: string
  readonly account: string
  readonly region: string
  /** AWS_ENDPOINT_URL, keys that work nowhere else, the region; to be added to a program's environment. */
  readonly env: Readonly<Record<string, string>>
}

/** Starts a fake AWS with nothing in it. */
export async function startAws(options: AwsOptions = {}): Promise<Aws> {
  const { account = '123456789012', region = 'eu-west-1' } = options
  const premises = await openPremises('aws')
  try {
    const port = await startDaemon(premises, {
      program: await program('moto_server'),
      args: ['-H', '127.0.0.1', '-p', '0'],
      env: {
        MOTO_ACCOUNT_ID: account,
        // Or no role can be given one of AWS's own policies.
        MOTO_IAM_LOAD_MANAGED_POLICIES: 'true',
        PYTHONUNBUFFERED: '1',
      },
      ready: portInLog,
    })
    const proxy = recordingProxy(publicEcr(account, passTo({ port })))
    const front = await serveOnLoopback(createServer(proxy.listener))
    const url = `http://127.0.0.1:${front.port}`
    return {
      ...proxy,
      url,
      account,
      region,
      env: {
        AWS_ENDPOINT_URL: url,
        AWS_ACCESS_KEY_ID: 'test',
        AWS_SECRET_ACCESS_KEY: 'test',
        AWS_REGION: region,
        AWS_DEFAULT_REGION: region,
        AWS_EC2_METADATA_DISABLED: 'true',
      },
      async [Symbol.asyncDispose]() {
        await front[Symbol.asyncDispose]()
        await premises[Symbol.asyncDispose]()
      },
    }
  } catch (thrown) {
    await premises[Symbol.asyncDispose]()
    throw thrown
  }
}

function portInLog(log: string): number {
  const port = /Running on http:\/\/127\.0\.0\.1:(\d+)/.exec(log)?.[1]
  if (port === undefined) throw new Error('it has not named its port')
  return Number(port)
}
