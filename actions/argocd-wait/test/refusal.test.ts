import { expect, test } from '@jest/globals'
import { readAnswer } from '../src/api/refusal.ts'
import type { AppName } from '../src/given.ts'

const refused = (status: number, application: AppName, body: object | string) =>
  readAnswer('https://argocd.test', application, {
    ...{ status, headers: {} },
    body: Buffer.from(typeof body === 'string' ? body : JSON.stringify(body)),
  })

// Argo CD, "Applications in any namespace": its policies name the namespace, too.
test.each<[AppName, string]>([
  [{ name: 'shop' }, "'applications, get, PROJECT/shop, allow'"],
  [{ name: 'shop', namespace: 'team' }, "'applications, get, PROJECT/team/shop, allow'"],
])('%j that may not be seen: the policy that it takes is named', (application, policy) => {
  expect(() => refused(403, application, { message: 'permission denied' })).toThrow(
    `https://argocd.test answered 403 (permission denied): either there is no application`,
  )
  expect(() => refused(403, application, {})).toThrow(policy)
})

test.each([
  [{ error: 'applications.argoproj.io "shop" not found', code: 5 }, "there is no application 'shop'"],
  ['404 page not found', 'there is no API of Argo CD at this address'],
  ['', 'there is no API of Argo CD at this address'],
])('of 404 with %j', (body, meaning) => {
  expect(() => refused(404, { name: 'shop' }, body)).toThrow(meaning)
})
