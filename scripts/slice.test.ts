import { expect, test } from '@jest/globals'
import { type Description, sliceDescription } from './slice.ts'

const description: Description = {
  paths: {
    '/things/{id}': {
      get: {
        parameters: [{ $ref: '#/components/parameters/id' }],
        responses: {
          200: { content: { 'application/json': { schema: { $ref: '#/components/schemas/thing' } } } },
        },
      },
      delete: { responses: { 204: {} } },
    },
  },
  components: {
    parameters: { id: { name: 'id', in: 'path', required: true, schema: { type: 'integer', example: 1 } } },
    schemas: {
      thing: {
        type: 'object',
        description: 'prose',
        properties: {
          description: { type: 'string', nullable: true, example: 'x' },
          state: { type: 'string', nullable: true, enum: ['on', 'off'] },
          owner: { nullable: true, allOf: [{ $ref: '#/components/schemas/owner' }] },
          link: { type: 'string', format: 'uri', default: '' },
        },
        required: ['description'],
      },
      owner: { oneOf: [{ type: 'string' }, { $ref: '#/components/schemas/thing' }] },
      unused: { type: 'string' },
      'basic-error': { type: 'object' },
    },
  },
}

test('a slice holds what was named, all that it leads to, and no prose', () => {
  expect(sliceDescription(description, ['GET /things/{id}', 'DELETE /things/{id}'], [])).toEqual({
    operations: {
      'GET /things/{id}': {
        path: { type: 'object', properties: { id: { type: 'integer' } }, required: ['id'] },
        query: { type: 'object', properties: {}, required: [] },
        replies: { 200: { $ref: 'github#/schemas/thing' } },
      },
      'DELETE /things/{id}': {
        path: { type: 'object', properties: {}, required: [] },
        query: { type: 'object', properties: {}, required: [] },
        replies: { 204: null },
      },
    },
    schemas: {
      thing: {
        type: 'object',
        properties: {
          description: { type: ['string', 'null'] },
          state: { type: ['string', 'null'], enum: ['on', 'off', null] },
          owner: { anyOf: [{ allOf: [{ $ref: 'github#/schemas/owner' }] }, { type: 'null' }] },
          link: { type: 'string' },
        },
        required: ['description'],
      },
      owner: { anyOf: [{ type: 'string' }, { $ref: 'github#/schemas/thing' }] },
      'basic-error': { type: 'object' },
    },
  })
})

test('an operation that GitHub does not describe is named', () => {
  expect(() => sliceDescription(description, ['GET /nothing'], [])).toThrow(
    "GitHub describes no 'GET /nothing'",
  )
})
