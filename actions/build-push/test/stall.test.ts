import { setTimeout as sleep } from 'node:timers/promises'
import { expect, test } from '@jest/globals'
import { unlessStalled } from '../src/stall.ts'

const place = { signal: new AbortController().signal, registry: 'r/api' }
const silentAfter = (line: string) =>
  unlessStalled(20, place, async (signal, watch) => {
    watch(line)
    await sleep(100, undefined, { signal })
    return 'done'
  })

test.each(['#6 pushing layer 4e3c', 'The push refers to repository [r/api]', 'Copying blob sha256:1'])(
  'a push that falls silent is ended: %s',
  async line => {
    await expect(silentAfter(line)).rejects.toThrow('r/api has taken nothing for')
  },
)

test.each(['#7 [2/3] RUN make push', '#7 1.2 pushing on', '#8 exporting layers'])(
  'a build may be silent: %s',
  async line => {
    expect(await silentAfter(line)).toBe('done')
  },
)
