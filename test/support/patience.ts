import { jest } from '@jest/globals'

// On a fresh machine the first test that needs a program waits until it is built; a test that hangs still ends.
jest.setTimeout(15 * 60_000)

// swc compiles `await using` to a helper that it forgets to define; without it, a body and a dispose that both fail
// hide each other.
Object.assign(globalThis, {
  _SuppressedError: class extends Error {
    constructor(late: Error, first: Error) {
      super(`${first.message}\n(and while cleaning up: ${late.message})`, { cause: first })
    }
  },
})
