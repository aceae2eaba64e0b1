import { expect, test } from '@jest/globals'
import {
  parseApplication,
  parseCertificates,
  parseRevision,
  parseServer,
  parseTimeout,
} from '../src/given.ts'

test.each<[string, string]>([
  ['argocd.example.com', 'https://argocd.example.com'],
  ['argocd.example.com:8443', 'https://argocd.example.com:8443'],
  ['https://argocd.example.com/', 'https://argocd.example.com'],
  ['https://example.com/argocd/', 'https://example.com/argocd'],
  ['https://example.com/argocd/api/v1/', 'https://example.com/argocd'],
  ['http://localhost:8080', 'http://localhost:8080'],
  ['http://127.0.0.1:8080', 'http://127.0.0.1:8080'],
])('the server %s is %s', (given, server) => {
  expect(parseServer(given)).toBe(server)
})

test.each<[string, RegExp]>([
  ['http://argocd.example.com', /plain HTTP would show the token/],
  ['https://admin:secret@argocd.example.com', /leave user and password out/],
  ['ftp://argocd.example.com', /write its address/],
  ['https://', /write its address/],
  ['https://argocd.example.com/?x=1', /write its address/],
])('the server %s is refused', (given, why) => {
  expect(() => parseServer(given)).toThrow(why)
})

test('applications have a name, and may have a namespace', () => {
  expect(parseApplication('shop')).toEqual({ name: 'shop' })
  expect(parseApplication('team-a/shop.dev')).toEqual({ name: 'shop.dev', namespace: 'team-a' })
  for (const wrong of ['Shop', 'a/b/c', '/shop', 'shop/', 'shop?refresh=hard', '../shop', '-shop'])
    expect(() => parseApplication(wrong)).toThrow('write the name of an application')
})

test('a revision is a commit', () => {
  expect(parseRevision('ABCDEF0')).toBe('abcdef0')
  for (const wrong of ['main', 'abc', 'v1.2.3', 'refs/heads/main', 'g'.repeat(40)])
    expect(() => parseRevision(wrong)).toThrow('write the sha of a commit')
})

test.each<[string, number]>([
  ['90', 90],
  ['90s', 90],
  ['10m', 600],
  ['1h', 3600],
])('%s are %i seconds', (given, seconds) => {
  expect(parseTimeout(given)).toBe(seconds)
})

test.each(['', '0', '7h', '1.5m', 'soon', '-1', '10 m'])('%s is no time to wait', given => {
  expect(() => parseTimeout(given)).toThrow('write seconds or a time')
})

test('what is no certificate is refused', () => {
  for (const wrong of [
    'abc',
    '-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----',
    '-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----',
  ])
    expect(() => parseCertificates(wrong)).toThrow('in PEM')
})
