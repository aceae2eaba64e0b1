import { resolve } from 'node:path'
import type { World } from '../../../toolkit/action/run.ts'
import { agreed, costNotes } from '../../../toolkit/cost/notes.ts'
import { readCosts } from '../../../toolkit/cost/read.ts'

/** Short HTML on the cost of each resource, by root module and address. */
export type Costs = ReadonlyMap<string, ReadonlyMap<string, string>>

/**
 * Reads Infracost's JSON files. Where several projects of a directory (workspaces, say) say different things of a
 * resource, nothing is said.
 * @throws UserError where one cannot be read.
 */
export async function readAllCosts(paths: readonly string[], { context }: World): Promise<Costs> {
  const reports = await Promise.all(paths.map(path => readCosts(resolve(context.workspace, path))))
  const told = reports.flatMap(report =>
    report.projects.map(project => ({
      directory: project.directory,
      notes: [...costNotes(project, report.currency)],
    })),
  )
  return new Map(
    [...Map.groupBy(told, ({ directory }) => directory)].map(([directory, those]) => [
      directory,
      agreed(those.flatMap(({ notes }) => notes)),
    ]),
  )
}
