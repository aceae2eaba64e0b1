import { expect, test } from '@jest/globals'
import { type RetryOptions, retry } from './retry.ts'

const options: RetryOptions = { attempts: 3, delay: 1, retryable: () => true }
const failing = (failures: number) => {
  let calls = 0
  return async () => {
    if (++calls <= failures) throw new Error(`failure ${calls}`)
    return calls
  }
}

test('a passing failure is tried again', async () => {
  await expect(retry(failing(2), options)).resolves.toBe(3)
})

test('the last failure is thrown when the tries are used up', async () => {
  await expect(retry(failing(9), options)).rejects.toThrow('failure 3')
})

test('a failure that cannot pass is thrown at once', async () => {
  await expect(retry(failing(9), { ...options, retryable: () => false })).rejects.toThrow('failure 1')
})

test('the wait doubles, within its jitter and its limit', async () => {
  const seen: number[] = []
  const retryable = (_: unknown, attempt: number) => {
    seen.push(attempt)
    return true
  }
  const started = performance.now()
  await expect(
    retry(failing(9), { attempts: 4, delay: 20, maxDelay: 40, random: () => 1, retryable }),
  ).rejects.toThrow('failure 4')
  expect(seen).toEqual([1, 2, 3])
  expect(performance.now() - started).toBeGreaterThanOrEqual(95)
})

test('cancelling ends the wait', async () => {
  const cancel = new AbortController()
  setTimeout(() => cancel.abort(new Error('the job was cancelled')), 10)
  const waiting = retry(failing(9), {
    attempts: 2,
    delay: 60_000,
    retryable: () => true,
    signal: cancel.signal,
  })
  await expect(waiting).rejects.toThrow('the job was cancelled')
})
