import { expect, test } from '@jest/globals'
import { nginx } from './nginx.ts'
import { node } from './node.ts'
import { postgres } from './postgres.ts'
import { python } from './python.ts'
import { cookFor } from './recipes.ts'
import { socketProxy } from './socket-proxy.ts'
import { traefik } from './traefik.ts'

test.each([
  ['python:3.13', python],
  ['python:3.13.15-slim-trixie', python],
  ['docker.io/library/python:3.13-alpine', python],
  ['node:24.21.0-trixie-slim', node],
  ['docker.io/nginxinc/nginx-unprivileged:1.31.6-alpine3.24', nginx],
  ['postgres:18.6-trixie', postgres],
  ['traefik:v3.7.13', traefik],
  ['tecnativa/docker-socket-proxy:v0.5.0', socketProxy],
])('%s has a stand-in', (image, cook) => {
  expect(cookFor(image)).toBe(cook)
})

test.each([
  'python:3.12-slim',
  'python:3.130',
  'python',
  'node:22',
  'ghcr.io/x/python:3.13',
  'postgres:17',
  'traefik:v2.11',
])('%s has none, and the error says what has', image => {
  expect(() => cookFor(image)).toThrow(
    `'${image}' cannot be pulled here and has no stand-in; there are some for python:3.13…, node:24…`,
  )
})
