import type { OutputValue } from '../../../toolkit/terraform/run/read.ts'

/** The outputs of root modules, by directory. */
export type OutputsByRoot = ReadonlyMap<string, Readonly<Record<string, OutputValue>>>

/** What of the outputs later steps may see. */
export interface PublicOutputs {
  /** JSON: the values by name; of several root modules, by directory first. */
  readonly json: string
  /** Outputs that hold a secret although they are not marked as sensitive, as `directory: name`. */
  readonly withheld: readonly string[]
}

/**
 * The outputs without the sensitive ones, and without those in which a known secret stands all the same.
 * @param hides whether a text holds a known secret.
 */
export function publicOutputs(outputs: OutputsByRoot, hides: (text: string) => boolean): PublicOutputs {
  const withheld: string[] = []
  const shown = [...outputs].map(([directory, values]) => {
    const entries = Object.entries(values).flatMap(([name, { sensitive, value }]) => {
      if (sensitive) return []
      if (!hides(JSON.stringify(value))) return [[name, value] as const]
      withheld.push(`${directory}: ${name}`)
      return []
    })
    return [directory, Object.fromEntries(entries)] as const
  })
  return { json: JSON.stringify(byRoot(shown)), withheld }
}

/** The whole of `output -json`, as JSON; of several root modules, by directory. */
export function allOutputs(outputs: OutputsByRoot): string {
  return JSON.stringify(byRoot([...outputs]))
}

/** Every scalar of the sensitive outputs, to hide it elsewhere. */
export function sensitiveOutputs(outputs: OutputsByRoot): string[] {
  return [...outputs.values()]
    .flatMap(Object.values<OutputValue>)
    .flatMap(({ sensitive, value }) => (sensitive ? scalars(value) : []))
}

function byRoot<T>(entries: readonly (readonly [string, T])[]): unknown {
  return entries.length === 1 ? entries[0]?.[1] : Object.fromEntries(entries)
}

function scalars(value: unknown): string[] {
  if (value === null || typeof value === 'boolean') return []
  return typeof value === 'object' ? Object.values(value).flatMap(scalars) : [String(value)]
}
