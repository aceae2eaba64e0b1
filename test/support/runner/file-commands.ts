import { randomUUID } from 'node:crypto'
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

const KINDS = {
  GITHUB_OUTPUT: 'set_output',
  GITHUB_ENV: 'set_env',
  GITHUB_PATH: 'add_path',
  GITHUB_STATE: 'save_state',
  GITHUB_STEP_SUMMARY: 'step_summary',
} as const

const SUMMARY_LIMIT = 1024 * 1024

/** What a step wrote into its command files, and what the runner had to say about it. */
export interface FileCommands {
  readonly outputs: Record<string, string>
  readonly env: Record<string, string>
  readonly path: string[]
  readonly state: Record<string, string>
  readonly summary: string
  /** Files that the runner refuses; each fails the step. */
  readonly errors: string[]
  /** Complaints that leave the step's result alone. */
  readonly complaints: string[]
}

/** Where command files lie, below RUNNER_TEMP. */
export const FILE_COMMANDS_FOLDER = '_runner_file_commands'

/** Makes the command files of one step; `variables` go into its environment. */
export async function createFileCommands(runnerTemp: string) {
  const folder = join(runnerTemp, FILE_COMMANDS_FOLDER)
  await mkdir(folder, { recursive: true })
  const suffix = randomUUID()
  const variables: Record<string, string> = {}
  for (const [variable, prefix] of Object.entries(KINDS)) {
    const path = join(folder, `${prefix}_${suffix}`)
    await writeFile(path, '')
    variables[variable] = path
  }
  return {
    variables,
    /** Reads what the step wrote, then removes the files. */
    async collect(): Promise<FileCommands> {
      const texts = Object.fromEntries(
        await Promise.all(
          Object.entries(variables).map(async ([name, path]) => [
            name,
            await readFile(path, 'utf8').catch(() => ''),
          ]),
        ),
      )
      await Promise.all(Object.values(variables).map(path => rm(path, { force: true, recursive: true })))
      return readFileCommands(texts)
    },
  }
}

/** Reads the texts of the five files as the runner does (docs.github.com, "Workflow commands"). */
export function readFileCommands(texts: Record<string, string>): FileCommands {
  const errors: string[] = []
  const complaints: string[] = []
  const pairs = (file: string, kind: string) => {
    try {
      return parseKeyValues(texts[file] ?? '')
    } catch (thrown) {
      errors.push(`Unable to process file command '${kind}' successfully. ${(thrown as Error).message}`)
      return {}
    }
  }
  const env = pairs('GITHUB_ENV', 'env')
  if ('NODE_OPTIONS' in env) {
    errors.push("Can't store NODE_OPTIONS output parameter using '$GITHUB_ENV' command.")
    delete env.NODE_OPTIONS
  }
  return {
    outputs: pairs('GITHUB_OUTPUT', 'output'),
    env,
    state: pairs('GITHUB_STATE', 'state'),
    path: (texts.GITHUB_PATH ?? '').split(/\r?\n/).filter(line => line !== ''),
    summary: limitSummary(texts.GITHUB_STEP_SUMMARY ?? '', complaints),
    errors,
    complaints,
  }
}

function limitSummary(summary: string, complaints: string[]): string {
  const size = Buffer.byteLength(summary)
  if (size <= SUMMARY_LIMIT) return summary
  complaints.push(
    `$GITHUB_STEP_SUMMARY upload aborted, supports content up to a size of 1024k, got ${Math.floor(size / 1024)}k.`,
  )
  return ''
}

/**
 * Reads `name=value` and `name<<DELIMITER … DELIMITER` blocks.
 * @throws where a line is neither, or a delimiter never comes.
 */
export function parseKeyValues(text: string): Record<string, string> {
  const lines = text.split('\n')
  const found: Record<string, string> = {}
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at] ?? ''
    if (line === '') continue
    const equals = line.indexOf('=')
    const heredoc = line.indexOf('<<')
    if (equals >= 0 && (heredoc < 0 || equals < heredoc)) {
      found[nameIn(line, equals)] = line.slice(equals + 1)
      continue
    }
    if (heredoc < 0) throw new Error(`Invalid format '${line}'`)
    const name = nameIn(line, heredoc)
    const delimiter = line.slice(heredoc + 2)
    if (delimiter === '') throw new Error(`Invalid format '${line}'. Delimiter must not be empty`)
    const end = lines.indexOf(delimiter, at + 1)
    if (end < 0) throw new Error(`Invalid value. Matching delimiter not found '${delimiter}'`)
    found[name] = lines.slice(at + 1, end).join('\n')
    at = end
  }
  return found
}

function nameIn(line: string, end: number): string {
  if (end === 0) throw new Error(`Invalid format '${line}'. Name must not be empty`)
  return line.slice(0, end)
}
