import { readFile } from 'node:fs/promises'
import { UserError } from '../../action/errors.ts'
import { withoutColours } from './diagnostics.ts'
import { execIn, type RunWorld } from './exec-tool.ts'
import type { RootModule } from './root-modules.ts'
import type { Tool } from './tool.ts'

/**
 * Writes `show -json` of a saved plan into a file (mode 0600), however large it is.
 * @throws UserError with what the tool said where it fails; a text fallback is `showText`.
 */
export async function showJson(
  world: RunWorld,
  tool: Tool,
  root: RootModule,
  { planFile, to }: { planFile: string; to: string },
): Promise<void> {
  const args = ['show', '-json', '-no-color', planFile]
  const { code, stderr } = await execIn(world, tool, root, 'show', args, { stdoutTo: to })
  if (code !== 0)
    throw new UserError(
      `'${tool.name} show -json' failed in '${root.directory}': ${withoutColours(stderr).trim()}`,
    )
}

/** The plan as the tool prints it for people. @throws UserError where that fails too. */
export async function showText(
  world: RunWorld,
  tool: Tool,
  root: RootModule,
  planFile: string,
): Promise<string> {
  const { code, stdout, stderr } = await execIn(world, tool, root, 'show', ['show', '-no-color', planFile])
  if (code !== 0)
    throw new UserError(`'${tool.name} show' failed in '${root.directory}': ${withoutColours(stderr).trim()}`)
  return stdout
}

/** An output of a root module. */
export interface OutputValue {
  readonly sensitive: boolean
  readonly value: unknown
}

/**
 * Reads the outputs of the state, and keeps the whole `output -json` in a file (mode 0600).
 * @throws UserError with what the tool said where it fails.
 */
export async function outputsOf(
  world: RunWorld,
  tool: Tool,
  root: RootModule,
  to: string,
): Promise<Readonly<Record<string, OutputValue>>> {
  const { code, stderr } = await execIn(world, tool, root, 'output', ['output', '-json', '-no-color'], {
    stdoutTo: to,
  })
  if (code !== 0)
    throw new UserError(
      `'${tool.name} output' failed in '${root.directory}': ${withoutColours(stderr).trim()}`,
    )
  return JSON.parse(await readFile(to, 'utf8')) as Record<string, OutputValue>
}
