import { type Command, parseCommand } from './commands.ts'
import type { Masks } from './masks.ts'

/** A remark on the run or on a line of a file. */
export interface Annotation {
  readonly level: 'notice' | 'warning' | 'error'
  readonly message: string
  readonly title?: string
  readonly file?: string
  readonly line?: number
  readonly endLine?: number
  readonly column?: number
  readonly endColumn?: number
}

/** What a step's output did, besides being shown. */
export interface StepOutput {
  readonly annotations: Annotation[]
  readonly outputs: Record<string, string>
  readonly state: Record<string, string>
  /** Set where the runner refused a command, which fails the step. */
  failed: boolean
  /** Takes one line of either stream. */
  line(text: string): void
  /** Shows a line that the runner itself has to say. */
  say(text: string): void
  annotate(annotation: Annotation): void
}

type Obey = (command: Command) => void

/**
 * Interprets the output of a step line by line as the runner does.
 * @param show gets each line as it stands in the log, secrets hidden.
 */
export function createStepOutput(masks: Masks, show: (line: string) => void, debug = false): StepOutput {
  let resumeToken: string | undefined
  let echo = false
  const say = (text: string) => {
    for (const line of text.split('\n')) show(masks.hide(line))
  }
  const annotate = (annotation: Annotation) => {
    output.annotations.push({ ...annotation, message: masks.hide(annotation.message) })
    say(`##[${annotation.level}]${annotation.message}`)
  }
  const refuse = (message: string) => {
    output.failed = true
    annotate({ level: 'error', message })
  }
  const disabled: Obey = ({ name }) =>
    refuse(
      `The \`${name}\` command is disabled. Please upgrade to using Environment Files (GITHUB_ENV, GITHUB_PATH).`,
    )
  const unsupported: Obey = ({ name }) =>
    refuse(`This runner does not support the workflow command '${name}'.`)
  const keep =
    (into: Record<string, string>): Obey =>
    ({ name, properties, data }) => {
      if (properties.name) into[properties.name] = data
      else refuse(`Required field 'name' is missing in ##[${name}] command.`)
    }

  const output: StepOutput = { annotations: [], outputs: {}, state: {}, failed: false, say, annotate, line }
  const obeyers: Record<string, Obey> = {
    'set-env': disabled,
    'add-path': disabled,
    'add-matcher': unsupported,
    'remove-matcher': unsupported,
    'set-output': keep(output.outputs),
    'save-state': keep(output.state),
    'add-mask': ({ data }) => {
      if (data.trim() !== '') masks.add(data)
      else
        annotate({
          level: 'warning',
          message: "Can't add secret mask for empty string in ##[add-mask] command.",
        })
    },
    'stop-commands': ({ data }) => {
      resumeToken = data
    },
    debug: ({ data }) => {
      if (debug) say(`##[debug]${data}`)
    },
    notice: command => annotate(annotationOf('notice', command)),
    warning: command => annotate(annotationOf('warning', command)),
    error: command => annotate(annotationOf('error', command)),
    group: ({ data }) => say(`##[group]${data}`),
    endgroup: () => say('##[endgroup]'),
    echo: ({ data }) => {
      echo = data.trim().toLowerCase() === 'on'
    },
  }

  function line(text: string): void {
    const command = parseCommand(text, name => name.toLowerCase() in obeyers || same(name, resumeToken))
    const shown = command === undefined || resumeToken !== undefined || command.name === 'stop-commands'
    if (shown || (echo && command.name !== 'add-mask')) say(text)
    if (command === undefined) return
    if (resumeToken === undefined) obeyers[command.name]?.(command)
    else if (same(command.name, resumeToken)) resumeToken = undefined
  }
  return output
}

function annotationOf(level: Annotation['level'], { properties, data }: Command): Annotation {
  const number = (key: string) => (/^\d+$/.test(properties[key] ?? '') ? Number(properties[key]) : undefined)
  const place = {
    title: properties.title,
    file: properties.file,
    line: number('line'),
    endLine: number('endline'),
    column: number('col'),
    endColumn: number('endcolumn'),
  }
  const given = Object.entries(place).filter(([, value]) => value !== undefined)
  return { level, message: data, ...Object.fromEntries(given) }
}

function same(name: string, token: string | undefined): boolean {
  return token !== undefined && token !== '' && name.toLowerCase() === token.toLowerCase()
}
