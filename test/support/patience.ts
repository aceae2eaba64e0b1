import { jest } from '@jest/globals'

// Real programs on a busy machine: a test that hangs still ends, and a slow machine fails none.
jest.setTimeout(180_000)

// swc compiles `await using` to a helper that it forgets to define; without it, a body and a dispose that both fail
// hide each other.
Object.assign(globalThis, {
  _SuppressedError: class extends Error {
    constructor(late: Error, first: Error) {
      super(`${first.message}\n(and while cleaning up: ${late.message})`, { cause: first })
    }
  },
})
