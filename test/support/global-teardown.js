import { STAGE } from './services/shared.ts'

/** Ends the services that the tests of this run shared. */
export default async function globalTeardown() {
  await globalThis[STAGE]?.[Symbol.asyncDispose]()
}
