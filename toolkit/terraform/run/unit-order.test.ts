import { expect, test } from '@jest/globals'
import { inOrder, type OrderedUnit, parseUnits } from './unit-order.ts'

const unit = (directory: string, ...dependencies: string[]): OrderedUnit => ({
  directory,
  path: `/w/${directory}`,
  dependencies,
})

test.each([
  ['as given where nothing depends', [unit('b'), unit('a')], ['b', 'a']],
  ['after what it depends on', [unit('app', 'net'), unit('net')], ['net', 'app']],
  ['over several steps', [unit('c', 'b'), unit('b', 'a'), unit('d'), unit('a')], ['a', 'b', 'c', 'd']],
  ['where a dependency lies elsewhere', [unit('app', '../other')], ['app']],
])('units come %s', (_, units, order) => {
  expect(inOrder(units).map(({ directory }) => directory)).toEqual(order)
})

test('paths are told from the workspace', () => {
  const json = JSON.stringify([
    { type: 'unit', path: 'app', dependencies: ['net', '../shared/dns'] },
    { type: 'unit', path: 'net' },
    { type: 'stack', path: 'stack' },
  ])
  expect(parseUnits(json, { directory: 'live/prod', path: '/w/live/prod' })).toEqual([
    {
      directory: 'live/prod/app',
      path: '/w/live/prod/app',
      dependencies: ['live/prod/net', 'live/shared/dns'],
    },
    { directory: 'live/prod/net', path: '/w/live/prod/net', dependencies: [] },
  ])
  expect(parseUnits('[{"path":"."}]', { directory: 'live', path: '/w/live' })).toMatchObject([
    { directory: 'live', path: '/w/live' },
  ])
})
