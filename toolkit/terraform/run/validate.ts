import { type Diagnostic, diagnosticOf, diagnosticsInText, withoutColours } from './diagnostics.ts'
import { errorsOf, execIn, type Ran, type RunWorld } from './exec-tool.ts'
import type { RootModule } from './root-modules.ts'
import type { Tool } from './tool.ts'

/** Runs `validate -json`, after `init`. Where it cannot start it prints text instead, which is read too. */
export async function validateRoot(world: RunWorld, tool: Tool, root: RootModule): Promise<Ran> {
  const args = ['validate', '-json', '-no-color']
  const { code, stdout, stderr } = await execIn(world, tool, root, 'validate', args)
  const text = withoutColours(`${stdout}\n${stderr}`).trim()
  const diagnostics = validateDiagnostics(stdout) ?? diagnosticsInText(text)
  const ran = { ok: code === 0 && !diagnostics.some(isError), diagnostics, text }
  return ran.ok
    ? ran
    : { ...ran, diagnostics: [...diagnostics.filter(one => !isError(one)), ...errorsOf(ran)] }
}

/** The diagnostics of `validate -json`; undefined where it printed none of that. */
export function validateDiagnostics(stdout: string): Diagnostic[] | undefined {
  try {
    const { diagnostics } = JSON.parse(stdout) as { diagnostics?: unknown[] }
    return diagnostics?.flatMap(one => diagnosticOf(one) ?? [])
  } catch {
    return undefined
  }
}

/** A piece of a file that `fmt` would write otherwise. */
export interface FormatDifference {
  /** Relative to the root module. */
  readonly file: string
  readonly line: number
  readonly endLine: number
  /** Unified diff, from `@@` on. */
  readonly diff: string
}

/** What `fmt` found. */
export interface Formatting {
  readonly differences: readonly FormatDifference[]
  /** Files that cannot be formatted, as their syntax is wrong. */
  readonly diagnostics: readonly Diagnostic[]
}

/** Runs `fmt -check -recursive -diff`; it exits 3 for what is not formatted and 2 for wrong syntax. */
export async function fmtRoot(world: RunWorld, tool: Tool, root: RootModule): Promise<Formatting> {
  const args = ['fmt', '-check', '-recursive', '-diff', '-no-color']
  const { code, stdout, stderr } = await execIn(world, tool, root, 'fmt', args)
  const text = withoutColours(stderr)
  const failed = code !== 0 && code !== 3
  const diagnostics = diagnosticsInText(text)
  return {
    differences: formatDifferences(stdout),
    diagnostics: failed ? errorsOf({ ok: false, diagnostics, text: text.trim() }) : diagnostics,
  }
}

/** Reads the diff that `fmt` prints, one piece for each `@@`. */
export function formatDifferences(output: string): FormatDifference[] {
  const found: FormatDifference[] = []
  let file = ''
  for (const part of output.split(/^(?=--- old\/|@@ )/m)) {
    const [head = '', ...rest] = part.split('\n')
    // The name of the next file follows without a sign.
    const lines = rest.filter(line => /^[-+ \\]/.test(line))
    if (head.startsWith('--- old/')) file = head.slice('--- old/'.length)
    const start = /^@@ -(\d+)/.exec(head)?.[1]
    if (start !== undefined)
      found.push({ file, ...changedLines(Number(start), lines), diff: [head, ...lines].join('\n') })
  }
  return found
}

/** The lines of the old file that go, or, where only new ones come, the one that they come before. */
function changedLines(start: number, lines: readonly string[]): { line: number; endLine: number } {
  const gone: number[] = []
  let came = start
  let at = start
  for (const line of lines) {
    if (line.startsWith('-')) gone.push(at)
    if (line.startsWith('+')) came = at
    if (line.startsWith('-') || line.startsWith(' ')) at++
  }
  return { line: gone[0] ?? came, endLine: gone.at(-1) ?? came }
}

function isError({ severity }: Diagnostic): boolean {
  return severity === 'error'
}
