import { expect, test } from '@jest/globals'
import { classify } from './verdict.ts'

const race = { kind: 'race' }
const hiccup = { kind: 'hiccup' }
const final = (because: string) => ({ kind: 'final', because })
const url = 'https://github.com/maestrops/shop.git'

test.each([
  ['!\trefs/x:refs/heads/main\t[rejected] (fetch first)', race],
  ['!\trefs/x:refs/heads/main\t[rejected] (non-fast-forward)', race],
  ['!\trefs/x:refs/heads/main\t[rejected] (stale info)', race],
  ["remote: error: cannot lock ref 'refs/heads/main': is at 1234567 but expected 89abcde", race],
  ['!\tx:refs/heads/main\t[remote rejected] (failed to update ref)', race],
  ['!\tx:refs/heads/main\t[remote rejected] (incorrect old value provided)', race],
  ['remote: error: GH006: Protected branch update failed for refs/heads/main.', final('protected')],
  ['remote: error: GH013: Repository rule violations found for refs/heads/main.', final('protected')],
  ['[remote rejected] main -> main (pre-receive hook declined)', final('protected')],
  [`fatal: unable to access '${url}/': The requested URL returned error: 403`, final('read-only')],
  ['remote: Permission to maestrops/shop.git denied to github-actions[bot].', final('read-only')],
  ['ERROR: The key you are authenticating with has been marked as read only.', final('read-only')],
  [`fatal: Authentication failed for '${url}/'`, final('credentials')],
  [
    "fatal: could not read Username for 'https://github.com': terminal prompts disabled",
    final('credentials'),
  ],
  ['git@github.com: Permission denied (publickey).\nfatal: the remote end hung up', final('credentials')],
  ['Load key "/tmp/key": error in libcrypto', final('ssh-key')],
  ['Host key verification failed.', final('host-key')],
  ["fatal: couldn't find remote ref refs/heads/nowhere", final('no-branch')],
  [`fatal: repository '${url}/' not found`, final('not-found')],
  ['ERROR: Repository not found.', final('not-found')],
  [`fatal: unable to access '${url}/': The requested URL returned error: 429`, hiccup],
  [`fatal: unable to access '${url}/': The requested URL returned error: 503`, hiccup],
  ['error: RPC failed; HTTP 502 curl 22 The requested URL returned error: 502', hiccup],
  [`fatal: unable to access '${url}/': Could not resolve host: github.com`, hiccup],
  ["'git push' gave no answer within 180000 ms", hiccup],
  ['fatal: early EOF', hiccup],
  ['fatal: bad object', final('unknown')],
])('%s', (said, verdict) => {
  expect(classify(said)).toEqual(verdict)
})
