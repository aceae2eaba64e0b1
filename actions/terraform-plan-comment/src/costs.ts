import { resolve } from 'node:path'
import type { World } from '../../../toolkit/action/run.ts'
import { costNotes } from '../../../toolkit/cost/notes.ts'
import { readCosts } from '../../../toolkit/cost/read.ts'

/** Short HTML on the cost of each resource, by root module and address. */
export type Costs = ReadonlyMap<string, ReadonlyMap<string, string>>

/** Reads Infracost's JSON files. @throws UserError where one cannot be read. */
export async function readAllCosts(paths: readonly string[], { context }: World): Promise<Costs> {
  const reports = await Promise.all(paths.map(path => readCosts(resolve(context.workspace, path))))
  const costs = new Map<string, Map<string, string>>()
  for (const { currency, projects } of reports)
    for (const project of projects)
      costs.set(
        project.directory,
        new Map([...(costs.get(project.directory) ?? []), ...costNotes(project, currency)]),
      )
  return costs
}
