import { expect, test } from '@jest/globals'
import { createSecrets } from './secrets.ts'

test('every known secret is hidden, the longest first', () => {
  const secrets = createSecrets()
  secrets.add('abc')
  secrets.add('abcdef')
  expect(secrets.redact('x abcdef y abc z')).toBe('x *** y *** z')
})

test('each line of a multi-line secret is announced once; short lines would hide half the log', () => {
  const announced: string[] = []
  const secrets = createSecrets(value => announced.push(value))
  const key = '-----BEGIN KEY-----\r\n  c2VjcmV0\n}\n-----END KEY-----\n'
  secrets.add(key)
  secrets.add(key)
  expect(announced).toEqual([key, '-----BEGIN KEY-----', 'c2VjcmV0', '-----END KEY-----'])
  expect(secrets.redact('got c2VjcmV0 }')).toBe('got *** }')
})

test('an empty value hides nothing', () => {
  const secrets = createSecrets()
  secrets.add('')
  secrets.add(' \n')
  expect(secrets.redact('a b')).toBe('a b')
})
