import { expect, test } from '@jest/globals'
import { allOutputs, publicOutputs, sensitiveOutputs } from '../src/outputs.ts'

const hosts = { web: { address: '10.0.0.1', user: 'admin', port: 22, groups: ['web'], vars: {} } }
const network = { hosts: { sensitive: false, value: hosts }, key: { sensitive: true, value: 'hunter2' } }
const app = {
  url: { sensitive: false, value: 'https://shop' },
  dsn: { sensitive: false, value: 'pg://hunter2@db' },
}
const hides = (text: string) => text.includes('hunter2')

test('one root module: its values by name, as Ansible takes them', () => {
  const { json, withheld } = publicOutputs(new Map([['infra', network]]), hides)
  expect(JSON.parse(json)).toEqual({ hosts })
  expect(withheld).toEqual([])
})

test('several root modules: by directory; what holds a secret is withheld and named', () => {
  const { json, withheld } = publicOutputs(new Map(Object.entries({ network, app })), hides)
  expect(JSON.parse(json)).toEqual({ network: { hosts }, app: { url: 'https://shop' } })
  expect(withheld).toEqual(['app: dsn'])
})

test('none at all', () => {
  expect(publicOutputs(new Map([['infra', {}]]), hides).json).toBe('{}')
})

test('the file has all of them', () => {
  expect(JSON.parse(allOutputs(new Map([['infra', network]])))).toEqual(network)
  expect(JSON.parse(allOutputs(new Map(Object.entries({ network, app }))))).toEqual({ network, app })
})

test('sensitive scalars are collected at any depth', () => {
  const value = { a: ['x', { b: 'y' }], n: 1234567, yes: true, none: null }
  expect(
    sensitiveOutputs(
      new Map([['.', { s: { sensitive: true, value }, p: { sensitive: false, value: 'q' } }]]),
    ),
  ).toEqual(['x', 'y', '1234567'])
})
