import { createServer, type Server } from 'node:http'
import { join } from 'node:path'
import { messageOf } from '../../../toolkit/action/errors.ts'
import { startAws } from './aws.ts'
import { startBuildkit } from './buildkit.ts'
import { startEcr } from './ecr.ts'
import { startEngine } from './engine.ts'
import { openPremises } from './premises.ts'
import { startRegistry } from './registry.ts'

/** Where test workers ask for services. */
export interface Stage extends AsyncDisposable {
  /** The path of a unix socket: `GET /engine` and so on answers with the service's data as JSON. */
  readonly socket: string
}

/**
 * Opens the stage: services that all tests of a run share. Each is started when it is first asked for, lives in this
 * process, and ends with the stage.
 */
export async function openStage(): Promise<Stage> {
  const premises = await openPremises('stage')
  const services = sharedServices()
  const socket = join(premises.folder, 'stage.sock')
  const server = createServer((asked, answer) => {
    const name = (asked.url ?? '').slice(1)
    services.get(name).then(
      service =>
        answer.end(JSON.stringify(service, (key, value) => (key === 'requests' ? undefined : value))),
      thrown => answer.writeHead(500).end(messageOf(thrown)),
    )
  })
  await new Promise<void>(resolve => server.listen(socket, resolve))
  server.unref()
  return {
    socket,
    async [Symbol.asyncDispose]() {
      await closed(server)
      await services.end()
      await premises[Symbol.asyncDispose]()
    },
  }
}

type SharedServices = Record<string, () => Promise<AsyncDisposable>>

function sharedServices() {
  const started = new Map<string, Promise<AsyncDisposable>>()
  const once = <T extends AsyncDisposable>(name: string, start: () => Promise<T>) => {
    return () => {
      const service = (started.get(name) as Promise<T> | undefined) ?? start()
      started.set(name, service)
      return service
    }
  }
  const aws = once('aws', () => startAws())
  const ecr = once('ecr', async () => startEcr(await aws()))
  const all: SharedServices = {
    aws,
    ecr,
    registry: once('registry', () => startRegistry()),
    // Only root can start an engine with settings; anyone else has the machine's, which does not know our ECR.
    engine: once('engine', async () =>
      startEngine(process.getuid?.() === 0 ? { env: (await ecr()).env } : {}),
    ),
    buildkit: once('buildkit', async () => startBuildkit({ env: (await ecr()).env })),
  }
  return {
    get: async (name: string) => {
      const start = all[name]
      if (!start) throw new Error(`no service is called '${name}'`)
      return await start()
    },
    async end() {
      for (const service of [...started.values()].reverse())
        await service.then(
          running => running[Symbol.asyncDispose](),
          () => {},
        )
    },
  }
}

function closed(server: Server): Promise<unknown> {
  const done = new Promise(resolve => server.close(resolve))
  server.closeAllConnections()
  return done
}
