import { jest } from '@jest/globals'

// Real programs on a busy machine: a test that hangs still ends, and a slow machine fails none.
jest.setTimeout(180_000)
