import { expect, test } from '@jest/globals'
import { sharedAws, sharedEcr, sharedRegistry } from './shared.ts'

test('asking twice gives the same service, and it answers', async () => {
  const [one, other] = await Promise.all([sharedRegistry(), sharedRegistry()])
  expect(one).toEqual(other)
  expect((await fetch(`${one.url}/v2/`)).status).toBe(200)
})

test('ECR belongs to the fake AWS', async () => {
  const [aws, ecr] = await Promise.all([sharedAws(), sharedEcr()])
  expect(ecr.host).toBe(`${aws.account}.dkr.ecr.${aws.region}.amazonaws.com`)
})
