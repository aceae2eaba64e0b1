import * as core from '@actions/core'
import type { Secrets } from '../redact/secrets.ts'

/** Where a message belongs; lines and columns count from 1. */
export interface Place {
  readonly file?: string
  readonly line?: number
  readonly endLine?: number
  readonly column?: number
  readonly title?: string
}

/** The log of a step. Nothing written here can be taken for a workflow command, and no known secret passes. */
export interface Log {
  debug(message: string): void
  info(message: string): void
  notice(message: string, place?: Place): void
  warning(message: string, place?: Place): void
  error(message: string, place?: Place): void
  /** Folds everything logged meanwhile under a title. Groups do not nest (a limit of the runner). */
  group<T>(title: string, body: () => Promise<T>): Promise<T>
}

/** The log as the runner reads it, on standard output. */
export function createLog(secrets: Secrets): Log {
  return {
    debug: message => core.debug(secrets.redact(message)),
    info: message => core.info(withoutCommands(secrets.redact(message))),
    notice: (message, place) => core.notice(secrets.redact(message), properties(place)),
    warning: (message, place) => core.warning(secrets.redact(message), properties(place)),
    error: (message, place) => core.error(secrets.redact(message), properties(place)),
    group: (title, body) => core.group(secrets.redact(title), body),
  }
}

/**
 * Keeps text from builds, diffs and servers from acting as workflow commands: the runner obeys a line that starts
 * with `::` and the older `##[` anywhere in a line (actions/runner, ActionCommand.cs).
 */
export function withoutCommands(text: string): string {
  return text.replace(/^(\s*):(?=:)/gm, '$1:\u200b').replaceAll('##[', '#\u200b#[')
}

function properties(place: Place = {}): core.AnnotationProperties {
  return {
    ...(place.title !== undefined && { title: place.title }),
    ...(place.file !== undefined && { file: place.file }),
    ...(place.line !== undefined && { startLine: place.line }),
    ...(place.endLine !== undefined && { endLine: place.endLine }),
    ...(place.column !== undefined && { startColumn: place.column }),
  }
}
