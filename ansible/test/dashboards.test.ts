import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from '@jest/globals'
import { parse } from 'yaml'

const role = join(dirname(fileURLToPath(import.meta.url)), '../roles/monitoring')
const folder = join(role, 'files/grafana/dashboards')
const files = readdirSync(folder)
const text = (file: string) => readFileSync(join(folder, file), 'utf8')

interface Source {
  readonly type: string
  readonly uid: string
}
interface Panel {
  readonly id: number
  readonly title: string
  readonly datasource: Source
  readonly gridPos: { readonly x: number; readonly y: number; readonly w: number; readonly h: number }
  readonly targets: readonly { readonly refId: string; readonly datasource: Source; readonly expr: string }[]
}
interface Dashboard {
  readonly uid: string
  readonly title: string
  readonly panels: readonly Panel[]
  readonly templating: { readonly list: readonly { readonly name: string; readonly datasource?: Source }[] }
}
const dashboard = (file: string) => JSON.parse(text(file)) as Dashboard

const provisioned: { datasources: Source[] } = parse(
  readFileSync(join(role, 'templates/grafana/provisioning/datasources/datasources.yml.j2'), 'utf8'),
)
const sources = provisioned.datasources.map(({ type, uid }) => ({ type, uid }))

test('there is one for cAdvisor and one for Loki, and each has a uid and a title of its own', () => {
  expect(files).toEqual(['containers.json', 'logs.json'])
  expect(new Set(files.map(file => dashboard(file).uid)).size).toBe(files.length)
  expect(new Set(files.map(file => dashboard(file).title)).size).toBe(files.length)
})

describe.each(files)('%s', file => {
  const { panels, templating } = dashboard(file)

  test('asks only the sources that are provisioned, by their fixed uids', () => {
    const asked = [
      ...panels.flatMap(panel => [panel.datasource, ...panel.targets.map(target => target.datasource)]),
      ...templating.list.flatMap(({ datasource }) => datasource ?? []),
    ]
    for (const source of asked) expect(sources).toContainEqual(source)
    // What an export leaves for an import by hand, which provisioning does not fill in.
    expect(text(file)).not.toMatch(/\$\{DS_|__inputs|__requires/)
  })

  test('has panels that do not overlap, with numbers and queries of their own', () => {
    expect(new Set(panels.map(panel => panel.id)).size).toBe(panels.length)
    for (const panel of panels) {
      expect(panel.gridPos.x + panel.gridPos.w).toBeLessThanOrEqual(24)
      expect(new Set(panel.targets.map(target => target.refId)).size).toBe(panel.targets.length)
      expect(panels.filter(other => overlap(panel, other))).toEqual([panel])
    }
  })

  test('uses only variables that there are', () => {
    const known = templating.list.map(({ name }) => name)
    const used = [...text(file).matchAll(/\$(?!__)\{?(\w+)/g)].map(([, name]) => name)
    expect([...new Set(used)].sort()).toEqual([...known].sort())
  })
})

function overlap({ gridPos: a }: Panel, { gridPos: b }: Panel): boolean {
  return a.x < b.x + b.w && b.x < a.x + a.w && a.y < b.y + b.h && b.y < a.y + a.h
}
