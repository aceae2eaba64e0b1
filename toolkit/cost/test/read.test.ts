import { join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import { samplesFolder } from '../../../test/support/samples.ts'
import { UserError } from '../../action/errors.ts'
import { sum, toText, zero } from '../../money/decimal.ts'
import { projectChange } from '../change.ts'
import { directoryOf } from '../directory.ts'
import { parseCosts, readCosts } from '../read.ts'
import { writeCosts } from '../write.ts'
import { costs, infracostJson } from './builders.ts'

const root = (project: object, more: object = {}) =>
  JSON.stringify({ version: '0.2', currency: 'USD', projects: [project], ...more })
const read = (project: object, more?: object) => parseCosts(root(project, more), 'costs.json').projects[0]

describe('version 0.2', () => {
  test('an older file without past and totals is read', () => {
    const project = read({ name: 'old', breakdown: { resources: [{ name: 'a.b', monthlyCost: '5' }] } })
    expect(project).toMatchObject({ directory: '.', past: undefined, errors: [] })
    expect(project?.now.total).toMatchObject({ known: { units: 5n, scale: 0 }, complete: true })
  })

  test.each([
    ['a price that was not found', '?', { complete: false, usage: false }],
    ['usage that is not told', null, { complete: true, usage: true }],
    ['a price', '0', { complete: true, usage: false }],
  ])('%s is not taken for $0', (_, cost, expected) => {
    const [project] = costs({ now: { 'aws_x.y': [{ cost }] } }).projects
    expect(project?.now.total).toMatchObject(expected)
    expect(project?.now.resources[0]?.cost).toMatchObject(expected)
  })

  test('a price that was not found for none of it makes no difference', () => {
    const [project] = costs({ now: { 'aws_x.y': [{ cost: '?', quantity: '0' }] } }).projects
    expect(project?.now.total.complete).toBe(true)
  })

  test('an error in a project makes its total unknown on both sides', () => {
    const [project] = costs({ now: {}, past: { 'a.b': '5' }, errors: ['no valid files'] }).projects
    expect(project?.errors).toEqual(['no valid files'])
    expect([project?.now.total.complete, project?.past?.total.complete]).toEqual([false, false])
  })

  test('what a breakdown of code calls its past is none', () => {
    const json = infracostJson([{ now: { 'a.b': '5' }, past: { 'a.b': '5' } }], 'breakdown')
    expect(parseCosts(json, 'x').projects[0]?.past).toBeUndefined()
    const plan = infracostJson([{ now: {}, past: { 'a.b': '5' }, type: 'terraform_plan_json' }], 'breakdown')
    expect(parseCosts(plan, 'x').projects[0]?.past).toBeDefined()
  })

  test('subresources are lines of the bill of their resource', () => {
    const disk = { name: 'Storage', unit: 'GB', monthlyQuantity: '8', price: '0.1', monthlyCost: '0.8' }
    const project = read({
      name: 'x',
      breakdown: {
        resources: [{ name: 'aws_instance.web', subresources: [{ name: 'root', costComponents: [disk] }] }],
      },
    })
    const [web] = project?.now.resources ?? []
    expect(web?.components.map(({ name }) => name)).toEqual(['root › Storage'])
    expect(toText(web?.cost.known ?? { units: 0n, scale: 0 })).toBe('0.8')
  })

  test('warnings, variables and unsupported types are told', () => {
    const project = read({
      name: 'x',
      metadata: { warnings: [{ code: 105, message: 'Missing Terraform vars', data: ['variable.n'] }] },
      breakdown: { resources: null },
      summary: { unsupportedResourceCounts: { aws_odd: 2 } },
    })
    expect(project?.warnings).toEqual(['Missing Terraform vars: variable.n'])
    expect(project?.unsupported).toEqual({ aws_odd: 2 })
  })
})

describe('version 2', () => {
  const project = {
    project_name: 'web',
    path: 'infra/web',
    resources: [
      {
        name: 'aws_instance.web',
        type: 'aws_instance',
        is_supported: true,
        cost_components: [
          { name: 'Usage', unit: 'hours', price: '0.1', quantity: '730', total_monthly_cost: '73' },
        ],
        subresources: [{ name: 'disk', cost_components: [{ name: 'Storage', total_monthly_cost: '0.8' }] }],
      },
      { name: 'aws_odd.one', type: 'aws_odd', is_supported: false },
    ],
    diagnostics: [{ prefix: 'HCL parse error', message: 'no', severity: 'critical', location: 'main.tf:1' }],
  }

  test('the output of `scan --json` is read', () => {
    const [read] = parseCosts(JSON.stringify({ currency: 'EUR', projects: [project] }), 'x').projects
    expect(read).toMatchObject({
      directory: 'infra/web',
      past: undefined,
      errors: ['HCL parse error: no (main.tf:1)'],
      unsupported: { aws_odd: 1 },
    })
    expect(toText(read?.now.total.known ?? { units: 0n, scale: 0 })).toBe('73.8')
    expect(read?.now.total.complete).toBe(false)
  })

  test('a line without a cost is unknown', () => {
    const lines = [{ name: 'Usage', total_monthly_cost: null }]
    const text = JSON.stringify({
      projects: [{ ...project, diagnostics: [], resources: [{ name: 'a', cost_components: lines }] }],
    })
    expect(parseCosts(text, 'x').projects[0]?.now.total.complete).toBe(false)
  })
})

test.each([
  ['no JSON', '{"version": "0.2", "projects": [', /'costs.json' is no JSON/],
  ['something else', '{"resources": []}', /'costs.json' is no JSON of Infracost/],
  ['null', 'null', /is no JSON of Infracost/],
  ['another version', '{"version": "0.9", "projects": []}', /has version "0.9"/],
  ['a float', root({ breakdown: { totalMonthlyCost: 0.1 } }), /'costs.json': .* the amount 0.1/],
  ['a word', root({ breakdown: { totalMonthlyCost: 'NaN' } }), /the amount "NaN"/],
])('%s is refused', (_, text, message) => {
  const reading = () => parseCosts(text, 'costs.json')
  expect(reading).toThrow(UserError)
  expect(reading).toThrow(message)
})

const component = { name: 'hours', unit: 'h', monthlyQuantity: '1', price: '1', monthlyCost: '1' }
test.each<[string, object]>([
  ['projects that are none', { projects: [null] }],
  ['resources that are no list', { projects: [{ breakdown: { resources: 5 } }] }],
  ['components that are no list', { projects: [{ breakdown: { resources: [{ costComponents: 'x' }] } }] }],
  ['errors that are no list', { projects: [{ metadata: { errors: 5 } }] }],
])('%s are refused, in either version', (_, some) => {
  const reading = () => parseCosts(JSON.stringify({ version: '0.2', ...some }), 'costs.json')
  expect(reading).toThrow(UserError)
  expect(reading).toThrow(/'costs.json' is not formed as Infracost writes it/)
  expect(() => parseCosts('{"projects":[null]}', 'v2.json')).toThrow(UserError)
})

test('texts that are none count as empty', () => {
  const metadata = { path: null, type: null, terraformWorkspace: null }
  const resources = [{ name: null, resourceType: 7, costComponents: [{ ...component, unit: 5, name: null }] }]
  const text = JSON.stringify({
    version: '0.2',
    projects: [{ name: null, metadata, breakdown: { resources } }],
  })
  const [read] = parseCosts(text, 'costs.json').projects
  expect(read).toMatchObject({ name: '', directory: '.', now: { resources: [{ address: '', type: '' }] } })
  expect(read?.now.resources[0]?.components).toMatchObject([{ name: '', unit: '' }])
})

test('a byte order mark, as Windows puts before JSON, is passed over', () => {
  expect(parseCosts('\ufeff{"version":"0.2","projects":[]}', 'costs.json').projects).toEqual([])
})

test.each([
  ['a directory', { path: 'infra/ec2', type: 'terraform_dir' }, 'infra/ec2'],
  ['the root', { path: '.', type: 'terraform_dir' }, '.'],
  ['nothing', {}, '.'],
  ['an absolute one', { path: '/runner/w/infra', type: 'terraform_dir', vcsSubPath: 'infra' }, 'infra'],
  ['a plan in the workspace', { path: './infra/plan.json', type: 'terraform_plan_json' }, 'infra'],
  [
    'a plan of terraform-plan-comment',
    { path: '/t/infra%2Fec2.tfplan.json', type: 'terraform_plan_json' },
    'infra/ec2',
  ],
  [
    'the same, from the workspace on',
    { path: '../_temp/x/infra%2Fec2.tfplan.json', type: 'terraform_plan_json' },
    'infra/ec2',
  ],
  ['its plan of the root', { path: '/t/%2E.tfplan.json', type: 'terraform_plan_json' }, '.'],
  ['a plan elsewhere', { path: '/t/infra%2Fec2.json', type: 'terraform_plan_json' }, 'infra/ec2'],
])('the directory of %s', (_, metadata, directory) => {
  expect(directoryOf(metadata)).toBe(directory)
})

test('what is written reads the same again', () => {
  const report = costs(
    { now: { 'a.b': '5.125', 'c.d': [{ cost: '?' }, { name: 'Other', cost: '1' }] }, past: { 'a.b': '4' } },
    { path: 'infra/new', workspace: 'blue', now: { 'e.f': [{ cost: null }] } },
    { path: 'broken', now: {}, errors: ['it is'] },
  )
  expect(parseCosts(writeCosts(report), 'again')).toEqual(report)
})

/** More, where public samples lie beside the project. */
const folder = samplesFolder()
if (folder !== undefined)
  describe('the samples', () => {
    test.each([
      ['breakdown_format_json', '1361.3075', '1361.3075', true],
      ['breakdown_multi_project_with_error_output_json', '1204.96', undefined, false],
      ['changes', '1696.92', '0', true],
      ['diff_with_compare_to_format_json', '1303.28', '-742.64', true],
      ['errors', '0', undefined, false],
    ])('%s costs %s', async (name, known, difference, complete) => {
      const report = await readCosts(join(folder, 'infracost', `${name}.json`))
      const totals = report.projects.map(({ now }) => now.total)
      expect(toText(sum(totals.map(total => total.known)))).toBe(known)
      expect(totals.every(total => total.complete)).toBe(complete)
      const changes = report.projects.map(projectChange)
      const told = changes.every(change => change !== undefined) ? changes : undefined
      expect(told && toText(sum(told.map(change => change?.known ?? zero)))).toBe(difference)
      // Infracost's own totals are the sums of what it lists.
      for (const { now } of report.projects)
        expect(toText(sum(now.resources.map(({ cost }) => cost.known)))).toBe(toText(now.total.known))
      expect(parseCosts(writeCosts(report), name).projects.map(({ now }) => now)).toEqual(
        report.projects.map(({ now }) => now),
      )
    })
  })
