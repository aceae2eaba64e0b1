import { startService } from './service.ts'
import { readSettings } from './settings.ts'
import { createLog, messageOf } from './telemetry/log.ts'
import { readOtelSettings } from './telemetry/otel-settings.ts'

const log = createLog(process.env.REPLICA_NAME || process.env.HOSTNAME || 'kv', line =>
  process.stdout.write(line),
)

try {
  const settings = readSettings(process.env)
  const own = { 'service.version': settings.revision, 'service.instance.id': settings.name }
  const service = await startService(settings, readOtelSettings(process.env, own), log)
  let stopping = false
  for (const signal of ['SIGTERM', 'SIGINT'] as const)
    process.on(signal, () => {
      if (stopping) return
      stopping = true
      void service.stop()
    })
} catch (thrown) {
  log('error', 'cannot start', { error: messageOf(thrown) })
  process.exitCode = 1
}
