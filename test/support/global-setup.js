import { STAGE } from './services/shared.ts'
import { openStage } from './services/stage.ts'

/**
 * Opens the stage for the services that real tests share; nothing is started until a test asks.
 * JavaScript, because Jest would load TypeScript here as CommonJS, which cannot load what the services build on.
 */
export default async function globalSetup() {
  globalThis[STAGE] = await openStage()
  process.env[STAGE] = globalThis[STAGE].socket
}
