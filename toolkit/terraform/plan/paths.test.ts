import { expect, test } from '@jest/globals'
import { planLine, planPath, planSources } from './paths.ts'

test.each([
  ['.', '/t/%2E.tfplan.json'],
  ['live/prod', '/t/live%2Fprod.tfplan.json'],
  ['a=b c%', '/t/a%3Db%20c%25.tfplan.json'],
  ['.hidden', '/t/%2Ehidden.tfplan.json'],
])('the file of %s tells its directory', (directory, path) => {
  expect(planPath('/t', directory, 'json')).toBe(path)
  expect(planSources([path], '/w')).toEqual([{ directory, path }])
})

test.each(['d'.repeat(250), `${'ü/'.repeat(90)}x`])(
  'the file of a very long one is told with it',
  directory => {
    const path = planPath('/t', directory, 'json')
    expect(Math.max(...path.split('/').map(part => part.length))).toBeLessThan(255)
    expect(planSources([planLine({ directory, path })], '/w')).toEqual([{ directory, path }])
    expect(planLine({ directory: 'a/b', path: '/t/a%2Fb.tfplan.json' })).toBe('/t/a%2Fb.tfplan.json')
  },
)

test('a saved plan has another name', () => {
  expect(planPath('/t', 'live', 'plan')).toBe('/t/live.tfplan')
})

test.each([
  ['live/vpc/plan.json', 'live/vpc', '/w/live/vpc/plan.json'],
  ['plan.json', '.', '/w/plan.json'],
  ['/w/live/plan.json', 'live', '/w/live/plan.json'],
  ['live=out/p.json', 'live', '/w/out/p.json'],
  ['./live/ = /t/p.json', 'live', '/t/p.json'],
  ['.=p.json', '.', '/w/p.json'],
  ['/t/x=y/live.tfplan.json', 'live', '/t/x=y/live.tfplan.json'],
])('%s', (line, directory, path) => {
  expect(planSources([line], '/w')).toEqual([{ directory, path }])
})

test.each([
  [['/t/plan.json'], "input 'plan-json' names '/t/plan.json', which is not in the workspace"],
  [['../x=p.json'], "input 'plan-json' names the directory '../x', which is not in the workspace"],
  [['a=p.json', 'a=q.json'], "two plans of 'a', '/w/p.json' and '/w/q.json'"],
])('%j is refused', (lines, says) => {
  expect(() => planSources(lines, '/w')).toThrow(says)
})
