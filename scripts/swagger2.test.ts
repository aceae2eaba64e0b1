import { expect, test } from '@jest/globals'
import { sliceDescription } from './slice.ts'
import { closed, fromSwagger2 } from './swagger2.ts'

const swagger = {
  paths: {
    '/things/{id}': {
      get: {
        parameters: [
          { name: 'id', in: 'path', required: true, type: 'string' },
          { name: 'tags', in: 'query', type: 'array', items: { type: 'string' } },
        ],
        responses: { 200: { schema: { $ref: '#/definitions/thing' } } },
      },
    },
  },
  definitions: {
    thing: {
      type: 'object',
      allOf: [{ $ref: '#/definitions/name' }],
      properties: { labels: { type: 'object', additionalProperties: { type: 'string' } } },
    },
    name: { type: 'object', properties: { kind: { type: 'string' } } },
  },
}

test('objects take in what they extend, and let in nothing else', () => {
  const { operations, schemas } = closed(sliceDescription(fromSwagger2(swagger), ['GET /things/{id}'], []))
  expect(operations['GET /things/{id}']).toEqual({
    path: {
      type: 'object',
      properties: { id: { type: 'string' } },
      required: ['id'],
      additionalProperties: false,
    },
    query: {
      type: 'object',
      properties: { tags: { type: 'array', items: { type: 'string' } } },
      required: [],
      additionalProperties: false,
    },
    replies: { 200: { $ref: 'github#/schemas/thing' } },
  })
  expect(schemas.thing).toEqual({
    type: 'object',
    properties: {
      kind: { type: 'string' },
      labels: { type: 'object', additionalProperties: { type: 'string' } },
    },
    additionalProperties: false,
  })
})
