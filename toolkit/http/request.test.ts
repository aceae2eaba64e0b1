import { describe, expect, test } from '@jest/globals'
import { httpsProblem } from './request.ts'

const remedies = { distrusted: 'trust it', absent: 'use another' }

describe('where HTTPS cannot work, the reason and the remedy are told', () => {
  const distrusted = 'has a certificate that is not trusted here (why); trust it'
  test.each([
    ['DEPTH_ZERO_SELF_SIGNED_CERT', distrusted],
    ['UNABLE_TO_VERIFY_LEAF_SIGNATURE', distrusted],
    ['CERT_HAS_EXPIRED', distrusted],
    ['ERR_TLS_CERT_ALTNAME_INVALID', distrusted],
    ['EPROTO', 'does not speak HTTPS; use another'],
    // Other failures may pass.
    ['ECONNRESET', undefined],
  ])('%s', (code, told) => {
    expect(httpsProblem(Object.assign(new Error('why'), { code }), remedies)).toBe(told)
  })
})
