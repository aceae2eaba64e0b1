import type { Section } from '../../comment/section.ts'
import type { Diagnostic } from '../run/diagnostics.ts'
import { findingBlocks, findingCounts } from './findings.ts'
import { actionOf, footer, titleOf } from './heading.ts'
import type { Place } from './place.ts'

/** What could not be done, and what the tool said. */
export interface Failure {
  /** `init`, `plan`, `validate` */
  readonly step: string
  readonly diagnostics: readonly Diagnostic[]
}

/** The section of a root module of which there is no plan, not even a part of one. */
export function failureSection({ step, diagnostics }: Failure, at: Place): Section {
  const words = `${step} failed`
  const count = findingCounts(diagnostics)
  return {
    action: actionOf(at),
    directory: at.directory,
    heading: `❌ ${titleOf(at)} · ${words}${count === '' ? '' : `: ${count}`}`,
    overview: `❌ **${words}**`,
    blocks: [...findingBlocks(diagnostics, at), { priority: 5, markdown: footer(at, 'log') }],
  }
}
