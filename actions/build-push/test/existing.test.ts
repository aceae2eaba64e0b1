import { describe, expect, test } from '@jest/globals'
import { repositorySettings } from '../src/ecr/repository.ts'
import { checkReuse } from '../src/existing.ts'
import { REVISION } from '../src/labels.ts'

const image = { repository: 'r/api', tags: ['1'], labels: { [REVISION]: 'abc' } }

describe('an image that exists', () => {
  test('of the same commit is reused', () => {
    expect(() => checkReuse(image, 'abc', 'reuse')).not.toThrow()
  })

  test.each([
    ['def', 'reuse', 'r/api:1 exists already and was built from def, but this is abc: choose another tag'],
    [undefined, 'reuse', 'r/api:1 exists already and does not say from which commit, but this is abc'],
    ['abc', 'fail', "r/api:1 exists already, and input 'if-exists' is 'fail'"],
  ] as const)('of %s, with %s, is refused', (revision, ifExists, message) => {
    expect(() => checkReuse(image, revision, ifExists)).toThrow(message)
  })

  test('of an unknown commit is not taken for another unknown one', () => {
    expect(() => checkReuse({ ...image, labels: {} }, undefined, 'reuse')).toThrow('this is no known commit')
  })
})

describe('a new ECR repository keeps tags as they are', () => {
  test.each([
    [[], { imageTagMutability: 'IMMUTABLE' }],
    [
      ['latest'],
      {
        imageTagMutability: 'IMMUTABLE_WITH_EXCLUSION',
        imageTagMutabilityExclusionFilters: [{ filterType: 'WILDCARD', filter: 'latest' }],
      },
    ],
    [['*'], { imageTagMutability: 'MUTABLE' }],
    [['a', 'b', 'c', 'd', 'e', 'f'], { imageTagMutability: 'MUTABLE' }],
  ])('but for %j', (moving, mutability) => {
    expect(repositorySettings('api', '123456789012', moving)).toEqual({
      registryId: '123456789012',
      repositoryName: 'api',
      imageScanningConfiguration: { scanOnPush: true },
      encryptionConfiguration: { encryptionType: 'AES256' },
      ...mutability,
    })
  })
})
