import { program } from './programs/program.ts'
import { STAGE } from './services/shared.ts'
import { openStage } from './services/stage.ts'

/** What tests build for themselves where it is missing, which takes minutes each. */
const BUILT = [
  ...['buildx', 'buildkitd', 'terraform', 'terragrunt', 'infracost', 'tofu', 'compose'],
  ...['kube-apiserver', 'kube-controller-manager', 'argocd'],
]

/**
 * Opens the stage for the services that real tests share; nothing is started until a test asks.
 * JavaScript, because Jest would load TypeScript here as CommonJS, which cannot load what the services build on.
 */
export default async function globalSetup() {
  // A whole run needs them all: built first, they take no time from the tests, nor the processors.
  if (process.env.REQUIRE_ALL === '1') for (const name of BUILT) await program(name)
  globalThis[STAGE] = await openStage()
  process.env[STAGE] = globalThis[STAGE].socket
}
